"""What people say where a factor worked one way or the other: as it shipped, or as this review words it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import FactorSigns
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.reviews.models import FrameworkItem, Participation


@dataclass(frozen=True)
class Signs:
    """The signs of one factor. `edition` is 0 where they came with the framework; `by` is a role label."""

    item: str
    label: str
    helped: tuple[str, ...]
    harder: tuple[str, ...]
    edition: int = 0
    by: str = ""
    at: datetime | None = None
    shipped: dict[str, tuple[str, ...]] = field(default_factory=dict)


def signs_of_factors(seat: Seat) -> dict[str, Signs]:
    """The signs of every factor in use, by its code such as "item:wrk.03"; one query."""
    rows = worded(seat).filter(retired=False).order_by("order")
    return {f"item:{one.item_id}": view_of(one) for one in rows}


def signs_of(seat: Seat, item: str) -> Signs:
    """The signs of one factor; one query. NotHere when it is not in this review's framework."""
    row = worded(seat).filter(item_id=item).first()
    if row is None:
        raise NotHere
    return view_of(row)


def worded(seat: Seat) -> QuerySet[FrameworkItem]:
    """The factors of this review with the last wording of their signs."""
    last = FactorSigns.objects.filter(review_id=seat.review, item=OuterRef("pk")).order_by("-edition")
    who = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("-pk")
    named = last.annotate(label=Subquery(who.values("role_label")[:1]))
    return FrameworkItem.objects.filter(framework__in=pinned(seat)).annotate(
        ours=Subquery(last.values("signs")[:1], output_field=FactorSigns._meta.get_field("signs")),
        edition=Subquery(last.values("edition")[:1]),
        said_by=Subquery(named.values("label")[:1]),
        said_at=Subquery(last.values("at")[:1]),
    )


def view_of(row: FrameworkItem) -> Signs:
    """The signs of one factor from its row."""
    ours = row.ours if row.edition else row.signs  # type: ignore[attr-defined]
    return Signs(
        row.item_id,
        row.short_label or row.label,
        tuple(ours.get("helped", ())),
        tuple(ours.get("harder", ())),
        row.edition or 0,  # type: ignore[attr-defined]
        row.said_by or "",  # type: ignore[attr-defined]
        row.said_at,  # type: ignore[attr-defined]
        {side: tuple(told) for side, told in row.signs.items()},
    )
