"""Reads one row of an agency's table, or says in a sentence why it waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from casement.foundation.dates import (
    Doubt,
    NotADate,
    Order,
    Precision,
    TimeSpan,
    UncertainDate,
    read_cell,
    read_time_cell,
    with_time,
)
from casement.rooms.chronology.vocabulary import Cell, Field

NO_EVENT = "no_event"
_NO_TIME = {"", "-", "--", "n/k", "nk", "n/a", "na", "not known", "unknown", "not recorded", "?"}


@dataclass(frozen=True)
class Mapping:
    """What the person confirmed: a field for each column, and how dates are to be read.

    `carry_dates` fills a blank or "same day" date from the row above. `year_from_above` takes a missing
    year from there too; `within` takes it from a period when only one year fits. None happens unasked.
    """

    fields: tuple[Field, ...]
    order: Order = "DMY"
    serials: bool = False
    from_1904: bool = False
    carry_dates: bool = False
    year_from_above: bool = False
    within: tuple[date, date] | None = None
    newest_year: int | None = None


@dataclass(frozen=True)
class ReadRow:
    """A row ready to become an entry; `notes` say what was taken from elsewhere than its own cells."""

    number: int
    when: UncertainDate
    event: str
    source: str = ""
    present: str = ""
    action: str = ""
    analysis: str = ""
    reference: str = ""
    notes: tuple[str, ...] = ()
    day: UncertainDate | None = field(default=None, compare=False)  # before its time was joined


@dataclass(frozen=True)
class UnreadRow:
    """A row that waits for the person: as recorded, why, and which column (from 0) is to be put right."""

    number: int
    reason: str
    kind: str
    column: int | None
    texts: tuple[str, ...]


@dataclass(frozen=True)
class LeftRow:
    """A row that holds nothing to bring in: blank, or the headings over again."""

    number: int
    kind: str


class _Waits(Exception):
    def __init__(self, error: NotADate, column: int | None) -> None:
        super().__init__(error.why)
        self.error, self.column = error, column


def read_row(
    cells: Sequence[Cell], mapping: Mapping, *, number: int, above: ReadRow | None = None
) -> ReadRow | UnreadRow | LeftRow:
    """What the row says under `mapping`; `above` is the last row read before it."""
    if not any(cell.text.strip() for cell in cells):
        return LeftRow(number, "blank")
    texts = tuple(cell.text for cell in cells)
    try:
        day, notes = _day(cells, mapping, above)
        when = _ends(day, cells, mapping)
    except _Waits as waits:
        return UnreadRow(number, waits.error.sentence, str(waits.error.kind), waits.column, texts)
    event = _text(cells, mapping, Field.EVENT)
    if not event.strip():
        column = mapping.fields.index(Field.EVENT) if Field.EVENT in mapping.fields else None
        return UnreadRow(number, "There is a date here but no event. What happened?", NO_EVENT, column, texts)
    others = {
        name.value: _text(cells, mapping, name)
        for name in (Field.SOURCE, Field.PRESENT, Field.ACTION, Field.ANALYSIS, Field.REFERENCE)
    }
    return ReadRow(number, when, event, notes=notes, day=day, **others)


def _text(cells: Sequence[Cell], mapping: Mapping, name: Field) -> str:
    """The words of every column that becomes `name`, in the order of the table."""
    texts = (cell.text for cell, becomes in zip(cells, mapping.fields, strict=False) if becomes is name)
    return "\n".join(text for text in texts if text.strip())


def _cell(cells: Sequence[Cell], mapping: Mapping, name: Field) -> tuple[Cell | None, int | None]:
    if name not in mapping.fields:
        return None, None
    column = mapping.fields.index(name)
    return (cells[column] if column < len(cells) else Cell("")), column


def _day(cells: Sequence[Cell], mapping: Mapping, above: ReadRow | None) -> tuple[UncertainDate, tuple[str, ...]]:
    cell, column = _cell(cells, mapping, Field.DATE)
    if cell is None:
        raise _Waits(NotADate("no column was chosen for the date.", Doubt.BLANK), None)
    try:
        return _date(cell, mapping, above), ()
    except NotADate as error:
        day = above.day if above else None
        from_above = error.kind is Doubt.ELSEWHERE or not cell.text.strip()
        if mapping.carry_dates and from_above and above and day:
            note = f"date carried down from row {above.number}"
            return replace(day, recorded=cell.text, habit=f"{day.habit}; {note}"), (note,)
        raise _Waits(error, column) from None


def _date(cell: Cell, mapping: Mapping, above: ReadRow | None) -> UncertainDate:
    within, words = mapping.within, "the only one that fits the period"
    if mapping.year_from_above and above and above.day and above.day.start:
        half = timedelta(days=182)
        within, words = (above.day.start - half, above.day.start + half), f"from row {above.number}"
    return read_cell(
        cell.value,
        cell.text,
        serials=mapping.serials,
        from_1904=mapping.from_1904,
        order=mapping.order,
        newest_year=mapping.newest_year,
        within=within,
        within_words=words,
    )


def _ends(day: UncertainDate, cells: Sequence[Cell], mapping: Mapping) -> UncertainDate:
    """The date with its time, end date and end time joined; all words as recorded are kept."""
    start_at, start_words = _time(cells, mapping, Field.TIME)
    end_at, end_words = _time(cells, mapping, Field.END_TIME)
    end_cell, end_column = _cell(cells, mapping, Field.END_DATE)
    recorded = [day.recorded, start_words]
    column = mapping.fields.index(Field.DATE)
    try:
        if end_cell is None or not end_cell.text.strip():
            if start_at and end_at:
                start_at = replace(start_at, end=end_at.end, exact=start_at.exact and end_at.exact)
            elif end_at:
                raise NotADate("there is an end time but no start time. What should it be?", Doubt.TWO_READINGS)
            when = with_time(day, start_at) if start_at else day
        else:
            column = end_column if end_column is not None else column
            last = _date(end_cell, mapping, None)
            recorded += ["to", end_cell.text]
            first = with_time(day, start_at) if start_at else day
            when = _joined(first, with_time(last, end_at) if end_at else last)
    except NotADate as error:
        raise _Waits(error.about(error.recorded or day.recorded), column) from None
    except ValueError:
        words = " ".join(filter(None, recorded))
        backwards = NotADate("the end comes before the start. Which is right?", Doubt.BACKWARDS, words)
        raise _Waits(backwards, column) from None
    return replace(when, recorded=" ".join(part for part in (*recorded, end_words) if part.strip()))


def _joined(first: UncertainDate, last: UncertainDate) -> UncertainDate:
    if first.start is None or last.end is None:
        raise NotADate("this has two limits. What is meant?", Doubt.TWO_READINGS)
    return UncertainDate(
        first.recorded, first.start, last.end, Precision.RANGE, first.start_time, last.end_time,
        first.approximate or last.approximate, first.doubtful or last.doubtful,
        first.could_be_other_order or last.could_be_other_order, f"{first.habit}; {last.habit}",
    )  # fmt: skip


def _time(cells: Sequence[Cell], mapping: Mapping, name: Field) -> tuple[TimeSpan | None, str]:
    cell, column = _cell(cells, mapping, name)
    if cell is None or cell.text.strip().lower() in _NO_TIME:
        return None, cell.text if cell else ""
    try:
        return read_time_cell(cell.value, cell.text), cell.text
    except NotADate as error:
        raise _Waits(error, column) from None
