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
    ("open-queries", "Open queries"),
)
NAMES = {"episode": "Episode", "finding": "Finding", "open_query": "Open query"}
FOLDERS = {"episode": "episodes", "finding": "findings", "open_query": "open-queries"}
NUMBERED = re.compile(r"(episode|finding|open_query)-(\d+)")


def numbered(keys: Collection[str]) -> list[tuple[str, int]]:
    """The episodes, findings and open queries that keys name; a number that was given out is never taken back."""
    return [(found[1], int(found[2])) for key in keys if (found := NUMBERED.fullmatch(key))]


@shelf
def papers(review: int, wanted: Collection[str] | None) -> Iterable[Paper]:
    """Each part of the analysis, and each chosen episode, finding and open query by its number."""
    for path, name in TABLES:
        yield Paper(path.replace("/", "-"), name, f"{path}/", Action.ANALYSIS_READ)
    for thing, number in numbers(review) if wanted is None else numbered(wanted):
        yield Paper(
            f"{thing}-{number}", f"{NAMES[thing]} {number}", f"{FOLDERS[thing]}/{number}/", Action.ANALYSIS_READ
        )
