"""The parts and sections of the final report, and what belongs in each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SectionWords:
    """A section of the final report: its stable key, its heading, and what belongs in it."""

    key: str
    title: str
    asks: str


@dataclass(frozen=True)
class Part:
    """A part of the report. What follows the conclusion has no number; a short one `runs_on` without a new page."""

    title: str
    sections: tuple[SectionWords, ...]
    numbered: bool = True
    runs_on: bool = False


PARTS: tuple[Part, ...] = (
    Part(
        "Introduction",
        (
            SectionWords(
                "introduction",
                "Why this case was reviewed",
                "Why did the board choose this case, and what did it hope to learn?",
            ),
            SectionWords("summary", "Summary", "What should somebody keep who reads one page only?"),
            SectionWords("time-frame", "The period looked at", "From when to when, and why these dates?"),
            SectionWords(
                "family", "The family", "Who is in the family, by pseudonym? Give no more than the findings need."
            ),
            SectionWords(
                "questions",
                "The questions we began with",
                "What did the review want this case to show of the system?",
            ),
            SectionWords(
                "methodology",
                "How the review was done",
                "Which form of the method was used, and how does that limit what can be said?",
            ),
            SectionWords(
                "data", "What the review rests on", "Which records, conversations and chronologies were used?"
            ),
            SectionWords(
                "people",
                "Who took part",
                "Who led, who was in the team and the case group, how was the family involved?",
            ),
            SectionWords(
                "limitations",
                "Limits of this review",
                "What could the review not see, and what is still not known?",
            ),
            SectionWords(
                "setting",
                "The local setting",
                "What does a reader need to know of the area? Leave it out if it gives the place away.",
            ),
        ),
    ),
    Part(
        "Appraisal of practice",
        (
            SectionWords(
                "synopsis",
                "What happened, by episode",
                "Which episodes explain the course of the case, and how was practice in them?",
            ),
            SectionWords("narrative", "How each service saw it", "How did it look from each place, at the time?"),
        ),
    ),
    Part(
        "What this case shows more widely",
        (
            SectionWords(
                "window",
                "What makes this case a window on the system",
                "Why can this one case tell us about work with other families?",
            ),
        ),
    ),
    Part(
        "Findings",
        (
            SectionWords(
                "established",
                "How the findings were established",
                "How did the team get from the case to the patterns, and test them?",
            ),
            SectionWords("list", "The findings in short", "Which findings are there?"),
            SectionWords(
                "findings",
                "The findings in detail",
                "For each finding: how it showed, how we know, how usual it is, what the board should think about.",
            ),
        ),
    ),
    Part(
        "Additional learning",
        (
            SectionWords(
                "additional-learning",
                "Additional learning",
                "What was learnt that is not a pattern beyond this case?",
            ),
        ),
    ),
    Part(
        "Conclusion",
        (
            SectionWords(
                "conclusion",
                "Conclusion",
                "What is the one thing to carry away, and what is the board asked to think about?",
            ),
        ),
        runs_on=True,
    ),
    Part("Glossary", (SectionWords("glossary", "Glossary", "Which words need explaining?"),), numbered=False),
    Part(
        "References",
        (SectionWords("references", "References", "Which published sources are cited?"),),
        numbered=False,
        runs_on=True,
    ),
    Part(
        "Appendix: how we worked",
        (
            SectionWords(
                "method",
                "Appendix: how we worked",
                "Episodes and factors as a table, the balance of sources, the limits of the method.",
            ),
        ),
        numbered=False,
    ),
)

SECTIONS: tuple[SectionWords, ...] = tuple(one for part in PARTS for one in part.sections)
