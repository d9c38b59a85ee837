"""The episode table as CSV that no spreadsheet will run, and that can be read back to the letter.

A cell that begins with =, +, -, @, a tab, a carriage return or an apostrophe gets one apostrophe in front.
Reading back: take exactly one apostrophe away when one of those signs follows it.
"""

import csv
import io
from collections.abc import Iterable

from casement.rooms.analysis.exports.episode_rows import COLUMNS, rows_of
from casement.rooms.analysis.queries.tree import EpisodeView

STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
BOM = "\ufeff"


def inert(cell: str) -> str:
    """A cell that a spreadsheet will show and not run."""
    return "'" + cell if cell.startswith(STARTS) else cell


def read_back(cell: str) -> str:
    """The cell as it was before `inert`."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS) else cell


def episode_csv(episodes: Iterable[EpisodeView]) -> bytes:
    """The table as UTF-8 with a byte order mark, one row for each episode; paragraphs end with a line feed."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows_of(episodes):
        writer.writerow([str(row.number), *(inert("\n".join(cell)) for cell in row.cells)])
    return (BOM + out.getvalue()).encode()
