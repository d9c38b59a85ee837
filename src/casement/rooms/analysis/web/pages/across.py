"""Codes by episode, as a table whose cells lead to the passages, and those passages."""

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Pages
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.analysis import queries
from casement.rooms.coding import queries as coding
from casement.rooms.coding.exports import across
from casement.rooms.coding.exports.saved import written
from casement.rooms.coding.rules.across.asking import TABLES, Asked, address, asked_in, of_cell


@dataclass(frozen=True)
class EpisodeTablePage:
    """Codes by episode, and the question the table answers."""

    question: coding.Question
    tabs: tuple[Place, ...]
    drawn: coding.Drawn
    may_keep: bool
    may_save: bool
    files: str
    shows: str = "episodes"
    tab: str = "Codes by episode"


@dataclass(frozen=True)
class EpisodePassagesPage:
    """The passages in one episode that a question finds."""

    question: coding.Question
    number: int
    passages: tuple[coding.Passage, ...]
    sources: int
    pages: Pages
    tab: str


def asked_of(asked: QueryDict) -> Asked:
    """What an address asks."""
    return asked_in((name, value) for name, values in asked.lists() for value in values)


def number_in(asked: QueryDict, name: str) -> int:
    """A number in an address; 0 for anything else."""
    told = str(asked.get(name, ""))
    return int(told) if told.isascii() and told.isdigit() and len(told) < 7 else 0


def episode_table_page(seat: Seat, asked: QueryDict) -> EpisodeTablePage:
    """Codes by episode."""
    told = coding.question(seat, asked_of(asked))
    table = queries.by_episode(seat, told.asked, told.names, told.sources)
    tabs = tuple(Place(name, f"../?{address(told.asked, by=key)}") for key, name in TABLES.items())
    wanted = {name: number for name in ("rows", "columns") if (number := number_in(asked, name))}
    return EpisodeTablePage(
        told,
        tabs,
        coding.drawn(seat, table, wanted, told.address, lambda code, at: listed(told.asked, code, at)),
        allows(seat.standing, Action.CODING_VIEWS),
        allows(seat.standing, Action.CODING_FILES),
        told.address,
    )


def listed(asked: Asked, code: coding.CodeName, column: coding.Column) -> str:
    """Where the passages behind a cell are listed."""
    return f"across/episodes/{column.asks[1]}/?{address(of_cell(asked, code.value))}"


def episode_passages_page(seat: Seat, number: int, asked: QueryDict) -> EpisodePassagesPage:
    """Passages that stand in one episode."""
    told = coding.question(seat, asked_of(asked))
    page = number_in(asked, "page") or 1
    among = queries.passages_in(seat, told.asked, told.sources, number)
    found = coding.passages(seat, told.asked, told.sources, page, among)
    pages = coding.paged(page, found.total, told.address)
    return EpisodePassagesPage(told, number, found.passages, found.sources, pages, f"Passages in episode {number}")


def episode_table_file(seat: Seat, kind: str, asked: QueryDict) -> Download:
    """The whole table of codes by episode."""
    told = coding.question(seat, asked_of(asked))
    table = queries.by_episode(seat, told.asked, told.names, told.sources)
    if kind == "docx":
        return written("codes-episode", "Codes by episode", across.table_words(told.sentence, table), seat)
    return tabular("codes-episode", kind, across.table_columns(table), across.table_rows(table))
