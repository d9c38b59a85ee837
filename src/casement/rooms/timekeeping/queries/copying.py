"""Where estimates can be copied from: the plan's meetings, or the totals of an earlier review."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count, Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.planning.models import Meeting, PlanRow
from casement.rooms.planning.rules.forms import template
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.reviews.queries import seats_of
from casement.rooms.timekeeping.models import TimeEntry
from casement.rooms.timekeeping.rules.adding_up import Piece, totals

FROM_PLAN = "plan"


def sources(seat: Seat) -> tuple[tuple[str, str], ...]:
    """What can be chosen: the plan, and earlier reviews whose totals this person may see, by their reference."""
    seats = _others(seat)
    names = dict(Review.objects.filter(pk__in=[one.review for one in seats]).values_list("ref", "code_name"))
    return (
        (FROM_PLAN, "The plan of this review"),
        *((ref, f"The totals of {name}") for ref, name in names.items()),
    )


def copied(seat: Seat, source: str) -> dict[str, int] | None:
    """Minutes by step from there; empty when it says nothing, None when there is no such source for this person."""
    if source == FROM_PLAN:
        return _plan(seat)
    found = next((one for one in _others(seat) if one.ref == source), None)
    if found is None:
        return None
    rows = TimeEntry.objects.filter(review_id=found.review, removed_at=None)
    pieces = [Piece(*row) for row in rows.values_list("step", "place", "minutes")]
    return {one.groups[0]: one.minutes for one in totals(pieces, {}) or () if len(one.groups) == 1}


def _plan(seat: Seat) -> dict[str, int]:
    """Every meeting of the plan: its booked length or that of its form, times the people it needs or invited."""
    people = dict(
        Participation.objects.filter(review_id=seat.review, ended_at=None)
        .order_by()
        .values_list("role")
        .annotate(n=Count("pk"))
    )
    asked = Count("invitees", filter=Q(invitees__ended_at=None))
    booked = {
        row.row_id: (round((row.ends_at - row.starts_at) / timedelta(minutes=1)), row.asked)
        for row in Meeting.objects.filter(review_id=seat.review, cancelled_at=None).annotate(asked=asked)
    }
    found: dict[str, int] = {}
    for row in PlanRow.objects.filter(review_id=seat.review, kind="meeting", dropped_at=None):
        form = template(row.key)
        if row.pk in booked:
            minutes, heads = booked[row.pk]
        elif form is not None:
            minutes, heads = form.minutes, sum(people.get(role, 0) for role in (*form.needs, *form.also))
        else:
            continue
        if minutes * heads:
            found[row.step] = found.get(row.step, 0) + minutes * heads
    return found


def _others(seat: Seat) -> list[Seat]:
    full = {Reach.TOTALS, Reach.ALL}
    return [
        one
        for one in seats_of(seat.person_id)
        if one.review != seat.review and reach(one.standing, Subject.TIME, Verb.TOTALS) & full
    ]
