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


class Direction(StrEnum):
    """Which way an exchange goes."""

    IN = "in"
    OUT = "out"


class ExchangeState(StrEnum):
    """How far an exchange is."""

    MOVING = "moving"
    DONE = "done"
    REFUSED = "refused"


class Target(StrEnum):
    """For which program a project goes out."""

    STANDARD = "standard"
    NVIVO = "nvivo"
    MAXQDA = "maxqda"


TARGET_NAMES: dict[str, str] = {
    Target.STANDARD: "Any program: ATLAS.ti, QualCoder, Transana and others (as the standard says)",
    Target.NVIVO: "NVivo (counts an emoji as two; one passage for each code)",
    Target.MAXQDA: "MAXQDA (one passage for each code)",
}


class CountedAs(StrEnum):
    """How the places in a file are counted: found out from the file, or said by whoever brings it in."""

    FOUND_OUT = "auto"
    STANDARD = "standard"
    NVIVO = "nvivo"
    ATLAS = "atlas"


COUNTED_NAMES: dict[str, str] = {
    CountedAs.FOUND_OUT: "Find out from the file",
    CountedAs.STANDARD: "As the standard says: Unicode characters, every line end sign",
    CountedAs.NVIVO: "As NVivo does: UTF-16, every line end sign",
    CountedAs.ATLAS: "As ATLAS.ti does: Unicode characters, a line end as one",
}
COMING_NAMES: dict[str, str] = {
    "project": "All of it",
    "codebook": "Only its codes",
}
GOING_NAMES: dict[str, str] = {
    "project": "Project with its texts (.qdpx)",
    "document": "Project as one document, texts inside (.qde)",
    "codebook": "Codebook alone (.qdc)",
}
ENDINGS: dict[str, str] = {"project": ".qdpx", "document": ".qde", "codebook": ".qdc"}


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
