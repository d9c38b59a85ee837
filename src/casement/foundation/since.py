"""What is new to somebody since a moment, in several reviews: rows that rooms put together for one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Expression, Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.waiting import Rows, Waiting, rows_of

NEW = "new "


@dataclass(frozen=True)
class Since:
    """One seat, and from when on something is new to it."""

    seat: Seat
    moment: datetime


def who_may(sinces: Sequence[Since], *actions: Action) -> list[Since]:
    """Those of these that may do one of the actions."""
    return [one for one in sinces if any(allows(one.seat.standing, action) for action in actions)]


def newer(
    rows: QuerySet[Any], sinces: Sequence[Since], *, at: str = "at", review: str = "review", by: str = "by"
) -> QuerySet[Any]:
    """The rows of these reviews that came since, but for what somebody did themselves; `by` may be left empty."""
    if not sinces:
        return rows.none()
    wanted = Q()
    for one in sinces:
        wanted |= Q(**{review: one.seat.review, f"{at}__gt": one.moment})
    told = rows.filter(wanted)
    return told.exclude(**{by: sinces[0].seat.person_id}) if by else told


def new_rows(rows: QuerySet[Any], kind: str, **columns: str) -> Rows:
    """Rows that say what is new, told apart from what waits; `kind` is what `new_from` gives back."""
    return rows_of(rows, NEW + kind, **columns)


def new_from(told: Iterable[Waiting]) -> list[Waiting]:
    """What is new, of everything that was told of one review."""
    return [one._replace(kind=one.kind.removeprefix(NEW)) for one in told if one.kind.startswith(NEW)]


def amounts(
    rows: QuerySet[Any], kind: str, *, review: str = "review", by: str = "by", who: Expression | None = None
) -> Rows:
    """How many of these rows there are in each review; with `who`, the label of their maker, by each maker."""
    if who is None:
        told = rows.order_by().values(review).annotate(n=Count("pk", distinct=True))
        return new_rows(told, kind, review=review, number="n")
    made = rows.order_by().values(review, by).annotate(n=Count("pk", distinct=True), who=who)
    return new_rows(made, kind, review=review, number="n", words="who")
