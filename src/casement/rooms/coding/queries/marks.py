"""Marks as people see them: the words, the code, which way it worked, and notes."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from casement.foundation.access import Seat
from casement.rooms.coding.models import Mark, Memo
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source


@dataclass(frozen=True)
class MarkView:
    """One mark. `code` is what was chosen ("item:wrk.03", "open:4"); `current` whether its text is the newest."""

    number: int
    start: int
    end: int
    quote: str
    paragraph: int
    code: str
    label: str
    group: str
    influence: str
    by: str
    mine: bool
    at: datetime
    removed: bool
    current: bool
    source_number: int
    source_title: str
    source_kind: str
    agency: str
    participant: str
    memos: tuple[str, ...]


def rows(seat: Seat) -> QuerySet[Mark]:
    """Marks on sources this seat may read, with everything a view needs."""
    memos = Memo.objects.filter(Q(private=False) | Q(by_id=seat.person_id)).order_by("number")
    return (
        Mark.objects.filter(
            review_id=seat.review, excerpt__version__source__in=Source.objects.visible_to(seat)
        )
        .select_related(
            "excerpt__version__source__agency",
            "excerpt__version__source__participation",
            "item",
            "code",
        )
        .defer("excerpt__version__text", "excerpt__version__anchors")
        .prefetch_related(Prefetch("memos", queryset=memos))
    )


def views(seat: Seat, found: QuerySet[Mark]) -> tuple[MarkView, ...]:
    """Marks as views, in three queries however many."""
    labels = dict(
        Participation.objects.filter(review_id=seat.review, person__isnull=False).values_list(
            "person_id", "role_label"
        )
    )
    return tuple(view(seat, row, labels) for row in found)


def view(seat: Seat, row: Mark, labels: dict[int | None, str]) -> MarkView:
    """One mark as a view."""
    excerpt = row.excerpt
    source = excerpt.version.source
    return MarkView(
        number=row.number,
        start=excerpt.start,
        end=excerpt.end,
        quote=excerpt.quote,
        paragraph=excerpt.paragraph,
        code=f"item:{row.item.item_id}" if row.item else f"open:{row.code.number}" if row.code else "",
        label=row.item.label if row.item else row.code.label if row.code else "",
        group=row.item.group if row.item else "Open code",
        influence=row.influence,
        by=labels.get(row.by_id, "Somebody who has left"),
        mine=row.by_id == seat.person_id,
        at=row.at,
        removed=row.removed_at is not None,
        current=source.current_id == excerpt.version_id,
        source_number=source.number,
        source_title=source.title,
        source_kind=source.kind,
        agency=source.agency.name if source.agency else "",
        participant=source.participation.role_label if source.participation else "",
        memos=tuple(memo.text for memo in row.memos.all()),
    )


def marks_of_source(seat: Seat, number: int, *, removed: bool = False) -> tuple[MarkView, ...]:
    """Marks of one source in the order of its text; with `removed`, those that can be put back too."""
    found = rows(seat).filter(excerpt__version__source__number=number)
    if not removed:
        found = found.filter(removed_at=None)
    return views(seat, found.order_by("excerpt__start", "excerpt__end", "number"))


def marks_with(seat: Seat, *, item: str = "", code: int | None = None) -> tuple[MarkView, ...]:
    """All live marks of one factor or one open code, by source."""
    found = rows(seat).filter(removed_at=None)
    found = found.filter(item__item_id=item) if item else found.filter(code__number=code)
    return views(seat, found.order_by("excerpt__version__source__number", "excerpt__start"))
