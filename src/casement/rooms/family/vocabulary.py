"""Words of the family record: the nine questions of involvement, and how people can be reached.

The questions are our wording of what the quality markers ask of the involvement of a family: why, who, support,
influence, feedback, and the reasons where there was none (domain 8 and 12).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Question:
    """One of the nine: its word in the address, what it asks, and what helps to answer."""

    key: str
    text: str
    help: str


QUESTIONS = (
    Question("why", "Why do we ask them to take part?",
             "What they can tell that nobody else can, and what the review owes them."),
    Question("who", "Who is family or close here, and who was asked?",
             "Think of those who did the caring, of children, of those who live apart. Who was not, and why?"),
    Question("first_told", "How were they first told of the review?",
             "By whom, when, in what form, and whether they had time to think."),
    Question("wishes", "How do they wish to take part?",
             "What they said themselves. To take no part, or only a small one, is an answer too."),
    Question("support", "What support do they have?",
             "Before, during and after, from somebody outside the review. Who pays for travel and time."),
    Question("safety", "What could hurt them, and what was done about it?",
             "Courts, quarrels, other people in the family, the press, days of memory."),
    Question("influence", "What changed because of what they said?",
             "Questions they added, records they pointed to, words they corrected. If nothing did, say so."),
    Question("feedback", "How are they told what was found, before it is finished?",
             "By whom, in what form, with how much time, and what they can still change."),
    Question("reasons", "Where they took no part: what are the reasons?",
             "Not asked, not found, did not want to, stopped. Say how the way back is kept open."),
)  # fmt: skip
QUESTION = {one.key: one for one in QUESTIONS}


class How(StrEnum):
    """How somebody was in touch."""

    MET = "met"
    PHONE = "phone"
    LETTER = "letter"
    MESSAGE = "message"
    THROUGH = "through"


HOW_NAMES: dict[str, str] = {
    How.MET: "Met",
    How.PHONE: "Telephone or video",
    How.LETTER: "Letter",
    How.MESSAGE: "Message or e-mail",
    How.THROUGH: "Through their supporter or somebody they chose",
}


class Form(StrEnum):
    """In what form they wish to be written to."""

    PLAIN = "plain"
    EASY = "easy"
    LARGE = "large"
    SPOKEN = "spoken"
    OTHER = "other"


FORM_NAMES: dict[str, str] = {
    Form.PLAIN: "Plain English",
    Form.EASY: "Easy read, with pictures",
    Form.LARGE: "Large print",
    Form.SPOKEN: "Read aloud or recorded",
    Form.OTHER: "Another form, said below",
}
