"""One sheet as plain values, and how sheets are written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText

MOST_ROWS = 200_000
MOST_CELLS = 2_000_000
MOST_FILLED = 200_000

TOO_LARGE = (
    "A sheet in this file is too wide or too long to read as a source: bring it in as a chronology, "
    "or save the part you need as a smaller file and bring that in."
)
Value: TypeAlias = str | float | bool | date | datetime | time | timedelta | None


@dataclass(slots=True)
class Beside:
    """What stands around the values of a sheet. Rows and columns count from 1, as people see them.

    `errors` are cells that show a sign such as `#REF!`; `formulas` counts those with a value, and `unworked`
    names those without. Comments are (cell, author, date, words).
    """

    rows: int = 0
    columns: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: int = 0
    unworked: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[str, str, str, str]] = field(default_factory=list)
    edges: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    pictures: int = 0
    charts: int = 0
    struck: int = 0

    def reach(self, row: int, column: int) -> None:
        """Take note of a cell that holds something. `Unreadable` for a sheet too large to hold."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows > MOST_ROWS or self.rows * self.columns > MOST_CELLS:
            raise Unreadable(TOO_LARGE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, whether it is hidden, its rows from the first, and what stands around them."""

    name: str
    hidden: bool
    rows: Iterable[Sequence[Value]]
    beside: Beside


def written(sheets: Iterable[Sheet], key: str, left: int = 0) -> Extracted:
    """The text of the sheets of a file of the format `key`, which left so much behind where it was made."""
    text = RunningText()
    text.tally["elsewhere"] += left
    unworked: list[str] = []
    filled = 0
    for sheet in sheets:
        beside = sheet.beside
        before = len(text)
        if sheet.name:
            text.heading(f"Sheet: {sheet.name}{' [hidden sheet]' if sheet.hidden else ''}", 1)
        for number, row in enumerate(sheet.rows, 1):
            cells = [
                (reference(sheet.name, number, column), _marked(words, column in beside.hidden_columns))
                for column, value in enumerate(row, 1)
                if (words := shown(value) or beside.errors.get((number, column), "")).strip()
            ]
            filled += len(cells)
            if filled > MOST_FILLED:
                raise Unreadable(TOO_LARGE)
            hidden = number in beside.hidden_rows
            text.row(cells, number, hidden)
            text.tally["hidden_row"] += hidden and bool(cells)
        for words in beside.boxes:
            text.tally["sheet_box"] += 1
            text.paragraph(words, " (text box)")
        for cell, author, day, words in beside.comments:
            text.comment(words, author, day, f"{sheet.name}!{cell}")
        for kind, words in beside.edges:
            text.page_edge(kind, words)
        text.tally["hidden_sheet"] += sheet.hidden and len(text) > before
        text.tally["hidden_column"] += sum(1 for column in beside.hidden_columns if column <= beside.columns)
        text.tally["worked_out"] += beside.formulas
        text.tally["picture"] += beside.pictures
        text.tally["drawing"] += beside.charts
        text.tally["struck"] += beside.struck
        unworked += [reference(sheet.name, *place) for place in beside.unworked]
    if unworked:
        text.dropped.append(_unworked_said(unworked))
    return text.finish(BY_KEY[key].media_type)


def reference(sheet: str, row: int, column: int) -> str:
    """A cell as people call it: `Contacts!B4`."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{sheet}!{letters}{row}" if sheet else f"{letters}{row}"


def shown(value: Value) -> str:
    """The words a person would have seen in a cell."""
    match value:
        case str():
            return value
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
            minutes, seconds_over = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds_over:02d}" if seconds_over else "")
    return "" if value is None else str(value)


def _marked(words: str, hidden: bool) -> str:
    return f"[hidden] {words}" if hidden else words


def _unworked_said(cells: Sequence[str]) -> str:
    named = ", ".join(cells[:20]) + (f" and {len(cells) - 20:,} more" if len(cells) > 20 else "")
    if len(cells) == 1:
        return f"1 formula has no value stored and is left out: {named}."
    return f"{len(cells):,} formulas have no value stored and are left out: {named}."
