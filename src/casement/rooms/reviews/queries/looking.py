"""Who looked at what and who changed what in a review, in words, from the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.apps import apps
from django.db.models import Count, Max, Min, OuterRef, Subquery

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.foundation.models import LedgerEntry
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.vocabulary import ACTION_WORDS, OUTCOME_WORDS

SIZE = 50


@dataclass(frozen=True)
class Look:
    """One entry: when, who by role label, what, and what came of it."""

    seq: int
    at: datetime
    who: str
    what: str
    outcome: str


@dataclass(frozen=True)
class Looks:
    """One page of entries, newest first."""

    lines: tuple[Look, ...]
    current: int
    last: int
    total: int


@dataclass(frozen=True)
class Opened:
    """One person's looks at one thing, by role label: how often, the first and the last."""

    who: str
    role: Role | None
    times: int
    first: datetime
    last: datetime


def opened_by(seat: Seat, kinds: Sequence[str], number: int | None) -> tuple[Opened, ...]:
    """Who has opened one thing of this review, whoever looked last first. In one query, however many there are."""
    rows = LedgerEntry.objects.filter(review_id=seat.review, kind__in=kinds, number=number, outcome="seen")
    place = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("person_id"))
    told = (
        rows.order_by()
        .values("person_id", "role")
        .annotate(times=Count("pk"), first=Min("at"), last=Max("at"))
        .annotate(label=Subquery(place.order_by("-number").values("role_label")[:1]))
        .order_by("-last", "person_id")
    )
    return tuple(
        Opened(
            row["label"] or "Somebody without a place here",
            Role(row["role"]) if row["role"] in list(Role) else None,
            row["times"],
            row["first"],
            row["last"],
        )
        for row in told
    )


def looks(seat: Seat, page: int = 1) -> Looks:
    """One page of what was seen and done in this review; a page past the end is the last one."""
    rows = LedgerEntry.objects.filter(review_id=seat.review).order_by("-seq")
    total = rows.count()
    last = max(1, -(-total // SIZE))
    current = min(max(1, page), last)
    place = Participation.objects.filter(review_id=OuterRef("review_id"), person_id=OuterRef("person_id"))
    rows = rows.annotate(label=Subquery(place.order_by("-number").values("role_label")[:1]))
    shown = rows[(current - 1) * SIZE : current * SIZE]
    return Looks(tuple(_look(row) for row in shown), current, last, total)


@cache
def counted_everywhere() -> frozenset[str]:
    """Kinds that have no number within a review: the ledger knows them by one that counts those of all reviews,
    and that would say how much happens elsewhere.
    """
    models = apps.get_models()
    return frozenset(
        str(each._meta.model_name) for each in models if not any(one.name == "number" for one in each._meta.fields)
    )


def _look(row: LedgerEntry) -> Look:
    role = ROLE_NAMES[Role(row.role)] if row.role in list(Role) else ""
    who = getattr(row, "label", None) or role or "Somebody without a place here"
    what = ACTION_WORDS.get(row.action, row.action.replace(".", ": ").replace("_", " "))
    numbered = row.number is not None and row.kind not in counted_everywhere()
    thing = f"{row.kind.replace('_', ' ')} {row.number}" if row.kind and numbered else ""
    return Look(
        row.seq, row.at, who, f"{what} ({thing})" if thing else what, OUTCOME_WORDS.get(row.outcome, row.outcome)
    )
