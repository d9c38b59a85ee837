"""The polls of a review, and who has answered."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

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
    asked = Asked.objects.filter(poll=OuterRef("pk"), participation__ended_at=None).order_by()
    rows = (
        Poll.objects.filter(review_id=seat.review)
        .annotate(asked_n=_amount(asked), answered_n=_amount(asked.exclude(answered_at=None)))
        .order_by("-number", "rows__start_on")
        .values_list("number", "answer_by", "closed_at", "asked_n", "answered_n", "rows__label")
    )
    told: dict[int, PollLine] = {}
    for number, answer_by, closed_at, asked_n, answered_n, label in rows:
        before = told[number].meetings if number in told else ()
        meetings = (*before, label) if label else before
        told[number] = PollLine(number, meetings, answer_by, closed_at is None, asked_n, answered_n)
    return tuple(told.values())


def _amount(rows: QuerySet[Asked]) -> Coalesce:
    """How many there are, as a column of the poll."""
    return Coalesce(Subquery(rows.values("poll").annotate(n=Count("pk")).values("n")), 0)
