"""Copies of the report: the list a seat may see, one of them, and its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation import files
from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.queries import holds_in_force
from casement.rooms.proceedings.rules.holds import covers
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reports.models import Export
from casement.rooms.reports.queries.whole import may_work, reaches
from casement.rooms.reports.vocabulary import EDITION_NAMES, FORMAT_NAMES, CopyState, Edition


@dataclass(frozen=True)
class Copy:
    """One copy, in words. `mine` is whether this person made it."""

    number: int
    edition: str
    format: str
    state: str
    sentence: str
    by: str
    at: datetime
    sha256: str
    mine: bool
    may_fetch: bool
    held: bool = False

    @property
    def edition_name(self) -> str:
        """The edition in words."""
        return EDITION_NAMES[self.edition]

    @property
    def format_name(self) -> str:
        """The format in words."""
        return FORMAT_NAMES[self.format]

    @property
    def is_ready(self) -> bool:
        """Whether the file is there."""
        return self.state == CopyState.READY


def copies(seat: Seat) -> tuple[Copy, ...]:
    """The copies this seat may know of, newest first: publishable ones alone for those outside the work."""
    if not reaches(seat):
        raise NotHere
    rows = Export.objects.filter(report__review_id=seat.review).order_by("-number")
    if not may_work(seat):
        rows = rows.filter(edition=Edition.PUBLISHABLE, state=CopyState.READY)
    stopped = held_editions(seat)
    return tuple(copy_from(seat, row, held=row.edition in stopped) for row in rows)


def held_editions(seat: Seat) -> frozenset[str]:
    """The editions that nobody fetches now: all while the report is held, the publishable while publication is."""
    holds = holds_in_force(seat.review)
    stops = {
        Edition.INTERNAL: (Scope.REPORT,),
        Edition.PUBLISHABLE: (Scope.REPORT, Scope.PUBLICATION),
    }
    return frozenset(
        edition
        for edition, scopes in stops.items()
        if any(covers(one.scope, one.thing, scope) for one in holds for scope in scopes)
    )


def copy_from(seat: Seat, row: Export, *, held: bool = False) -> Copy:
    """One copy as this seat sees it. An internal copy is for leads and for whoever made it."""
    mine = row.by_id == seat.person_id
    may = row.edition == Edition.PUBLISHABLE or (may_work(seat) and (mine or seat.standing.role is Role.LEAD))
    return Copy(
        number=row.number,
        edition=row.edition,
        format=row.format,
        state=row.state,
        sentence=row.sentence,
        by=row.by_label,
        at=row.at,
        sha256=row.sha256,
        mine=mine,
        may_fetch=may and row.state == CopyState.READY and not held,
        held=held,
    )


def copy(seat: Seat, number: int) -> Copy:
    """One copy. Raises NotHere when this seat may not know of it."""
    for one in copies(seat):
        if one.number == number:
            return one
    raise NotHere


def copy_hash(seat: Seat, number: int) -> str:
    """The SHA-256 of a saved copy, for the disclosure log, whose keepers may not see it; empty for none."""
    rows = Export.objects.filter(report__review_id=seat.review, number=number, state=CopyState.READY)
    return rows.values_list("sha256", flat=True).first() or ""


def copy_file(seat: Seat, number: int) -> tuple[Copy, bytes]:
    """A copy with its file. Raises NotHere when it is not ready or not for this seat."""
    found = copy(seat, number)
    if not found.may_fetch:
        raise NotHere
    return found, files.fetch(found.sha256)
