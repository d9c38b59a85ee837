"""The episode table as CSV."""

from collections.abc import Iterable

from casement.foundation.comma_separated import BOM, STARTS, as_csv, inert, read_back
from casement.rooms.analysis.exports.episode_rows import COLUMNS, rows_of
from casement.rooms.analysis.queries.tree import EpisodeView

__all__ = ["BOM", "STARTS", "episode_csv", "inert", "read_back"]


def episode_csv(episodes: Iterable[EpisodeView]) -> bytes:
    """The table, one row for each episode; paragraphs end with a line feed."""
    rows = rows_of(episodes)
    return as_csv(COLUMNS, ([str(row.number), *("\n".join(cell) for cell in row.cells)] for row in rows))
