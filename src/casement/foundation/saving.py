"""A table as a file to save, from any room: a spreadsheet or comma separated values."""

from collections.abc import Iterable, Sequence

from casement.foundation.comma_separated import csv_pieces
from casement.foundation.spreadsheet import MEDIA, as_xlsx
from casement.foundation.web import Download


def tabular(name: str, kind: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> Download:
    """Rows as a spreadsheet when `kind` is xlsx, else as comma separated values; made while it is sent."""
    if kind == "xlsx":
        return Download(f"{name}.xlsx", MEDIA, as_xlsx(name, columns, rows))
    return Download(f"{name}.csv", "text/csv", csv_pieces(columns, rows))
