"""Cells as plain values that a database can keep, and back, so that a row can be read again later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from casement.rooms.chronology.vocabulary import EMPTY, Cell

_NUL, _SHOWN_NUL = "\0", "\u2400"  # PostgreSQL keeps no NUL; its picture stands for it


def to_plain(cells: Sequence[Cell]) -> list[Any]:
    """The cells of a row without the empty ones at its end."""
    plain = [_plain(cell) for cell in cells]
    while plain and plain[-1] == "":
        plain.pop()
    return plain


def from_plain(plain: Sequence[Any], width: int = 0) -> tuple[Cell, ...]:
    """The cells that `to_plain` kept, filled up with empty ones to `width`."""
    cells = tuple(_cell(each) for each in plain)
    return cells + (EMPTY,) * (width - len(cells))


def _plain(cell: Cell) -> Any:
    text = cell.text.replace(_NUL, _SHOWN_NUL)
    match cell.value:
        case None | str():
            return text
        case bool():
            return [text, "bool", cell.value]
        case int() | float():
            return [text, "number", cell.value]
        case datetime():
            return [text, "datetime", cell.value.isoformat()]
        case date():
            return [text, "date", cell.value.isoformat()]
        case time():
            return [text, "time", cell.value.isoformat()]
        case timedelta():
            return [text, "seconds", cell.value.total_seconds()]
    return text


def _cell(plain: Any) -> Cell:
    if isinstance(plain, str):
        return Cell(plain, plain) if plain else EMPTY
    text, kind, value = plain
    match kind:
        case "datetime":
            return Cell(text, datetime.fromisoformat(value))
        case "date":
            return Cell(text, date.fromisoformat(value))
        case "time":
            return Cell(text, time.fromisoformat(value))
        case "seconds":
            return Cell(text, timedelta(seconds=value))
    return Cell(text, value)
