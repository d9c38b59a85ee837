"""Memos: what the team was thinking, and one's own private notes."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from casement.foundation.access import Seat
from casement.rooms.coding.models import Memo
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source


@dataclass(frozen=True)
class MemoView:
    """One memo; `source_number` leads to what it is about, when it is about a source or a mark."""

    number: int
    text: str
    private: bool
    mine: bool
    by: str
    at: datetime
    source_number: int | None
    source_title: str
    quote: str
    start: int | None
    end: int | None
    paragraph: int | None


def memos(seat: Seat) -> tuple[MemoView, ...]:
    """Memos this person may see, newest first; those on sources out of reach are not among them."""
    visible = Source.objects.visible_to(seat)
    found = (
        Memo.objects.filter(review_id=seat.review)
        .filter(Q(private=False) | Q(by_id=seat.person_id))
        .filter(Q(mark=None) | Q(mark__excerpt__version__source__in=visible))
        .filter(Q(source=None) | Q(source__in=visible))
        .select_related("mark__excerpt__version__source", "source")
        .defer("mark__excerpt__version__text", "mark__excerpt__version__anchors")
        .order_by("-number")
    )
    labels = dict(Participation.objects.filter(review_id=seat.review).values_list("person_id", "role_label"))
    told = []
    for row in found:
        excerpt = row.mark.excerpt if row.mark else None
        source = excerpt.version.source if excerpt else row.source
        told.append(
            MemoView(
                number=row.number,
                text=row.text,
                private=row.private,
                mine=row.by_id == seat.person_id,
                by=labels.get(row.by_id, "Somebody who has left"),
                at=row.at,
                source_number=source.number if source else None,
                source_title=source.title if source else "",
                quote=excerpt.quote if excerpt else "",
                start=excerpt.start if excerpt else None,
                end=excerpt.end if excerpt else None,
                paragraph=excerpt.paragraph if excerpt else None,
            )
        )
    return tuple(told)
