"""The papers that the analysis keeps, for whoever points to one."""

from collections.abc import Iterable

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


@shelf
def papers(review: int) -> Iterable[Paper]:
    """Each part of the analysis, and each chosen episode and finding by its number."""
    for path, name in TABLES:
        yield Paper(path.replace("/", "-"), name, f"{path}/", Action.ANALYSIS_READ)
    for thing, number in numbers(review):
        yield Paper(
            f"{thing}-{number}", f"{thing.capitalize()} {number}", f"{thing}s/{number}/", Action.ANALYSIS_READ
        )
