"""Where agencies recorded nothing for long, as questions to put to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casement.foundation.access import Seat
from casement.rooms.chronology.queries.laid import laid
from casement.rooms.chronology.rules.silences import LEAST_GAP, Placed, silences


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

    By agency and time. Only between two entries: before the first and after the last nothing is said. Two queries
    at most.
    """
    agencies, strand = laid(seat)
    found: dict[int, list[Placed]] = {each.pk: [] for each in agencies}
    for row in strand.rows:
        found[row.agency].append(row.placed)
    told = []
    for each in sorted(agencies, key=lambda one: one.number):
        entries = found[each.pk]
        last = max((day for one in entries for day in (one.start, one.end) if day), default=date.min)
        told += [
            AgencyGap(each.number, each.name, gap.start, gap.end, (gap.end - gap.start).days, gap.words, gap.before,
                      gap.after)
            for gap in silences(entries, last, least)
        ]  # fmt: skip
    return tuple(told)
