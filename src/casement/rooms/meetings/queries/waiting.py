"""Actions from meetings and minutes that wait for somebody, for the pages that say what needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.models import LedgerEntry
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.meetings.models import Attendance, Correction, Entry, Minutes
from casement.rooms.meetings.queries.rows import everything
from casement.rooms.meetings.rules.agendas import agendas
from casement.rooms.meetings.vocabulary import Came, Kind, State

KIND, MINUTES, CORRECTED = "meeting_action", "minutes", "minutes_corrected"
READ_KIND = "minutes"  # what the ledger notes when minutes are opened


def actions_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """Open actions of these very places, as rows for `actions_from`."""
    mine = [seat.standing.participation_id for seat in seats if seat.standing.participation_id]
    if not mine:
        return []
    rows = Entry.objects.filter(owner__in=mine, kind=Kind.ACTION, state=State.OPEN, taken_back_at=None)
    return [rows_of(rows, KIND, number="number", day="by_when")]


def actions_from(told: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """The actions of one review that wait, those with the nearest day first."""
    found = [one for one in told if one.kind == KIND]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day, one.number)))


def minutes_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """Agreed minutes that somebody who was there has not opened, as rows for `minutes_from`."""
    mine = [(seat, seat.standing.participation_id) for seat in seats if seat.standing.participation_id]
    reads = Q()
    for seat, _ in mine:
        if everything(seat):
            reads |= Q(meeting__review=seat.review)
        elif Reach.OWN in reach(seat.standing, Subject.MEETINGS, Verb.READ):
            kinds = [key for key, one in agendas().items() if str(seat.standing.role) in one.read]
            reads |= Q(meeting__review=seat.review, kind__in=kinds)
    if not reads:
        return []
    places = [place for _, place in mine]
    came = Attendance.objects.filter(meeting=OuterRef("meeting"), participation__in=places, came=Came.CAME)
    seen = LedgerEntry.objects.filter(
        review_id=OuterRef("meeting__review_id"), person_id=mine[0][0].person_id, outcome="seen", kind=READ_KIND,
        number=OuterRef("meeting__number"), at__gte=OuterRef("at"),
    )  # fmt: skip
    later = Minutes.objects.filter(meeting=OuterRef("meeting"), edition__gt=OuterRef("edition"))
    corrected = Correction.objects.filter(meeting=OuterRef("meeting"), ended_at=None)
    rows = Minutes.objects.filter(
        reads, Exists(came), ~Exists(seen), ~Exists(later), ~Exists(corrected), meeting__review__closed_at=None
    ).exclude(by__in=places)
    return [
        rows_of(part, kind, review="meeting__review", number="meeting__number")
        for kind, part in ((MINUTES, rows.filter(corrects=None)), (CORRECTED, rows.exclude(corrects=None)))
    ]


def minutes_from(told: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """The minutes of one review that wait to be read, by number of the meeting."""
    return tuple(sorted((one for one in told if one.kind in (MINUTES, CORRECTED)), key=lambda one: one.number))
