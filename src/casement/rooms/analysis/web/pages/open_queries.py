"""Open queries: what we do not know yet, whom it is put to, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.beside import Beside, beside
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.analysis.exports import open_queries as files
from casement.rooms.analysis.queries import open_queries as asking
from casement.rooms.analysis.queries.open_queries import OPEN, STATES, QueryLine
from casement.rooms.analysis.web.pages.blocks import may_write, pages_of
from casement.rooms.analysis.web.pages.editing import FormPage, Options, to
from casement.rooms.chronology.queries import knowers

SIZE = 50
NOBODY = "Nobody in particular"
LIST = "Open queries"


@dataclass(frozen=True)
class QueriesPage:
    """The queries that stand one way, and how many stand each way."""

    tabs: tuple[tuple[Place, int], ...]
    lines: tuple[QueryLine, ...]
    state: str
    pages: Pages
    may_write: bool
    choices: Mapping[str, Options] = field(default_factory=dict)
    tab: str = LIST


@dataclass(frozen=True)
class QueryPage:
    """One query, its answers, and the meetings that spoke of it."""

    one: QueryLine
    meetings: tuple[Beside, ...]
    may_write: bool
    tab: str


def queries_page(seat: Seat, asked: QueryDict | None = None) -> QueriesPage:
    """The list, of one state at a time: open ones unless others are asked for."""
    told = asking.open_queries(seat)
    wanted = (asked or QueryDict()).get("state", "")
    state = next((one for one in STATES if one.lower().replace(" ", "-") == wanted), OPEN)
    here = [one for one in told if one.state == state]
    pages = pages_of(asked or QueryDict(), len(here), SIZE, "queries", keep=("state",))
    base = f"/reviews/{seat.ref}/open-queries/"
    return QueriesPage(
        tuple(
            (Place(one, f"{base}?state={one.lower().replace(' ', '-')}", one == state),
             sum(each.state == one for each in told))
            for one in STATES
        ),
        tuple(here[(pages.current - 1) * SIZE :][:SIZE]),
        state,
        pages,
        may_write(seat),
        whom(seat) if may_write(seat) else {},
    )  # fmt: skip


def whom(seat: Seat) -> dict[str, Options]:
    """Everybody to whom a query may be put."""
    return {"voice": [("", NOBODY), *((one.key, one.name) for one in knowers(seat))]}


def query_page(seat: Seat, number: int) -> QueryPage:
    """One query. NotHere when there is none."""
    told = asking.open_query(seat, number)
    return QueryPage(told, beside(seat, "open_query", number), may_write(seat), f"Open query {number}")


def putting_page(seat: Seat, number: int) -> FormPage:
    """Saying whom a query is put to."""
    told = asking.open_query(seat, number)
    return form(seat, told, "To whom do you put it?", "Who could know? Nobody is told of it by this.", "Save",
                filled={"form": {"voice": told.voice}}, choices=whom(seat))  # fmt: skip


def letting_go_page(seat: Seat, number: int) -> FormPage:
    """Letting a query go."""
    told = asking.open_query(seat, number)
    return form(seat, told, "Let it go", "Not every question can be answered, and not every one matters.",
                "Let it go")  # fmt: skip


def form(
    seat: Seat, told: QueryLine, heading: str, sentence: str, button: str, **more: Mapping[str, object]
) -> FormPage:  # fmt: skip
    """A page that holds one form about a query."""
    name = f"Open query {told.number}"
    return FormPage(
        heading=heading, sentence=sentence, above=to(seat, f"open-queries/{told.number}/", name), tab=name,
        button=button, quoted=(("What we do not know yet", told.text),), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def queries_file(seat: Seat, kind: str) -> Download:
    """All of them as a table."""
    return tabular("open-queries", kind, files.COLUMNS, files.rows(asking.open_queries(seat)))
