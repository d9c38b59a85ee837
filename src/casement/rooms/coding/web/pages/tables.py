"""Codes by something, as a table and as a picture of the same, whose cells lead to the passages behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.rooms.coding import queries
from casement.rooms.coding.queries import CodeName
from casement.rooms.coding.rules.across.asking import TABLES, Asked, address, asked_in, of_cell
from casement.rooms.coding.rules.across.periods import UNITS
from casement.rooms.coding.web.pages.parts import number_in


@dataclass(frozen=True)
class TablePage:
    """A table of codes, and the question it answers."""

    question: queries.Question
    by: str
    by_words: str
    tabs: tuple[Place, ...]
    drawn: queries.Drawn
    left_out: tuple[CodeName, ...]
    may_keep: bool
    may_save: bool
    shows: str
    files: str
    tab: str = "Across sources"


def table_page(seat: Seat, asked: QueryDict | None = None) -> TablePage:
    """Codes by what the address says; by agency when it says nothing."""
    by = kind_of(asked)
    told = queries.question(seat, columns_free(asked_of(asked), by))
    table = queries.table_by(seat, told, by)
    links = tuple(Place(name, f"?{address(told.asked, by=key)}", key == by) for key, name in TABLES.items())
    return TablePage(
        told,
        by,
        TABLES[by],
        links,
        queries.drawn(
            seat, table, parts_in(asked), address(told.asked, by=by), lambda code, at: listed(told.asked, code, at)
        ),
        table.left_out,
        allows(seat.standing, Action.CODING_VIEWS),
        allows(seat.standing, Action.CODING_FILES),
        by,
        address(told.asked, by=by),
    )


def parts_in(asked: QueryDict | None) -> dict[str, int]:
    """Which part of the rows and of the columns the address asks for."""
    told = asked or QueryDict()
    return {name: number for name in ("rows", "columns") if (number := number_in(told, name))}


def asked_of(asked: QueryDict | None) -> Asked:
    """What an address asks."""
    told = asked or QueryDict()
    return asked_in((name, value) for name, values in told.lists() for value in values)


def kind_of(asked: QueryDict | None) -> str:
    """Which table the address asks for."""
    told = (asked or QueryDict()).get("by", "")
    return told if told in TABLES else "agency"


def columns_free(asked: Asked, by: str) -> Asked:
    """The question without what the columns say already."""
    return replace(asked, period="") if by in UNITS else asked


def listed(asked: Asked, code: CodeName, column: queries.Column) -> str:
    """Where the passages behind a cell are listed."""
    name, value = column.asks
    if name != "also":
        return f"across/passages/?{address(of_cell(asked, code.value, **{name: value}))}"
    more = () if value == code.value or value in asked.also else (value,)
    return f"across/passages/?{address(replace(asked, codes=(code.value,), also=(*asked.also, *more)))}"
