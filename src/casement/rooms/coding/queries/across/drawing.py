"""A table of codes as it is shown: the part that fits a page, and the places of its cells in a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.rooms.coding.queries.across.naming import CodeName
from casement.rooms.coding.queries.across.tables import Column, Table

ROWS, COLUMNS = 30, 12
CELL_WIDTH, CELL_HEIGHT, LABELS, HEAD, SHADES = 52, 30, 270, 128, 5
ListedAt = Callable[[CodeName, Column], str]
Wanted = Mapping[str, int]  # which part of the rows and of the columns, by number


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


def drawn(seat: Seat, table: Table, wanted: Wanted, base: str, listed_at: ListedAt) -> Drawn:
    """The part of a table that the address asks for, as cells and as places in a picture."""
    down = part(wanted, ("rows", "columns"), len(table.rows), ROWS, base)
    across = part(wanted, ("columns", "rows"), len(table.columns), COLUMNS, base)
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


def part(wanted: Wanted, names: tuple[str, str], total: int, size: int, base: str) -> Parts:
    """The part along one side, with links that leave the other side as it is."""
    name, other = names
    last = max(1, -(-total // size))
    here = min(max(wanted.get(name, 1), 1), last)
    rest = f"&{other}={wanted.get(other, 0)}" if wanted.get(other, 0) else ""
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
