"""One section as it is edited: its text, its edition, its earlier texts, and texts that wait to be settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat
from casement.rooms.reports.models import SectionText
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class Kept:
    """A text a section has had, or one that came second and waits (`beside`)."""

    id: int
    edition: int
    text: str
    by: str
    at: datetime
    beside: bool
    settled: bool


@dataclass(frozen=True)
class SectionState:
    """How a section's texts stand: earlier ones newest first, and those that wait to be settled."""

    earlier: tuple[Kept, ...]
    waiting: tuple[Kept, ...]
    last: Kept | None


def kept_texts(seat: Seat, key: str) -> tuple[Kept, ...]:
    """Every text of section `key`, newest first, with the role label of who wrote it; one query."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id"))
    rows = (
        SectionText.objects.filter(section__report__review_id=seat.review, section__key=key)
        .annotate(who=Subquery(label.order_by("-began_at").values("role_label")[:1]))
        .order_by("-at", "-pk")
        .values_list("pk", "edition", "text", "who", "at", "kept_beside", "settled_at")
    )
    return tuple(
        Kept(pk, edition, text, who or "Somebody", at, beside, settled is not None)
        for pk, edition, text, who, at, beside, settled in rows
    )


def section_state(seat: Seat, key: str) -> SectionState:
    """How the texts of section `key` stand; one query."""
    texts = kept_texts(seat, key)
    saved = tuple(one for one in texts if not one.beside)
    waiting = tuple(one for one in texts if one.beside and not one.settled)
    return SectionState(saved[1:], waiting, saved[0] if saved else None)
