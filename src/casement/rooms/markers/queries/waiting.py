"""Markers that ask somebody's level at the step where their review is now, and have no answer from that level."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, F, OuterRef, Q

from casement.foundation.access import Seat
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.markers.models import MarkerAnswer
from casement.rooms.markers.rules.levels import level_of
from casement.rooms.markers.vocabulary import KEY, Level
from casement.rooms.reviews.models import Pin

KIND = "markers"


def markers_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """Whether markers wait for the level of each seat, as rows for `markers_from`: one row for a review at most.

    A review that is tied to no version of the markers is not reminded of any.
    """
    found: dict[Level, list[int]] = {}
    for seat in seats:
        if level := level_of(seat.standing.role):
            found.setdefault(level, []).append(seat.review)
    later = Pin.objects.filter(review=OuterRef("review"), framework__key=KEY, pk__gt=OuterRef("pk"))
    told = []
    for level, reviews in found.items():
        answered = MarkerAnswer.objects.filter(
            review=OuterRef("review"), marker=OuterRef("framework__items__item_id"), level=level
        )
        fits = ~Q(review__kind__in=("children", "adults")) | Q(framework__items__applies_to=F("review__kind"))
        rows = Pin.objects.filter(
            fits, ~Exists(later), ~Exists(answered), review__in=reviews, review__closed_at=None, framework__key=KEY,
            framework__items__retired=False, framework__items__level=F("review__step"),
            framework__items__wordings__has_key=str(level),
        )  # fmt: skip
        asked = rows.order_by().values("review").annotate(n=Count("framework__items", distinct=True))
        told.append(rows_of(asked, KIND, number="n"))
    return told


def markers_from(told: Iterable[Waiting]) -> bool:
    """Whether any marker of one review waits."""
    return any(one.kind == KIND for one in told)
