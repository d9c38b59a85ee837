"""The two follow-on reports to the case group: their sections, and the words of comments and answers."""

from __future__ import annotations

from enum import StrEnum

from casement.rooms.reports.vocabulary.sections import PARTS, Part, SectionWords

FINAL = "final"
FOLLOW_ON: dict[int, str] = {1: "follow_on_1", 2: "follow_on_2"}
FOLLOW_ON_NUMBER: dict[str, int] = {kind: number for number, kind in FOLLOW_ON.items()}
LAST_FOLLOW_ON = max(FOLLOW_ON)


def _part(key: str, title: str, asks: str) -> Part:
    return Part(title, (SectionWords(key, title, asks),), runs_on=True)


FIRST: tuple[Part, ...] = (
    _part("purpose", "What this report is for", "Why do they get it, who else reads it, and how do they comment?"),
    _part("so-far", "Where we are", "What has been done, and what comes next?"),
    _part("case", "The case in short", "What does somebody need to know who saw a part of it only?"),
    _part("accounts", "How it looked from each place", "What did each know, think and feel at the time?"),
    _part("episodes-so-far", "The episodes, as a draft", "Which moments, why did it make sense, what shaped it?"),
    _part("went-well", "What went well", "Which good work was there, and what made it possible?"),
    _part("open-accounts", "Gaps, and accounts that differ", "What do we not know, and where do people differ?"),
    _part("asking-1", "What we ask you", "What can only the people who were there say?"),
    _part("words-used", "Words used here", "Which words need explaining?"),
)
SECOND: tuple[Part, ...] = (
    _part("told-us", "What you told us, and what we changed", "What became of each comment, and why?"),
    _part("episodes-revised", "The episodes, revised", "How do the episodes stand after what the group said?"),
    _part("to-pattern", "From the case to patterns", "Which ways of working may reach beyond this case?"),
    _part("drafts", "Draft findings", "What does the team think it has learnt so far?"),
    _part("recognition", "Do you recognise this?", "Is it known to them, how usual, where else, who does better?"),
    _part("not-known", "What is not known of how usual it is", "Which figures are missing, and who has them?"),
    _part("asking-2", "What we ask you now", "What should the group say before the board reads anything?"),
)
PARTS_OF: dict[str, tuple[Part, ...]] = {FINAL: PARTS, FOLLOW_ON[1]: FIRST, FOLLOW_ON[2]: SECOND}
# Keys are never used twice, so that a section is found by its key whichever report it stands in.
KIND_OF: dict[str, str] = {
    words.key: kind for kind, parts in PARTS_OF.items() for part in parts for words in part.sections
}
SECTION: dict[str, SectionWords] = {
    words.key: words for parts in PARTS_OF.values() for part in parts for words in part.sections
}
NAMES: dict[str, str] = {
    FINAL: "Final report", FOLLOW_ON[1]: "Follow-on report 1", FOLLOW_ON[2]: "Follow-on report 2"
}  # fmt: skip


class CommentKind(StrEnum):
    """What somebody says of a paragraph."""

    FACT = "fact"
    WORDING = "wording"
    DISAGREEMENT = "disagreement"
    ADDITION = "addition"


COMMENT_SAYS: dict[str, str] = {
    CommentKind.FACT: "This is not how it was",
    CommentKind.WORDING: "Put it differently",
    CommentKind.DISAGREEMENT: "I disagree",
    CommentKind.ADDITION: "I want to add something",
}
COMMENT_NAMES: dict[str, str] = {
    CommentKind.FACT: "Fact",
    CommentKind.WORDING: "Wording",
    CommentKind.DISAGREEMENT: "Disagreement",
    CommentKind.ADDITION: "Addition",
}


class Disposition(StrEnum):
    """What was done with a comment."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    NOT_ACCEPTED = "not_accepted"


DISPOSITION_NAMES: dict[str, str] = {
    Disposition.ACCEPTED: "Accepted",
    Disposition.PARTLY: "Accepted in part",
    Disposition.NOT_ACCEPTED: "Not accepted",
}


class Bearing(StrEnum):
    """What the team makes of a comment beside an episode or a finding."""

    TO_CHECK = "to_check"
    FOR = "for"
    AGAINST = "against"
    SET_ASIDE = "set_aside"


BEARING_NAMES: dict[str, str] = {
    Bearing.TO_CHECK: "To be checked",
    Bearing.FOR: "Speaks for what we say",
    Bearing.AGAINST: "Speaks against what we say",
    Bearing.SET_ASIDE: "Looked at and set aside",
}
GROUP_MEMBER = "A member of the case group"


def section_path(key: str) -> str:
    """Where a section is edited, below the address of its review."""
    number = FOLLOW_ON_NUMBER.get(KIND_OF.get(key, FINAL))
    return f"follow-on/{number}/sections/{key}/" if number else f"report/sections/{key}/"
