"""Totals of time by stage, agency, activity and kind, and those of earlier reviews beside them.

Nobody's total is told to anybody: where too few people stand behind a figure it is put together with others.
The board's office keeps every entry and may add up what it likes; it is told the same figures as everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.queries import seats_of
from casement.rooms.reviews.rules.processes import process
from casement.rooms.timekeeping.models import TimeEntry
from casement.rooms.timekeeping.queries.expected import expected, rates_now, sees_cost
from casement.rooms.timekeeping.rules.adding_up import Piece, Sum, rate_for
from casement.rooms.timekeeping.rules.adding_up import totals as added_up
from casement.rooms.timekeeping.vocabulary import ACTIVITY_NAMES, KIND_NAMES

NO_AGENCY = "No agency"
MOST_EARLIER = 4
COLUMNS = ("review_id", "step", "agency_id", "agency__name", "activity", "kind", "place_id", "minutes")


@dataclass(frozen=True)
class Line:
    """One total: its name, several names where they were put together, and what was expected of it."""

    key: str
    name: str
    minutes: int
    pence: int = 0
    costed: int = 0
    expected: int | None = None


@dataclass(frozen=True)
class Totals:
    """Every total of a review. A list is None where too few people stand behind it to tell it."""

    stages: tuple[Line, ...] | None
    agencies: tuple[Line, ...] | None
    activities: tuple[Line, ...] | None
    kinds: tuple[Line, ...] | None
    whole: Line | None
    entered: bool
    own_agency: bool
    cost: bool


@dataclass(frozen=True)
class Earlier:
    """Reviews beside this one: their code names, and minutes by stage for each, None where it is not told."""

    reviews: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int | None, ...]], ...]
    hidden: bool


def totals(seat: Seat) -> Totals:
    """The totals that this seat may see: of the whole review, or of its own agency alone."""
    rows = TimeEntry.objects.filter(review_id=seat.review, removed_at=None)
    own = not reach(seat.standing, Subject.TIME, Verb.TOTALS) & {Reach.TOTALS, Reach.ALL}
    if own:
        rows = rows.filter(agency=seat.standing.agency_id or 0)
    told = list(rows.values(*COLUMNS))
    sees = sees_cost(seat)
    rates = rates_now(seat) if sees else {}
    steps = {one.key: one.label for one in process().steps}
    planned = {} if own else expected(seat)

    def lines(group: Callable[[Any], str], names: Mapping[str, str], plan: Mapping[str, int] | None = None) -> Any:
        pieces = [
            Piece(group(row), row["place_id"], row["minutes"], rate_for(rates, row["agency_id"], row["kind"]))
            for row in told
        ]
        sums = added_up(pieces, {key: at for at, key in enumerate(names)})
        return None if sums is None else tuple(_line(one, names, plan) for one in sums)

    agencies = {str(row["agency_id"] or 0): row["agency__name"] or NO_AGENCY for row in told}
    in_order = dict(sorted(agencies.items(), key=lambda one: (one[0] == "0", one[1])))
    whole = lines(lambda row: "all", {"all": "Everything together"})
    return Totals(
        lines(lambda row: row["step"], steps, planned),
        None if own else lines(lambda row: str(row["agency_id"] or 0), in_order),
        lines(lambda row: row["activity"], ACTIVITY_NAMES),
        lines(lambda row: row["kind"], KIND_NAMES),
        whole[0] if whole else None,
        bool(told),
        own,
        sees and any(value is not None for value in rates.values()),
    )


def _line(one: Sum, names: Mapping[str, str], plan: Mapping[str, int] | None) -> Line:
    known = [names.get(group, group) for group in one.groups]
    name = known[0] if len(known) == 1 else "Together: " + ", ".join(known)
    figures = [plan[group] for group in one.groups if group in plan] if plan is not None else []
    return Line(" ".join(one.groups), name, one.minutes, one.pence, one.costed, sum(figures) if figures else None)


def earlier(seat: Seat) -> Earlier:
    """This review beside earlier ones whose totals this person may see in full, by stage, newest first."""
    seats = [one for one in seats_of(seat.person_id) if _in_full(one)]
    names = dict(Review.objects.filter(pk__in=[one.review for one in seats]).values_list("pk", "code_name"))
    opened = Review.objects.filter(pk__in=names).order_by("-opened_at").values_list("pk", flat=True)
    others = [pk for pk in opened if pk != seat.review][:MOST_EARLIER]
    shown = [seat.review, *others]
    pieces: dict[int, list[Piece]] = {pk: [] for pk in shown}
    for row in TimeEntry.objects.filter(review__in=shown, removed_at=None).values(*COLUMNS):
        pieces[row["review_id"]].append(Piece(row["step"], row["place_id"], row["minutes"]))
    sums = {pk: added_up(pieces[pk], {}) for pk in shown}
    alone = {
        pk: {one.groups[0]: one.minutes for one in told or () if len(one.groups) == 1} for pk, told in sums.items()
    }
    steps = [one for one in process().steps if any(one.key in alone[pk] for pk in shown)]
    rows = tuple((one.key, one.label, tuple(alone[pk].get(one.key) for pk in shown)) for one in steps)
    hidden = any(told is None or any(len(one.groups) > 1 for one in told) for told in sums.values())
    return Earlier(tuple(names.get(pk, "") for pk in shown), rows, hidden)


def _in_full(seat: Seat) -> bool:
    return allows(seat.standing, Action.TIME_TOTALS) and bool(
        reach(seat.standing, Subject.TIME, Verb.TOTALS) & {Reach.TOTALS, Reach.ALL}
    )
