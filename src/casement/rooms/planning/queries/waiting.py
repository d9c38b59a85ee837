"""What waits because of dates, for home and "where we are": in one query however many reviews."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.rooms.planning.models import Asked, Invitee, Meeting, Plan, PlanRow
from casement.rooms.planning.vocabulary import RowKind
from casement.rooms.reviews.models import Review

SOON = timedelta(days=42)


@dataclass(frozen=True)
class Dates:
    """What waits in one review. The first three are for whoever plans, the last two for the person who asks."""

    planned: bool
    to_arrange: int
    unanswered: int
    my_polls: int
    my_dates: int


def dates_waiting(seats: Sequence[Seat]) -> dict[int, Dates]:
    """What waits because of dates, by review."""
    mine = [seat.standing.participation_id or 0 for seat in seats]
    polls = Asked.objects.filter(poll__review=OuterRef("pk"), poll__closed_at=None, answered_at=None)
    held = Meeting.objects.filter(row=OuterRef("pk"), cancelled_at=None)
    rows = PlanRow.objects.filter(
        review=OuterRef("pk"), kind=RowKind.MEETING, dropped_at=None, start_on__gte=now().date(),
        start_on__lte=(now() + SOON).date(),
    ).filter(~Exists(held))  # fmt: skip
    dates = Invitee.objects.filter(
        meeting__review=OuterRef("pk"), meeting__cancelled_at=None, meeting__ends_at__gt=now(), ended_at=None,
        participation__in=mine, reply="", sent_sequence=F("meeting__sequence"),
    )  # fmt: skip
    told = Review.objects.filter(pk__in=[seat.review for seat in seats]).annotate(
        planned=Exists(Plan.objects.filter(review=OuterRef("pk"))),
        to_arrange=_amount(rows, "review"),
        unanswered=_amount(polls.filter(participation__ended_at=None), "poll__review"),
        my_polls=_amount(polls.filter(participation__in=mine), "poll__review"),
        my_dates=_amount(dates, "meeting__review"),
    )
    return {
        row[0]: Dates(*row[1:])
        for row in told.values_list("pk", "planned", "to_arrange", "unanswered", "my_polls", "my_dates")
    }


def _amount(rows, by: str) -> Coalesce:  # type: ignore[no-untyped-def]
    """How many rows there are, as a column of the review."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(n=Count("pk")).values("n")[:1]), 0)
