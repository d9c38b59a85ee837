"""Pages of the narrative: side by side along time, its table, one period, one role's perspective."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.web import Download
from casement.rooms.analysis import queries
from casement.rooms.analysis.exports import narrative_csv, narrative_docx
from casement.rooms.analysis.exports.narrative_rows import NARRATIVE_COLUMNS, NarrativeRow, narrative_rows
from casement.rooms.analysis.queries.perspectives import Around
from casement.rooms.analysis.queries.silences import Silent
from casement.rooms.analysis.queries.suggesting import Offered
from casement.rooms.analysis.queries.tree import PeriodView, RemarkView
from casement.rooms.analysis.vocabulary import PERSPECTIVE_PARTS, Part
from casement.rooms.analysis.web.pages.blocks import Block, RestsOn, block, may_write, pages_of, rests_on
from casement.rooms.analysis.web.pages.narrative import (
    Cell,
    Column,
    KnewRow,
    cell_of,
    choices_of,
    columns_from,
    knew_rows,
    silent_in,
)

PERIODS_SIZE = 5
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class PeriodRow:
    """One period as a row: its perspectives side by side, and who is silent in it."""

    number: int
    title: str
    when: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class PerspectivesPage:
    """The narrative: periods down, roles across, never merged."""

    rows: tuple[PeriodRow, ...]
    columns: tuple[Column, ...]
    choices: tuple[tuple[str, str, bool], ...]
    silent: tuple[Silent, ...]
    outside: bool
    turned: str
    pages: Pages
    may_write: bool
    tab: str = "Perspectives"


def perspectives_page(seat: Seat, asked: QueryDict) -> PerspectivesPage:
    """Perspectives side by side along time. The address may name the `voice`s to show, and `outside=on`."""
    found, written = queries.around(seat), queries.spoken(seat)
    pages = pages_of(asked, len(found.heads), PERIODS_SIZE, "periods", keep=("voice", "outside"))
    told = queries.told_in(seat, found, on_page(found, pages))
    here = {one.number for one in told}
    used = {key for keys in written.values() for key in keys}
    columns = columns_from(found.people, told, asked)
    outside = asked.get("outside") == "on"
    return PerspectivesPage(
        tuple(
            PeriodRow(one.number, one.title, one.when, tuple(cell_of(seat, one, each) for each in columns))
            for one in told
        ),
        columns,
        choices_of(found.people, used, columns),
        tuple(one for one in queries.silences(found, written) if one.number in here),
        outside,
        turn(columns, outside, pages.current),
        pages,
        may_write(seat),
    )


def on_page(found: Around, pages: Pages) -> tuple[dict[str, Any], ...]:
    """The periods that a page shows."""
    return found.heads[(pages.current - 1) * PERIODS_SIZE :][:PERIODS_SIZE]


def turn(columns: tuple[Column, ...], outside: bool, page: int = 1) -> str:
    """The address at which the layer outside the tunnel is turned the other way."""
    told = [("voice", one.key) for one in columns] + ([] if outside else [("outside", "on")])
    return "?" + urlencode(told + ([("page", str(page))] if page > 1 else []))


@dataclass(frozen=True)
class NarrativeTablePage:
    """The same as a table: one row for each text."""

    columns: tuple[str, ...]
    rows: tuple[NarrativeRow, ...]
    pages: Pages
    tab: str = "Perspectives as a table"
    desk: bool = True


def narrative_table_page(seat: Seat, asked: QueryDict) -> NarrativeTablePage:
    """Everything the side-by-side view holds, period by period, one text to a row."""
    found = queries.around(seat)
    pages = pages_of(asked, len(found.heads), PERIODS_SIZE, "periods")
    told = queries.told_in(seat, found, on_page(found, pages))
    return NarrativeTablePage(NARRATIVE_COLUMNS, narrative_rows(told), pages)


def narrative_docx_file(seat: Seat) -> Download:
    """The narrative as a Word file."""
    return Download("perspectives.docx", WORD, narrative_docx(queries.narrative(seat), made_for=seat.label))


def narrative_csv_file(seat: Seat) -> Download:
    """The narrative as a CSV file."""
    return Download("perspectives.csv", "text/csv; charset=utf-8", narrative_csv(queries.narrative(seat)))


@dataclass(frozen=True)
class PeriodPage:
    """One period from several places, where they differ, and who is silent."""

    number: int
    title: str
    when: str
    cells: tuple[Cell, ...]
    choices: tuple[tuple[str, str, bool], ...]
    silent: tuple[Column, ...]
    knew: tuple[KnewRow, ...]
    queries: tuple[RemarkView, ...]
    outside: bool
    turned: str
    base: str
    may_write: bool
    empty: bool
    tab: str


def period_page(seat: Seat, number: int, asked: QueryDict) -> PeriodPage:
    """The page of one period."""
    told, people = queries.with_people(seat, number)
    columns = columns_from(people, (told,), asked)
    outside = asked.get("outside") == "on"
    kept = queries.answered(seat)
    return PeriodPage(
        number=number,
        title=told.title,
        when=told.when,
        cells=tuple(cell_of(seat, told, one, kept) for one in columns),
        choices=choices_of(people, told.voices, columns),
        silent=silent_in(told, people, told.voices),
        knew=knew_rows(seat, told, columns),
        queries=tuple(one for one in told.remarks if one.kind == "query"),
        outside=outside,
        turned=turn(columns, outside),
        base=f"/reviews/{seat.ref}/perspectives/{number}/",
        may_write=may_write(seat),
        empty=not told.voices and not told.remarks,
        tab=f"Period {number}",
    )


@dataclass(frozen=True)
class PerspectivePage:
    """One role's perspective in one period, part by part, with what it might rest on beside it."""

    number: int
    voice: str
    name: str
    title: str
    when: str
    parts: tuple[Block, ...]
    outside: Block
    remarks: tuple[RemarkView, ...]
    offered: Offered
    known_then: str
    rests_on: RestsOn
    above: Place
    base: str
    may_write: bool
    tab: str


def perspective_page(seat: Seat, number: int, voice: str) -> PerspectivePage:
    """The page of one perspective."""
    told, people = queries.with_people(seat, number)
    who, parts = queries.speaker(people, voice), told.voices.get(voice, {})
    base = f"/reviews/{seat.ref}/perspectives/{number}/"
    blocks = {part: block(seat, "period", number, parts, part) for part in PERSPECTIVE_PARTS}
    here = {part: to_voice(one, voice) for part, one in blocks.items()}
    return PerspectivePage(
        number=number,
        voice=voice,
        name=who.name,
        title=told.title,
        when=told.when,
        parts=tuple(here[part] for part in PERSPECTIVE_PARTS if part is not Part.OUTSIDE),
        outside=here[Part.OUTSIDE],
        remarks=tuple(one for one in told.remarks if one.voice == voice),
        offered=queries.material(seat, told, who),
        known_then=known_then(seat, told, voice),
        rests_on=rests_on(view for views in parts.values() for view in views),
        above=Place(f"Period {number}", base),
        base=f"{base}{voice}/",
        may_write=may_write(seat),
        tab=f"Period {number}, one perspective",
    )


def to_voice(one: Block, voice: str) -> Block:
    """A part whose way to write leads to the same role."""
    return Block(one.key, one.name, one.asks, one.said, one.write.replace("/parts/", f"/{voice}/parts/"))


def known_then(seat: Seat, told: PeriodView, voice: str) -> str:
    """Where all that this role could have known at the end of the period is shown."""
    if told.end is None:
        return ""
    moment = f"{told.end.day} {told.end:%B %Y}"
    return f"/reviews/{seat.ref}/strands/known/?" + urlencode({"who": voice, "moment": moment})
