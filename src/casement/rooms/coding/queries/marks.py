"""Marks as people see them in lists: the words, the code, which way it worked, and notes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Mark, Memo
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source

PAGE = 50
OPEN = "Open code"


@dataclass(frozen=True)
class Note:
    """One memo on a mark."""

    number: int
    text: str
    mine: bool
    private: bool


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
    at: datetime
    removed: bool
    current: bool
    version: int
    source_number: int
    source_title: str
    source_kind: str
    agency: str
    participant: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class SourceMarks:
    """One page of the marks of a source, and how many there are."""

    number: int
    title: str
    kind: str
    marks: tuple[MarkView, ...]
    total: int


def rows(seat: Seat) -> QuerySet[Mark]:
    """Marks on sources this seat may read, with everything a view needs: two queries."""
    memos = Memo.objects.filter(Q(private=False) | Q(by_id=seat.person_id)).order_by("number")
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    return (
        Mark.objects.visible_to(seat)
        .select_related(
            "excerpt__version__source__agency",
            "excerpt__version__source__participation",
            "item",
            "code",
        )
        .defer("excerpt__version__text", "excerpt__version__anchors", "excerpt__version__kept")
        .annotate(person=Subquery(people.order_by("pk").values("role_label")[:1]))
        .prefetch_related(Prefetch("memos", queryset=memos))
    )


def view(seat: Seat, row: Mark) -> MarkView:
    """One mark as a view."""
    excerpt = row.excerpt
    source = excerpt.version.source
    person: str | None = getattr(row, "person", None)
    return MarkView(
        number=row.number,
        start=excerpt.start,
        end=excerpt.end,
        quote=excerpt.shown,
        paragraph=excerpt.paragraph,
        code=f"item:{row.item.item_id}" if row.item else f"open:{row.code.number}" if row.code else "",
        label=row.item.label if row.item else row.code.label if row.code else "",
        group=row.item.group if row.item else OPEN,
        influence=row.influence,
        by=row.said_by or ("You" if row.by_id == seat.person_id else person or "Somebody who has left"),
        at=row.at,
        removed=row.removed_at is not None,
        current=source.current_id == excerpt.version_id,
        version=excerpt.version.number,
        source_number=source.number,
        source_title=source.title,
        source_kind=source.kind,
        agency=source.agency.name if source.agency else "",
        participant=source.participation.role_label if source.participation else "",
        notes=tuple(
            Note(memo.number, memo.text, memo.by_id == seat.person_id and not memo.said_by, memo.private)
            for memo in row.memos.all()
        ),
    )


def counted(seat: Seat, **of: Any) -> Coalesce:
    """How many live marks there are of one thing, for a query that asks about the thing itself."""
    live = Mark.objects.visible_to(seat).filter(**of)
    told = live.order_by().values("review_id").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(told), 0, output_field=IntegerField())


def page_of(seat: Seat, found: QuerySet[Mark], page: int, total: int) -> tuple[MarkView, ...]:
    """One page of marks as views."""
    first = (min(max(page, 1), max(1, -(-total // PAGE))) - 1) * PAGE
    return tuple(view(seat, row) for row in found[first : first + PAGE])


def source_marks(seat: Seat, number: int, page: int = 1) -> SourceMarks:
    """The marks of one source in the order of its text, those taken away last; NotHere when out of reach."""
    heads = Source.objects.visible_to(seat).filter(number=number)
    total = counted(seat, excerpt__version__source=OuterRef("pk"))
    head = heads.annotate(total=total).values_list("title", "kind", "total").first()
    if head is None:
        raise NotHere
    found = rows(seat).filter(excerpt__version__source__number=number)
    live_first = F("removed_at").asc(nulls_first=True)
    ordered = found.order_by(live_first, "excerpt__start", "excerpt__end", "number")
    return SourceMarks(number, head[0], head[1], page_of(seat, ordered, page, head[2]), head[2])


def marks_of_source(seat: Seat, number: int) -> tuple[MarkView, ...]:
    """Every live mark of one source in the order of its text."""
    found = rows(seat).filter(excerpt__version__source__number=number, removed_at=None)
    return tuple(view(seat, row) for row in found.order_by("excerpt__start", "excerpt__end", "number"))


def marks_with(seat: Seat, page: int, total: int, *, item: str = "", code: int = 0) -> tuple[MarkView, ...]:
    """A page of the live marks of one factor or one open code, by source."""
    found = rows(seat).filter(removed_at=None)
    found = found.filter(item__item_id=item) if item else found.filter(code__number=code)
    ordered = found.order_by("excerpt__version__source__number", "excerpt__start", "number")
    return page_of(seat, ordered, page, total)


def mark_view(seat: Seat, number: int, *, notes: bool = True) -> MarkView:
    """One mark, taken away or not, and its memos unless they are not wanted; NotHere when its source is out of
    reach."""
    wanted = rows(seat)
    if not notes:
        wanted = wanted.prefetch_related(None).prefetch_related(Prefetch("memos", queryset=Memo.objects.none()))
    row = wanted.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return view(seat, row)
