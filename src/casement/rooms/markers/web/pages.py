"""What the templates of the self-check receive."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.letters.exports import DOCX, PDF, letter_docx, letter_pdf
from casement.rooms.markers import queries
from casement.rooms.markers.exports import COLUMNS, rows
from casement.rooms.markers.queries.record import every
from casement.rooms.markers.rules.levels import level_of
from casement.rooms.markers.vocabulary import LEVEL_NAMES, LIST_NAMES


@dataclass(frozen=True)
class Phase:
    """The markers of one phase of one list."""

    heading: str
    markers: tuple[queries.View, ...]


@dataclass(frozen=True)
class ListPage:
    """Every marker of the review."""

    phases: tuple[Phase, ...]
    for_now: tuple[queries.View, ...]
    level: str
    answered: bool
    tab: str = "Quality markers"


@dataclass(frozen=True)
class Asked:
    """The question for one level, and what that level answered."""

    name: str
    question: str
    answer: queries.Answered | None
    mine: bool


@dataclass(frozen=True)
class MarkerPage:
    """One marker."""

    line: queries.MarkerLine
    asked: tuple[Asked, ...]
    facts: tuple[queries.Fact, ...]
    more: bool
    earlier: tuple[queries.Answered, ...]
    may_answer: bool
    tab: str


def list_page(seat: Seat) -> ListPage:
    """The list by phase, what is for this reader now first."""
    told = queries.listing(seat)
    lists = {one.line.list_key for one in told}
    grouped: dict[str, list[queries.View]] = {}
    for one in told:
        head = f"{LIST_NAMES[one.line.list_key]}: {one.line.phase}" if len(lists) > 1 else one.line.phase
        grouped.setdefault(head, []).append(one)
    level = level_of(seat.standing.role) if allows(seat.standing, Action.MARKERS_ANSWER) else None
    return ListPage(
        tuple(Phase(head, tuple(each)) for head, each in grouped.items()),
        tuple(one for one in told if one.for_me_now) if level else (),
        LEVEL_NAMES[level] if level else "",
        any(one.now for one in told),
    )


def marker_page(seat: Seat, marker: str) -> MarkerPage:
    """One marker: what it asks each level, what the record shows, what was answered."""
    told = queries.view(seat, marker)
    mine = level_of(seat.standing.role)
    now = {one.level: one for one in told.now}
    asked = tuple(
        Asked(name, told.line.wordings[level], now.get(level), level == mine)
        for level, name in LEVEL_NAMES.items()
        if level in told.line.wordings
    )
    may = allows(seat.standing, Action.MARKERS_ANSWER) and any(one.mine for one in asked)
    held = told.held
    return MarkerPage(
        told.line,
        asked,
        held.facts if held else (),
        bool(held and held.more),
        tuple(one for one in told.every if not one.counts),
        may,
        f"Quality marker {told.line.marker}",
    )


def file_page(seat: Seat, kind: str) -> Download:
    """The self-check as a file."""
    if kind == "xlsx":
        return tabular("quality-markers", kind, COLUMNS, rows(queries.listing(seat), every(seat)))
    paper = queries.assurance(seat)
    if kind == "docx":
        return Download("quality-markers.docx", DOCX, letter_docx(paper))
    return Download("quality-markers.pdf", PDF, letter_pdf(paper))
