"""Codes by something, as a table and as a picture of the same, whose cells lead to the passages behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.rooms.coding import queries
from casement.rooms.coding.queries import CodeName, Table
from casement.rooms.coding.rules.across.asking import TABLES, Asked, address, of_cell
from casement.rooms.coding.rules.across.periods import UNITS
from casement.rooms.coding.web.pages.asking import Question, asked_of, question
from casement.rooms.coding.web.pages.parts import number_in

ROWS, COLUMNS = 30, 12
ListedAt = Callable[[CodeName, queries.Column], str]
CELL_WIDTH, CELL_HEIGHT, LABELS, HEAD, SHADES = 52, 30, 270, 128, 5


@dataclass(frozen=True)
class Cell:
    """How many passages, where they are listed, and where the cell lies in the picture."""

    count: int
    href: str
    name: str
    shade: int
    x: int
    y: int


@dataclass(frozen=True)
class Row:
    """One code."""

    code: CodeName
    short: str
    y: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Head:
    """One column."""

    name: str
    title: str
    short: str
    x: int


@dataclass(frozen=True)
class Parts:
    """Which part of a table is shown along one side, and links to the others."""

    first: int
    last: int
    of: int
    links: tuple[Place, ...]


@dataclass(frozen=True)
class Drawn:
    """A part of a table with its picture."""

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    down: Parts
    across: Parts
    width: int
    height: int


@dataclass(frozen=True)
class TablePage:
    """A table of codes, and the question it answers."""

    question: Question
    by: str
    by_words: str
    tabs: tuple[Place, ...]
    drawn: Drawn
    left_out: tuple[CodeName, ...]
    may_keep: bool
    may_save: bool
    shows: str
    files: str
    tab: str = "Across sources"


def table_page(seat: Seat, asked: QueryDict | None = None) -> TablePage:
    """Codes by what the address says; by agency when it says nothing."""
    by = kind_of(asked)
    told = question(seat, columns_free(asked_of(asked), by))
    table = table_of(seat, told, by)
    links = tuple(Place(name, f"?{address(told.asked, by=key)}", key == by) for key, name in TABLES.items())
    return TablePage(
        told,
        by,
        TABLES[by],
        links,
        drawn(seat, table, asked, address(told.asked, by=by), lambda code, at: listed(told.asked, code, at)),
        table.left_out,
        allows(seat.standing, Action.CODING_VIEWS),
        allows(seat.standing, Action.CODING_FILES),
        by,
        address(told.asked, by=by),
    )


def kind_of(asked: QueryDict | None) -> str:
    """Which table the address asks for."""
    told = (asked or QueryDict()).get("by", "")
    return told if told in TABLES else "agency"


def columns_free(asked: Asked, by: str) -> Asked:
    """The question without what the columns say already."""
    return replace(asked, period="") if by in UNITS else asked


def table_of(seat: Seat, told: Question, by: str) -> Table:
    """One table of a question."""
    if by == "together":
        return queries.together(seat, told.asked, told.names)
    if by in UNITS:
        return queries.by_period(seat, told.asked, told.names, told.sources, by)
    if by == "source":
        return queries.by_source(seat, told.asked, told.names, told.sources)
    return queries.by_agency(seat, told.asked, told.names, told.sources)


def listed(asked: Asked, code: CodeName, column: queries.Column) -> str:
    """Where the passages behind a cell are listed."""
    name, value = column.asks
    if name != "also":
        return f"across/passages/?{address(of_cell(asked, code.value, **{name: value}))}"
    more = () if value == code.value or value in asked.also else (value,)
    return f"across/passages/?{address(replace(asked, codes=(code.value,), also=(*asked.also, *more)))}"


def drawn(seat: Seat, table: Table, asked: QueryDict | None, base: str, listed_at: ListedAt) -> Drawn:
    """The part of a table that the address asks for, as cells and as places in a picture."""
    query = asked or QueryDict()
    down = part(query, ("rows", "columns"), len(table.rows), ROWS, base)
    across = part(query, ("columns", "rows"), len(table.columns), COLUMNS, base)
    most = max(table.cells.values(), default=0)
    columns = list(enumerate(table.columns))[across.first : across.last]
    heads = tuple(
        Head(one.name, one.title, shortened(one.name, 22), LABELS + CELL_WIDTH * at)
        for at, (_, one) in enumerate(columns)
    )
    rows = []
    for high, code in enumerate(table.rows[down.first : down.last]):
        y = HEAD + CELL_HEIGHT * high
        cells = tuple(
            Cell(
                (count := table.count(code, place)),
                f"/reviews/{seat.ref}/{listed_at(code, column)}" if count else "",
                f"{code.label}, {column.title or column.name}: {count}",
                -(-SHADES * count // most) if most else 0,
                LABELS + CELL_WIDTH * wide,
                y,
            )
            for wide, (place, column) in enumerate(columns)
        )
        rows.append(Row(code, shortened(code.label, 36), y, cells))
    width = LABELS + CELL_WIDTH * len(heads) + 90
    return Drawn(heads, tuple(rows), down, across, width, HEAD + CELL_HEIGHT * len(rows) + 4)


def part(query: QueryDict, names: tuple[str, str], total: int, size: int, base: str) -> Parts:
    """The part along one side, with links that leave the other side as it is."""
    name, other = names
    last = max(1, -(-total // size))
    here = min(max(number_in(query, name), 1), last)
    rest = f"&{other}={number_in(query, other)}" if number_in(query, other) else ""
    links = tuple(
        Place(
            f"{(number - 1) * size + 1} to {min(number * size, total)}",
            f"?{base}&{name}={number}{rest}".replace("?&", "?"),
            number == here,
        )
        for number in range(1, last + 1)
        if last > 1
    )
    return Parts((here - 1) * size, min(here * size, total), total, links)


def shortened(words: str, most: int) -> str:
    """Words that fit a picture; the table has them whole."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
