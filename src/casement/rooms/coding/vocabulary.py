"""Words of the coding room: influences, and what a mark can carry."""

from dataclasses import dataclass
from enum import StrEnum


class Influence(StrEnum):
    """How a factor bore on practice (domain 4)."""

    SUPPORTS = "supports_good_practice"
    HARDER = "makes_problematic_practice_more_likely"
    UNCLEAR = "unclear"


INFLUENCE_NAMES: dict[str, str] = {
    Influence.SUPPORTS: "Helped",
    Influence.HARDER: "Made it harder",
    Influence.UNCLEAR: "Unclear",
}
INFLUENCE_LONG: dict[str, str] = {
    Influence.SUPPORTS: "Supports good practice",
    Influence.HARDER: "Makes problematic practice more likely",
    Influence.UNCLEAR: "Unclear",
}
# What the page and its script call them, in one word.
INFLUENCE_SHORT: dict[str, str] = {
    Influence.SUPPORTS: "helped",
    Influence.HARDER: "harder",
    Influence.UNCLEAR: "unclear",
}


@dataclass(frozen=True)
class CodeName:
    """What somebody chose: a factor by its item id, an open code by its number, or words for a new one."""

    kind: str  # item, open, new
    value: str


class Choice(StrEnum):
    """What can be agreed about a paragraph where coders differed."""

    KEEP = "keep"
    ALL = "all"
    NEITHER = "neither"
    REWORDED = "reworded"


CHOICE_NAMES: dict[str, str] = {
    Choice.KEEP: "Keep what one of you said",
    Choice.ALL: "Keep it all: they go together",
    Choice.NEITHER: "Keep none of it",
    Choice.REWORDED: "Something else, in words",
}
