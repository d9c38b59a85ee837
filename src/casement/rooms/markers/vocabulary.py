"""Words of the self-check: the four functional levels (domain 2.2), and the two published lists."""

from enum import StrEnum

KEY = "quality_markers"  # of the framework


class Level(StrEnum):
    """Whom a marker asks."""

    ACCOUNTABLE = "accountable"
    DELEGATED = "delegated"
    CONDUCTING = "conducting"
    SUPPORT = "support"


LEVEL_NAMES: dict[str, str] = {
    Level.ACCOUNTABLE: "Ultimately accountable: the board",
    Level.DELEGATED: "Delegated responsibility: its subgroup or panel",
    Level.CONDUCTING: "Conducting the review: the leads",
    Level.SUPPORT: "Practical support: the board’s office",
}
LIST_NAMES: dict[str, str] = {
    "children": "Markers for reviews of children’s cases",
    "adults": "Markers for reviews of adults’ cases",
}
CONCERN_NAMES: dict[str, str] = {"no": "No concern", "yes": "We have a concern"}
