"""What bears on reviews from outside and waits for somebody: looks that are due, holds to lift, people to clear."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.foundation.waiting import Rows, Waiting, asked_at_once, rows_of
from casement.rooms.proceedings.models import Hold, Lifting, Proceeding, WitnessFlag
from casement.rooms.proceedings.rules.flags import HEARD
from casement.rooms.proceedings.vocabulary import FlagState
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class Due:
    """One thing that waits: a `proceeding` or `hold` to look at, a hold to lift (`lifting`), a person (`flag`)."""

    kind: str
    number: int
    on: date | None

    @property
    def sentence(self) -> str:
        """What is overdue, for somebody who wants to move the review on."""
        return (
            f"The fresh look at {self.kind} {self.number} was due on {date_words(self.on)}. "
            "Look at it first, then move."
        )


def looks_due(reviews: Iterable[int]) -> dict[int, tuple[Due, ...]]:
    """The looks that are due in each of these reviews, in one query."""
    wanted = list(reviews)
    late = [rows_of(rows, kind, number="number", day="look_on") for kind, rows in _late(wanted).items()]
    told = asked_at_once(late)
    return {review: waiting_from(told.get(review, ())) for review in wanted}


def waiting(reviews: Iterable[int]) -> list[Rows]:
    """The same as rows for `waiting_from`, with holds that are to be lifted and people who may be a witness."""
    wanted = list(reviews)
    if not wanted:
        return []
    lifting = Hold.objects.filter(review__in=wanted, lifted_at=None, pk__in=Lifting.objects.values("hold"))
    newest = WitnessFlag.objects.filter(participation=OuterRef("pk")).order_by("-pk").values("state")[:1]
    people = Participation.objects.filter(review__in=wanted, role__in=HEARD, ended_at=None)
    flagged = people.annotate(flag=Subquery(newest)).filter(flag=FlagState.POSSIBLE)
    return [
        *(rows_of(rows, kind, number="number", day="look_on") for kind, rows in _late(wanted).items()),
        rows_of(lifting, "lifting", number="number"),
        rows_of(flagged, "flag", number="number"),
    ]


def waiting_from(told: Iterable[Waiting]) -> tuple[Due, ...]:
    """What waits in one review, of everything that was told of it."""
    kinds = ("proceeding", "hold", "lifting", "flag")
    found = (Due(one.kind, one.number, one.day) for one in told if one.kind in kinds)
    return tuple(sorted(found, key=lambda one: (one.kind, one.number)))


def _late(reviews: list[int]) -> dict[str, QuerySet[Any]]:
    late = Q(review__in=reviews, look_on__lte=today())
    return {
        "proceeding": Proceeding.objects.filter(late, ended_on=None),
        "hold": Hold.objects.filter(late, lifted_at=None),
    }
