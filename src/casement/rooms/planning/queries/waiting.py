"""What waits because of dates, for home and "where we are": in one query however many reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.planning.models import Asked, Invitee, Meeting, Plan, PlanRow
from casement.rooms.planning.vocabulary import RowKind

SOON = timedelta(days=42)


@dataclass(frozen=True)
class Dates:
    """What waits in one review. The first three are for whoever plans, the last two for the person who asks."""

    planned: bool
    to_arrange: int
    unanswered: int
    my_polls: int
    my_dates: int


def dates_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """What waits because of dates, as rows for `dates_from`."""
    if not seats:
        return []
    reviews = [seat.review for seat in seats]
    mine = [seat.standing.participation_id or 0 for seat in seats]
    polls = Asked.objects.filter(poll__review__in=reviews, poll__closed_at=None, answered_at=None)
    held = Meeting.objects.filter(row=OuterRef("pk"), cancelled_at=None)
    rows = PlanRow.objects.filter(
        review__in=reviews, kind=RowKind.MEETING, dropped_at=None, start_on__gte=now().date(),
        start_on__lte=(now() + SOON).date(),
    ).filter(~Exists(held))  # fmt: skip
    dates = Invitee.objects.filter(
        meeting__review__in=reviews, meeting__cancelled_at=None, meeting__ends_at__gt=now(), ended_at=None,
        participation__in=mine, reply="", sent_sequence=F("meeting__sequence"),
    )  # fmt: skip
    return [
        rows_of(Plan.objects.filter(review__in=reviews), "planned"),
        _amount(rows, "to_arrange", "review"),
        _amount(polls.filter(participation__ended_at=None), "unanswered", "poll__review"),
        _amount(polls.filter(participation__in=mine), "my_polls", "poll__review"),
        _amount(dates, "my_dates", "meeting__review"),
    ]


def dates_from(told: Iterable[Waiting]) -> Dates:
    """What waits in one review because of dates, of everything that was told of it."""
    found = {one.kind: one.number for one in told}
    amounts = (found.get(kind, 0) for kind in ("to_arrange", "unanswered", "my_polls", "my_dates"))
    return Dates("planned" in found, *amounts)


def _amount(rows: QuerySet[Any], kind: str, by: str) -> Rows:
    """How many rows there are in each review."""
    return rows_of(rows.order_by().values(by).annotate(n=Count("pk")), kind, review=by, number="n")
