"""Pages of the register, of one proceeding, and of those who may be witnesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.rooms.proceedings import queries
from casement.rooms.proceedings.rules.flags import CLEARS
from casement.rooms.proceedings.web.pages.around import Around, around


@dataclass(frozen=True)
class RegisterPage:
    """The register; with the people and what was said of them for those who may read it."""

    lines: tuple[queries.ProceedingLine, ...]
    people: tuple[queries.HeardLine, ...]
    reads: bool
    act: Place | None
    around: Around
    tab: str = "Proceedings"


@dataclass(frozen=True)
class NewPage:
    """The form that records a proceeding."""

    around: Around
    tab: str = "Record a proceeding"


@dataclass(frozen=True)
class ProceedingPage:
    """One proceeding with every look."""

    line: queries.ProceedingLine
    may_record: bool
    around: Around
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class HeardPage:
    """One person by role label, and what was said of whether they may be a witness."""

    line: queries.HeardLine
    said: tuple[queries.Said, ...]
    may_flag: bool
    clears: bool
    around: Around
    tab: str


def register_page(seat: Seat) -> RegisterPage:
    """The register of what runs beside the review."""
    reads = allows(seat.standing, Action.PROCEEDINGS_READ)
    may = allows(seat.standing, Action.PROCEEDINGS_RECORD)
    return RegisterPage(
        queries.register(seat),
        queries.heard(seat) if reads else (),
        reads,
        Place("Record a proceeding", f"/reviews/{seat.ref}/proceedings/new/") if may else None,
        around(seat, "proceedings"),
    )


def new_page(seat: Seat) -> NewPage:
    """The page that records a proceeding."""
    return NewPage(around(seat, "proceedings"))


def proceeding_page(seat: Seat, number: int) -> ProceedingPage:
    """One proceeding; the form of a fresh look starts from the last one, without its day."""
    line = queries.proceeding(seat, number)
    start = {"reference": line.reference, "contact": line.contact}
    if line.now:
        start |= {"stage": line.now.stage, "dates": line.now.dates, "protocol": line.now.protocol}
    may = allows(seat.standing, Action.PROCEEDINGS_RECORD) and line.ended_on is None
    return ProceedingPage(line, may, around(seat, "proceedings"), f"Proceeding {number}", {"look": start})


def heard_page(seat: Seat, number: int) -> HeardPage:
    """One who is or may be heard."""
    line, said = queries.heard_one(seat, number)
    return HeardPage(
        line,
        said,
        allows(seat.standing, Action.PROCEEDINGS_FLAG),
        seat.standing.role in CLEARS,
        around(seat, "proceedings"),
        f"Place {number}",
    )
