"""The papers that the chronology keeps, for whoever points to one."""

from collections.abc import Collection, Iterable

from casement.foundation.actions import Action
from casement.foundation.papers import Paper, shelf


@shelf
def papers(review: int, wanted: Collection[str] | None) -> Iterable[Paper]:
    """The combined chronology, strand by strand."""
    yield Paper("strands", "Chronology, strand by strand", "strands/", Action.CHRONOLOGY_READ)
