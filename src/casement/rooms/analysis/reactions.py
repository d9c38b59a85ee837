"""The papers that the analysis keeps, for whoever points to one."""

import re
from collections.abc import Collection, Iterable

from casement.foundation.actions import Action
from casement.foundation.papers import Paper, shelf
from casement.rooms.analysis.queries.numbers import numbers

TABLES = (
    ("perspectives", "Perspectives"),
    ("episodes/table", "Table of key practice episodes"),
    ("factors", "Contributory factors"),
    ("patterns", "Patterns"),
    ("findings", "Findings"),
)
NUMBERED = re.compile(r"(episode|finding)-(\d+)")


def numbered(keys: Collection[str]) -> list[tuple[str, int]]:
    """The episodes and findings that keys name; a number that was given out is never taken back."""
    return [(found[1], int(found[2])) for key in keys if (found := NUMBERED.fullmatch(key))]


@shelf
def papers(review: int, wanted: Collection[str] | None) -> Iterable[Paper]:
    """Each part of the analysis, and each chosen episode and finding by its number."""
    for path, name in TABLES:
        yield Paper(path.replace("/", "-"), name, f"{path}/", Action.ANALYSIS_READ)
    for thing, number in numbers(review) if wanted is None else numbered(wanted):
        yield Paper(
            f"{thing}-{number}", f"{thing.capitalize()} {number}", f"{thing}s/{number}/", Action.ANALYSIS_READ
        )
