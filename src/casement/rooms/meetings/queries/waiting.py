"""Actions from meetings that wait for somebody, for the pages that say what needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from casement.foundation.access import Seat
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.meetings.models import Entry
from casement.rooms.meetings.vocabulary import Kind, State

KIND = "meeting_action"


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
