"""What lies ahead over all reviews of somebody: the meetings they are asked to, and the clocks that run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casement.foundation.access import Role, Seat
from casement.foundation.clock import today
from casement.foundation.waiting import Told, Waiting
from casement.rooms.planning.rules.clocks import clocks, due
from casement.rooms.planning.rules.working_days import WorkingDays

AT_MOST, WITHIN = 6, timedelta(days=60)
WATCH = frozenset({Role.LEAD, Role.BUSINESS, Role.ACCOUNTABLE, Role.DELEGATED})


@dataclass(frozen=True)
class Ahead:
    """One day that comes, or that has gone by when `late`."""

    day: date
    title: str
    review: str
    href: str
    late: bool = False


def ahead(told: Told, seats: Sequence[Seat], names: Mapping[int, str]) -> tuple[Ahead, ...]:
    """The next days of one person over all their reviews, soonest first."""
    found = []
    for seat in seats:
        name = names[seat.review]
        for each in told[seat.review]:
            if each.kind == "date" and each.day:
                found.append(Ahead(each.day, each.words, name, "/calendar/"))
        if seat.standing.role in WATCH:
            found += _clocks(seat, name, [each for each in told[seat.review] if each.kind == "clock"])
    return tuple(sorted(found, key=lambda one: (one.day, one.review, one.title))[:AT_MOST])


def _clocks(seat: Seat, name: str, starts: Sequence[Waiting]) -> list[Ahead]:
    """The last days of the clocks that run in one review; of each clock the last start counts."""
    last: dict[str, Waiting] = {}
    for each in sorted(starts, key=lambda one: int(one.words.rsplit("|", 1)[1])):
        last[each.words.split("|", 1)[0]] = each
    found = []
    for key, each in last.items():
        _, unit, nation, _ = each.words.split("|")
        if key in clocks() and each.day:
            end = due(each.day, each.number, unit, WorkingDays(nation))
            if abs(end - today()) <= WITHIN:
                title = f"{clocks()[key].name}: last day"
                found.append(Ahead(end, title, name, f"/reviews/{seat.ref}/plan/clocks/", late=end < today()))
    return found
