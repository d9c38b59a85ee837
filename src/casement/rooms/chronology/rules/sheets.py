"""Reads all rows of a sheet, with counts that add up to what the file holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casement.rooms.chronology.rules.rows import LeftRow, Mapping, ReadRow, UnreadRow, read_row
from casement.rooms.chronology.vocabulary import Cell

Outcome = ReadRow | UnreadRow | LeftRow


@dataclass(frozen=True)
class Counts:
    """What becomes of the rows under the headings; `rows` is always the sum of the other four."""

    ready: int = 0
    to_check: int = 0
    blank: int = 0
    headings: int = 0
    could_be_other_order: int = 0  # among the ready ones

    @property
    def rows(self) -> int:
        """Every row under the headings."""
        return self.ready + self.to_check + self.blank + self.headings


def read_rows(
    rows: Iterable[Sequence[Cell]], mapping: Mapping, *, first_number: int, headings: Sequence[Cell] = ()
) -> Iterator[Outcome]:
    """One outcome for each row, in order; `first_number` is the number in the file of the first."""
    above: ReadRow | None = None
    repeated = _words(headings)
    for number, cells in enumerate(rows, first_number):
        if repeated and _words(cells) == repeated:
            yield LeftRow(number, "headings")
            continue
        outcome = read_row(cells, mapping, number=number, above=above)
        if isinstance(outcome, ReadRow):
            above = outcome
        elif isinstance(outcome, UnreadRow):
            above = None  # what a row below would take from above is not known now
        yield outcome


def count(outcomes: Iterable[Outcome]) -> Counts:
    """How many rows came to what."""
    ready = to_check = blank = headings = either = 0
    for outcome in outcomes:
        match outcome:
            case ReadRow():
                ready += 1
                either += outcome.when.could_be_other_order
            case UnreadRow():
                to_check += 1
            case LeftRow(kind="blank"):
                blank += 1
            case LeftRow():
                headings += 1
    return Counts(ready, to_check, blank, headings, either)


def _words(cells: Sequence[Cell]) -> tuple[str, ...]:
    words = tuple(cell.text.strip().lower() for cell in cells)
    return words if any(words) else ()
