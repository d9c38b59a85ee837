"""The words of the reviews room: kinds of review, independence, kinds of identity, levels of factors."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of review this is."""

    CHILDREN = "children"
    ADULTS = "adults"
    GOOD_OUTCOME = "good_outcome"
    THEMATIC = "thematic"


KIND_NAMES: dict[str, str] = {
    Kind.CHILDREN: "Children",
    Kind.ADULTS: "Adults",
    Kind.GOOD_OUTCOME: "Good outcome",
    Kind.THEMATIC: "Thematic",
}
KIND_HELP: dict[str, str] = {
    Kind.CHILDREN: "One case of a child or children.",
    Kind.ADULTS: "One case of an adult with care and support needs.",
    Kind.GOOD_OUTCOME: "A case that went well, to learn what made that possible.",
    Kind.THEMATIC: "One theme, looked at through several cases.",
}


class Independence(StrEnum):
    """Whether a lead reviewer works for one of the agencies. Stored for each lead, never assumed."""

    INTERNAL = "internal"
    INDEPENDENT = "independent"


INDEPENDENCE_NAMES: dict[str, str] = {
    Independence.INTERNAL: "Works for one of the agencies or the board",
    Independence.INDEPENDENT: "Independent of the agencies and the board",
}


class IdentityKind(StrEnum):
    """What a label stands for."""

    WORKER = "worker"
    FAMILY = "family"
    PLACE = "place"


IDENTITY_NAMES: dict[str, str] = {
    IdentityKind.WORKER: "Worker",
    IdentityKind.FAMILY: "Family member or friend",
    IdentityKind.PLACE: "Place or organisation",
}

LEVEL_NAMES: dict[str, str] = {
    "L1": "Frontline factors",
    "L2": "Local strategic level factors",
    "L3": "National/government level factors",
    "L9": "Other",
}
