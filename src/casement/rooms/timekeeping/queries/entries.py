"""Entries of time, one by one: a person's own, and everybody's for the board's office."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Sum

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.queries import labels_of
from casement.rooms.timekeeping.models import TimeEntry, TimeVersion
from casement.rooms.timekeeping.vocabulary import ACTIVITY_NAMES, HOW_NAMES, KIND_NAMES, THING_NAMES


@dataclass(frozen=True)
class Said:
    """What an entry said at one time."""

    minutes: int
    step: str
    activity: str
    kind: str
    how: str
    on: date
    by: str
    at: datetime
    removed: bool


@dataclass(frozen=True)
class EntryLine:
    """One entry. `who` is the role label of whose time it is, `mine` whether it is the reader's own."""

    number: int
    who: str
    mine: bool
    agency: str
    minutes: int
    step: str
    activity: str
    kind: str
    how: str
    on: date
    of: str
    versions: tuple[Said, ...] = ()

    @property
    def kind_name(self) -> str:
        """The kind of work."""
        return KIND_NAMES[self.kind]

    @property
    def activity_name(self) -> str:
        """What it was for."""
        return ACTIVITY_NAMES[self.activity]

    @property
    def how_name(self) -> str:
        """How the length is known."""
        return HOW_NAMES[self.how]


def entries(seat: Seat, most: int | None = None) -> tuple[EntryLine, ...]:
    """Those this seat may read one by one, newest day first; at most so many."""
    rows = TimeEntry.objects.known_to(seat).select_related("place", "agency").order_by("-on", "-number")
    return tuple(_line(seat, row) for row in (rows[:most] if most else rows))


def own_minutes(seat: Seat) -> int:
    """What this person has entered or had entered for them, together; told to nobody else."""
    mine = TimeEntry.objects.filter(
        review_id=seat.review, place=seat.standing.participation_id or 0, removed_at=None
    )
    return mine.aggregate(all=Sum("minutes"))["all"] or 0


def entry(seat: Seat, number: int) -> EntryLine:
    """One entry with everything it said; NotHere where it is not theirs to read."""
    row = TimeEntry.objects.known_to(seat).select_related("place", "agency").filter(number=number).first()
    if row is None:
        raise NotHere
    labels = labels_of(seat.review)
    said = tuple(
        Said(one.minutes, one.step, one.activity, one.kind, one.how, one.on, labels.get(one.by_id, ""), one.at,
             one.removed)
        for one in TimeVersion.objects.filter(entry=row).order_by("-pk")
    )  # fmt: skip
    return replace(_line(seat, row), versions=said)


def _line(seat: Seat, row: TimeEntry) -> EntryLine:
    of = f"{THING_NAMES[row.thing]} {row.thing_number}" if row.thing else ""
    return EntryLine(
        row.number, row.place.role_label, row.place_id == seat.standing.participation_id,
        row.agency.name if row.agency else "", row.minutes, row.step, row.activity, row.kind, row.how, row.on, of,
    )  # fmt: skip
