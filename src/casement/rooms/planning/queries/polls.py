"""The polls of a review, and who has answered."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from casement.foundation.access import Seat
from casement.rooms.planning.models import Asked, Poll


@dataclass(frozen=True)
class PollLine:
    """One poll: for which meetings, until when, how many have answered of how many."""

    number: int
    meetings: tuple[str, ...]
    answer_by: date
    open: bool
    asked: int
    answered: int


def polls(seat: Seat) -> tuple[PollLine, ...]:
    """The polls of this review, newest first."""
    counts = {
        each["poll"]: each
        for each in Asked.objects.filter(poll__review_id=seat.review, participation__ended_at=None)
        .values("poll")
        .annotate(asked=Count("pk"), answered=Count("pk", filter=Q(answered_at__isnull=False)))
    }
    rows = Poll.objects.filter(review_id=seat.review).prefetch_related("rows").order_by("-number")
    return tuple(
        PollLine(
            each.number,
            tuple(row.label for row in each.rows.all()),
            each.answer_by,
            each.closed_at is None,
            counts.get(each.pk, {}).get("asked", 0),
            counts.get(each.pk, {}).get("answered", 0),
        )
        for each in rows
    )
