"""Limits of a table, and the text a person saw in a typed cell."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from casement.foundation.dates import CellValue
from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.vocabulary import EMPTY, Cell

MOST_ROWS = 200_000
MOST_CELLS = 4_000_000
LONG_TEXT = 32_767  # characters; the most a spreadsheet cell holds


def cell_of(value: CellValue) -> Cell:
    """The cell for a typed value, with the text a person would have seen."""
    if value is None or value == "":
        return EMPTY
    return Cell(value if isinstance(value, str) else _shown(value), value)


def _shown(value: CellValue) -> str:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            seconds = ":%S" if value.second else ""
            return value.strftime(f"%d/%m/%Y %H:%M{seconds}" if value.time() != time.min else "%d/%m/%Y")
        case date():
            return value.strftime("%d/%m/%Y")
        case time():
            return value.strftime("%H:%M:%S" if value.second else "%H:%M")
        case timedelta():
            minutes, over = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02d}" + (f":{over:02d}" if over else "")
    return str(value)


def within_limits(rows: int, columns: int) -> None:
    """Raises Unreadable for a sheet too large to hold."""
    if rows > MOST_ROWS:
        raise Unreadable(
            f"A sheet in this file runs to row {rows:,}. Casement takes {MOST_ROWS:,}. Send it in parts."
        )
    if rows * columns > MOST_CELLS:
        raise Unreadable(
            "A sheet in this file is too wide and too long. Remove columns that hold no part of the "
            "chronology, or send it in parts."
        )


def long_texts(rows: tuple[tuple[Cell, ...], ...], first_row: int) -> tuple[str, ...]:
    """A sentence for each row that holds a text longer than any spreadsheet would."""
    return tuple(
        f"Row {number} holds a text of {len(cell.text):,} characters. It is kept whole."
        for number, row in enumerate(rows, first_row)
        for cell in row
        if len(cell.text) > LONG_TEXT
    )
