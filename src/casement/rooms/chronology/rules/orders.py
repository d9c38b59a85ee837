"""Whether a column of dates writes the day or the month first: counted, never chosen for the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.foundation.dates import NotADate, Order, UncertainDate, describe, read_cell
from casement.rooms.chronology.vocabulary import Cell


@dataclass(frozen=True)
class OrderEvidence:
    """How many dates fit each order, and one worked example."""

    either: int
    day_first_only: int
    month_first_only: int
    example: str
    example_read: str

    @property
    def sentence(self) -> str:
        """The habit in a sentence, for the page that asks about the column."""
        said = "Day first."
        if self.example:
            said += f" {self.example} is {self.example_read}."
        if self.either:
            said += f" Rows that could be read either way: {self.either}."
        if self.month_first_only:
            said += f" Rows that fit month first only: {self.month_first_only}."
            return f"{said} Choose the order for this column."
        return f"{said} None fits month first better." if self.either else said


def order_evidence(cells: Iterable[Cell]) -> OrderEvidence:
    """Counts over a column of dates read in both orders."""
    either = day_only = month_only = 0
    example = example_read = ""
    for cell in cells:
        day_first, month_first = _read(cell, "DMY"), _read(cell, "MDY")
        if day_first is None:
            month_only += month_first is not None
            continue
        either += day_first.could_be_other_order
        day_only += month_first is None
        if not example and (day_first.could_be_other_order or month_first is None):
            example, example_read = cell.text.strip(), describe(day_first)
    return OrderEvidence(either, day_only, month_only, example, example_read)


def _read(cell: Cell, order: Order) -> UncertainDate | None:
    try:
        return read_cell(cell.value, cell.text, order=order)
    except NotADate:
        return None
