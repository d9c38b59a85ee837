"""Pages of the disclosure log, its schedule as files, and how long material is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.frame import Place
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.proceedings import queries
from casement.rooms.proceedings.exports import COLUMNS, DOCX, rows, schedule_docx
from casement.rooms.proceedings.web.pages.around import Around, around


@dataclass(frozen=True)
class LogPage:
    """The disclosure log."""

    lines: tuple[queries.DisclosureLine, ...]
    act: Place | None
    around: Around
    tab: str = "Disclosures"


@dataclass(frozen=True)
class DisclosePage:
    """The form that adds a line."""

    around: Around
    tab: str = "Record a disclosure"
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class LinePage:
    """One line in full."""

    line: queries.DisclosureLine
    around: Around
    tab: str


@dataclass(frozen=True)
class KeepingPage:
    """Until when each kind of material is kept."""

    lines: tuple[queries.KeptLine, ...]
    hold: queries.InForce | None
    may_keep: bool
    around: Around
    tab: str = "How long we keep it"


def log_page(seat: Seat) -> LogPage:
    """The log in the order in which it was written."""
    may = allows(seat.standing, Action.PROCEEDINGS_DISCLOSE)
    act = Place("Record a disclosure", f"/reviews/{seat.ref}/disclosures/new/") if may else None
    return LogPage(queries.disclosures(seat), act, around(seat, "disclosures"))


def disclose_page(seat: Seat) -> DisclosePage:
    """The page that adds a line."""
    return DisclosePage(around(seat, "disclosures"), filled={"form": {"on": today()}})


def line_page(seat: Seat, number: int) -> LinePage:
    """One line."""
    return LinePage(queries.disclosure(seat, number), around(seat, "disclosures"), f"Disclosure {number}")


def schedule(seat: Seat, kind: str) -> Download:
    """The log as a schedule: a spreadsheet, CSV or Word."""
    told = queries.disclosures(seat)
    if kind == "docx":
        return Download("disclosures.docx", DOCX, schedule_docx(seat.ref, today(), told))
    return tabular("disclosures", kind, COLUMNS, rows(told))


def keeping_page(seat: Seat) -> KeepingPage:
    """How long material is kept."""
    lines, hold = queries.kept(seat)
    return KeepingPage(lines, hold, allows(seat.standing, Action.PROCEEDINGS_KEEP), around(seat, "keeping"))
