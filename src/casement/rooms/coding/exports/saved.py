"""Rows and words as files to save."""

from collections.abc import Iterable, Iterator, Sequence

from casement.foundation.access import Seat
from casement.foundation.comma_separated import csv_pieces
from casement.foundation.spreadsheet import MEDIA as SPREADSHEET
from casement.foundation.spreadsheet import as_xlsx
from casement.foundation.web import Download
from casement.rooms.coding.exports import word


def tabular(name: str, kind: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> Download:
    """Rows as a spreadsheet or as comma separated values."""
    if kind == "xlsx":
        return Download(f"{name}.xlsx", SPREADSHEET, as_xlsx(name, columns, rows))
    return Download(f"{name}.csv", "text/csv", csv_pieces(columns, rows))


def written(name: str, title: str, pieces: Iterator[str], seat: Seat) -> Download:
    """Words as a Word file."""
    return Download(f"{name}.docx", word.MEDIA, word.as_word(title, pieces, made_for=seat.label))
