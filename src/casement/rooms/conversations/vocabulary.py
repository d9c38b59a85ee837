"""Words of the conversations room: states, guides, remarks, and the text in which the status is explained."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a conversation stands (domain 2.4)."""

    PROPOSED = "proposed"
    EXPLAINED = "explained"
    BOOKED = "booked"
    HELD = "held"
    WRITTEN_UP = "written_up"
    CHECKED = "checked_by_participant"
    RELEASED = "released_to_analysis"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ON_HOLD = "on_hold"


STATE_NAMES: dict[str, str] = {
    State.PROPOSED: "Not yet explained",
    State.EXPLAINED: "Explained",
    State.BOOKED: "Booked",
    State.HELD: "Held",
    State.WRITTEN_UP: "With the participant to check",
    State.CHECKED: "Agreed",
    State.RELEASED: "Released to the analysis",
    State.DECLINED: "Declined",
    State.WITHDRAWN: "Withdrawn",
    State.ON_HOLD: "On hold",
}


class Guide(StrEnum):
    """Which wording of the conversation structure the pair holds."""

    PRACTITIONER = "practitioner"
    MANAGER = "manager"
    FAMILY = "family"


GUIDE_NAMES: dict[str, str] = {
    Guide.PRACTITIONER: "Practitioner",
    Guide.MANAGER: "First-line manager",
    Guide.FAMILY: "Family member",
}


class Remark(StrEnum):
    """What a participant says about their write-up."""

    CORRECTION = "correction"
    ADDITION = "addition"
    DISAGREEMENT = "disagreement"


REMARK_NAMES: dict[str, str] = {
    Remark.CORRECTION: "A fact is wrong",
    Remark.ADDITION: "I want to add something",
    Remark.DISAGREEMENT: "I see this differently",
}
REMARK_HINTS: dict[str, str] = {
    Remark.CORRECTION: "Say what it should be. The two who wrote it put it right.",
    Remark.ADDITION: "They add it to the text.",
    Remark.DISAGREEMENT: "Your words stand beside the text. Nobody writes over them.",
}


@dataclass(frozen=True)
class Explained:
    """One version of the text that explains the status of a conversation. Never reworded: a new one is added."""

    version: str
    paragraphs: tuple[str, ...]


EXPLANATIONS = (
    Explained(
        "1",
        (
            "This conversation helps us understand how services work. It is not an investigation of you, and not "
            "part of any disciplinary step.",
            "It is not completely confidential and has no special protection in law. Your account is used in our "
            "reports, with your role and not your name, and a court or the law could require us to share it.",
            "You can stop, pass on a question, or take someone with you. Whether it is recorded is for you to say, "
            "and saying no changes nothing.",
            "You will read what we write and correct it before anyone uses it.",
        ),
    ),
)
NOW_EXPLAINED = EXPLANATIONS[-1]


@dataclass(frozen=True)
class Part:
    """One part of a write-up: the heading's id, the turning point it tells of with its title, and the words."""

    key: str
    text: str
    title: str = ""
    turn: int = 0

    @property
    def name(self) -> str:
        """How forms call it."""
        return f"{self.key}-{self.turn}"
