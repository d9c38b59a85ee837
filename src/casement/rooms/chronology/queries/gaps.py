"""Where agencies recorded nothing for long, as questions to put to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from casement.foundation.access import Seat
from casement.rooms.chronology.queries.strands import agencies_and_entries
from casement.rooms.chronology.rules.silences import LEAST_GAP, silences


@dataclass(frozen=True)
class AgencyGap:
    """A time in which one agency recorded nothing. `before` and `after` are the entries around it, by number."""

    agency: int  # its number in the review
    name: str
    start: date
    end: date
    days: int
    words: str  # as people say it: "nothing recorded, 11 weeks"
    before: int
    after: int


def gaps(seat: Seat, *, least: timedelta = LEAST_GAP) -> tuple[AgencyGap, ...]:
    """The times of `least` and more in which an agency recorded nothing, of the strands this seat may read.

    By agency and time. Only between two entries: before the first and after the last nothing is said. One query.
    """
    agencies, entries = agencies_and_entries(seat, Q())
    told = []
    for pk, number, name, _ in sorted(agencies, key=lambda row: row[1]):
        found = entries.get(pk, [])
        last = max((day for each in found for day in (each.start, each.end) if day), default=date.min)
        told += [
            AgencyGap(number, name, each.start, each.end, (each.end - each.start).days, each.words, each.before,
                      each.after)
            for each in silences(found, last, least)
        ]  # fmt: skip
    return tuple(told)
