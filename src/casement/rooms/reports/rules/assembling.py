"""The text a section begins with: our sentences around live references, so that it stays true as work goes on."""

from __future__ import annotations

from casement.rooms.reports.rules.assembling_follow_on import FOLLOW_ON_TEXTS
from casement.rooms.reports.vocabulary import SECTIONS

GLOSSARY = """\
- **Appraisal.** A reasoned judgement of practice, against a standard that applied at the time.
- **Case group.** The staff and first-line managers who did the work that was reviewed.
- **Contributory factor.** Something that shaped what people did. It may have helped, or made the work harder.
- **Finding.** An evidenced statement of a pattern that is likely to recur in other cases, and what follows from it.
- **Key practice episode.** A moment or period that explains how the case went or how it was handled.
- **Local rationality.** Why an action made sense to somebody, from where they were at the time.
- **Review team.** The senior managers from several agencies who did the review with the lead reviewers.
- **Window on the system.** One case, studied closely, to see how services work for other people too.
"""

REFERENCES = """\
- Fish, S., Munro, E. and Bairstow, S. (2008) *Learning together to safeguard children*. Social Care Institute for \
Excellence, Report 19.
- Taylor-Adams, S. and Vincent, C. (2004) *Systems analysis of clinical incidents: the London Protocol*.
- Woods, D. and Cook, R. (2001) on patterns in how complex systems break down.
"""

TEXTS: dict[str, str] = {
    "introduction": "{{board}} chose to review the case known here as {{code name}}. The case was looked at "
    "closely so that it could show how services work together, for this family and for others.",
    "summary": "The review looks at {{period}}. It rests on {{sources}} and studies {{episodes}}. It reached "
    "{{findings}}:\n\n{{findings}}",
    "time-frame": "The review looks at {{period}}.",
    "family": "{{family}}",
    "questions": "The review began with open questions, not with terms of reference:\n\n{{window questions}}",
    "methodology": "The review used {{variant}}. It asks why actions made sense to people at the time, and what in "
    "their conditions of work shaped them. It then asks whether the same conditions reach beyond this case.\n\n"
    "Records and conversations count alike, and were read against each other. Staff appear by role and the family "
    "by pseudonym.",
    "data": "{{sources}}\n\nThe agencies were {{agencies}}.",
    "people": "{{people}}",
    "limitations": "{{limits}}\n\nWhat is still not known:\n\n{{gaps}}",
    "synopsis": "{{episodes}}\n\n{{episodes in full}}",
    "narrative": "The services saw different parts of the same time. Their accounts stand side by side here and "
    "are not made into one:\n\n{{narrative}}",
    "window": "{{patterns}}",
    "established": "The team asked of each pattern whether another competent person would have acted in the same "
    "way, whether it is known elsewhere, and whether it is still so. It looked for evidence against each "
    "finding:\n\n{{searches}}",
    "list": "{{findings}}",
    "findings": "{{findings in full}}",
    "additional-learning": "{{additional learning}}",
    "conclusion": "The board is asked to think about {{questions}}:\n\n{{questions}}",
    "glossary": GLOSSARY,
    "references": REFERENCES,
    "method": "# The form of the method\n\n{{limits}}\n\n# Episodes and their factors\n\n{{episodes}}\n\n"
    "{{factors}}\n\n# Episodes that were not chosen\n\n{{not selected}}\n\n"
    "# How candidates for an episode were decided about\n\n{{candidates}}\n\n"
    "# What agencies were asked for\n\n{{requests}}\n\n# What was read and used\n\n{{coverage}}\n\n"
    "# The balance of sources\n\n{{balance}}\n\n# What was asked of the findings\n\n{{checks}}\n\n"
    "# Looking for the other side\n\n{{searches}}\n\n# What else could explain the findings\n\n"
    "{{alternatives}}\n\n# Read a second time\n\n{{second readings}}",
}


def assembled_text(key: str) -> str:
    """The text that section `key` begins with; empty where only people can write it."""
    return (TEXTS.get(key) or FOLLOW_ON_TEXTS.get(key, "")).strip()


def assembled() -> dict[str, str]:
    """Every section's first text, in order."""
    return {one.key: assembled_text(one.key) for one in SECTIONS}
