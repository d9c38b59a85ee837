"""The last link of the ledger that can bear on what is kept in memory (decision 13)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews.models import Review
from casement.rooms.sources.models import Withdrawal

CHANGES = ("done", "conflict")  # a conflict keeps the text that came second


def last_change(seat: Seat, without: Sequence[str]) -> QuerySet[LedgerEntry, Any]:
    """The hash of the last change in this review, but for actions that begin with one of `without`."""
    own = LedgerEntry.objects.filter(review_id=seat.review, outcome__in=CHANGES)
    beside = reduce(or_, (Q(action__startswith=one) for one in without))
    return own.filter(~beside).order_by("-seq").values("hash")[:1]


def last_change_outside() -> QuerySet[LedgerEntry, Any]:
    """The hash of the last change that belongs to no review, such as a person's or a framework's."""
    return LedgerEntry.objects.filter(review_id=None, outcome__in=CHANGES).order_by("-seq").values("hash")[:1]


def taken_out(seat: Seat) -> QuerySet[Withdrawal, Any]:
    """How many sources were taken out: what rested on them must show at once, whatever the ledger holds."""
    gone = Withdrawal.objects.filter(source__review_id=seat.review).order_by().values("source__review_id")
    return gone.annotate(count=Count("pk")).values("count")


def head(seat: Seat, *, without: Sequence[str]) -> tuple[Any, ...]:
    """All three, in one query."""
    rows = Review.objects.filter(pk=seat.review).annotate(
        here=Subquery(last_change(seat, without)),
        outside=Subquery(last_change_outside()),
        gone=Subquery(taken_out(seat)),
    )
    found = rows.values_list("here", "outside", "gone").first()
    return found or ()
