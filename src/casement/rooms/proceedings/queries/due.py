"""What bears on reviews from outside and waits for somebody: looks that are due, holds to lift, people to clear."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast

from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.rooms.proceedings.models import Hold, Lifting, Proceeding, WitnessFlag
from casement.rooms.proceedings.rules.flags import HEARD
from casement.rooms.proceedings.vocabulary import FlagState
from casement.rooms.reviews.models import Participation

Rows: TypeAlias = QuerySet[Any, Any]  # kind, review, number, day


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
    told: dict[int, list[Due]] = {review: [] for review in reviews}
    for kind, review, number, on in _due(list(told)):
        told[review].append(Due(kind, number, on))
    return {review: tuple(each) for review, each in told.items()}


def waiting(reviews: Iterable[int]) -> dict[int, tuple[Due, ...]]:
    """The same, with holds that somebody asked to lift and people who may be a witness, in one query."""
    told: dict[int, list[Due]] = {review: [] for review in reviews}
    wanted = list(told)
    lifting = Hold.objects.filter(review__in=wanted, lifted_at=None, pk__in=Lifting.objects.values("hold"))
    newest = WitnessFlag.objects.filter(participation=OuterRef("pk")).order_by("-pk").values("state")[:1]
    people = Participation.objects.filter(review__in=wanted, role__in=HEARD, ended_at=None)
    flagged = people.annotate(flag=Subquery(newest)).filter(flag=FlagState.POSSIBLE)
    for kind, review, number, on in _due(wanted).union(_told(lifting, "lifting"), _told(flagged, "flag"), all=True):
        told[review].append(Due(kind, number, on))
    return {review: tuple(sorted(each, key=lambda one: (one.kind, one.number))) for review, each in told.items()}


def _due(reviews: list[int]) -> Rows:
    late = Q(review__in=reviews, look_on__lte=today())
    running = _told(Proceeding.objects.filter(late, ended_on=None), "proceeding", "look_on")
    return running.union(_told(Hold.objects.filter(late, lifted_at=None), "hold", "look_on"), all=True)


def _told(rows: QuerySet[Any], kind: str, on: str = "") -> Rows:
    day = F(on) if on else Cast(Value(None, DateField()), DateField())
    told = rows.order_by().annotate(what=Value(kind, TextField()), day=day)
    found: Rows = told.values_list("what", "review_id", "number", "day")
    return found
