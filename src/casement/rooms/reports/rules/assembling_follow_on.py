"""The texts the sections of the follow-on reports begin with."""

from __future__ import annotations

PURPOSE = """\
This report is for the people who did the work that is looked at here, and for the review team. It is a draft. \
You were there and we were not, so we ask you to read it before anybody else does, and to tell us what is wrong, \
what is missing and what you see differently.

# Who reads it

The case group and the review team. The board does not read it. It holds what people told us in trust: read it \
where nobody looks over your shoulder, and do not pass it on. Staff appear by role and the family by pseudonym. In \
a small service a role may be enough to know somebody by, and we cannot change that.

# How to comment

- Choose “Say something” beside a paragraph, or at the end for the whole of it.
- Say whether it is a fact, the wording, something you disagree with, or something to add.
- Choose whether the group may see your role with it. The lead reviewers always see who wrote a comment.
- Every comment gets an answer: what we changed, or why not. If we still differ, the next report can say so.
"""

WORDS = """\
- **Appraisal.** A reasoned judgement of practice, against a standard that applied then. It is not about a person.
- **Case group.** The staff and first-line managers who did the work.
- **Contributory factor.** Something that shaped what people did. It may have helped, or made the work harder.
- **Key practice episode.** A moment or period that explains how the case went or how it was handled.
- **It made sense because.** Why an action made sense to somebody, from where they were at the time.
- **Pattern.** A way of working that is likely to come up in other cases too.
"""

FOLLOW_ON_TEXTS: dict[str, str] = {
    "purpose": PURPOSE,
    "so-far": "The review used {{variant}}. So far it rests on {{sources}}. It looks at {{period}}, and we have "
    "chosen {{episodes}} to look at closely. What you tell us now changes the episodes before we "
    "ask what may reach "
    "beyond this case.\n\nIt began with open questions:\n\n{{window questions}}",
    "case": "The people in it, by pseudonym:\n\n{{family}}",
    "accounts": "Everybody saw a part. The accounts stand side by side here and are not made into one. Is yours "
    "told as it was?\n\n{{narrative}}",
    "episodes-so-far": "Each episode says first why what was done made sense to people then, and only after that "
    "how we see the practice. What shaped the work stands in a table below it.\n\n{{episodes in full}}\n\n"
    "# What shaped the work\n\n{{factors}}",
    "went-well": "Good work is evidence too. Have we seen it, and do we know what made it possible?\n\n"
    "{{went well}}",
    "open-accounts": "# Where accounts differ\n\n{{differing accounts}}\n\n# What we do not know\n\n{{gaps}}",
    "asking-1": "- Is this how it was? Which facts are wrong?\n- Have we understood why it made "
    "sense at the time?\n"
    "- Is each appraisal fair, by what could be known then?\n- What shaped your work that is not here?\n"
    "- What went well that we have not seen?\n\n# What we would like to ask some of you\n\n{{open questions}}",
    "words-used": WORDS,
    "told-us": "You read the first report. This is what you told us, and what we did.\n\n{{comments}}",
    "episodes-revised": "{{episodes}}\n\n{{episodes in full}}\n\n# What shaped the work\n\n{{factors}}",
    "to-pattern": "We asked of each thing that shaped this work whether it would be the same for another competent "
    "person, with another family, in another team.\n\n{{patterns}}",
    "drafts": "These are drafts. They speak of conditions of work and not of anybody’s conduct.\n\n"
    "{{draft findings}}",
    "recognition": "You know how it is on other days and with other families. For each draft finding, please tell "
    "us:\n\n{{recognition}}",
    "not-known": "A finding is worth more when we know how usual it is. This is what we have not found:\n\n"
    "{{prevalence gaps}}",
    "asking-2": "- Is each draft finding worded so that it is true, and can be read without blame?\n"
    "- What does it leave out?\n- Do you know a figure, an audit or somebody to ask?\n"
    "- What should the board read first?\n\nAfter this the team writes the final report. The board reads nothing "
    "before you have had your say.",
}
