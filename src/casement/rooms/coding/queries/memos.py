"""Memos: what the team was thinking, and one's own private notes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Mark, Memo
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source

PAGE = 50


@dataclass(frozen=True)
class MemoView:
    """One memo; `source_number` leads to what it is about, when it is about a source or a mark.

    `code` is where the page of its code is, below the codebook, when it is about a code or factor.
    """

    number: int
    text: str
    private: bool
    mine: bool
    by: str
    at: datetime
    source_number: int | None
    source_title: str
    source_kind: str
    mark: int | None
    quote: str
    start: int | None
    end: int | None
    paragraph: int | None
    code: str = ""
    code_label: str = ""


def rows(seat: Seat) -> QuerySet[Memo]:
    """Memos this person may see; those on sources out of reach are not among them. One query."""
    visible = Source.objects.visible_to(seat)
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    return (
        Memo.objects.filter(review_id=seat.review)
        .filter(Q(private=False) | Q(by_id=seat.person_id))
        .filter(Q(mark=None) | Q(mark__in=Mark.objects.visible_to(seat).values("pk")))
        .filter(Q(source=None) | Q(source__in=visible))
        .select_related("mark__excerpt__version__source", "source", "code", "item")
        .defer("mark__excerpt__version__text", "mark__excerpt__version__anchors")
        .annotate(person=Subquery(people.order_by("pk").values("role_label")[:1]))
        .order_by("-number")
    )


def memos(seat: Seat, page: int = 1) -> tuple[tuple[MemoView, ...], int]:
    """A page of memos, newest first, and how many there are."""
    found = rows(seat)
    total = found.count()
    first = (min(max(page, 1), max(1, -(-total // PAGE))) - 1) * PAGE
    return tuple(view(seat, row) for row in found[first : first + PAGE]), total


def memos_on(seat: Seat, number: int) -> tuple[MemoView, ...]:
    """The memos on source `number` as a whole, the newest fifty."""
    return tuple(view(seat, row) for row in rows(seat).filter(source__number=number, mark=None)[:PAGE])


def places_of(seat: Seat, numbers: Iterable[int]) -> dict[int, str]:
    """Where those of these memos that this person may see are read, below the review's address; one query."""
    if not allows(seat.standing, Action.CODING_READ):
        return {}
    found = rows(seat).filter(number__in=list(numbers))
    told = found.values_list("number", "mark__number", "source__number", "code__number", "item__item_id")
    return {
        number: f"marks/{mark}/" if mark else f"sources/{source}/" if source else about_code(code, item) or "memos/"
        for number, mark, source, code, item in told
    }


def about_code(code: int | None, item: str | None) -> str:
    """Where the memos on a code or factor are read, below the review's address."""
    return f"codes/{code}/#memos" if code else f"codes/item/{item}/#memos" if item else ""


def memos_on_code(seat: Seat, *, number: int | None = None, item: str = "") -> tuple[MemoView, ...]:
    """The memos on an open code or a factor, the newest fifty."""
    there = rows(seat).filter(code__number=number) if number else rows(seat).filter(item__item_id=item)
    return tuple(view(seat, row) for row in there[:PAGE])


def shared_on_codes(seat: Seat) -> dict[str, tuple[str, ...]]:
    """The memos on codes that all who code may read, by "open:4" or "item:wrk.03", the oldest first; one query."""
    told: dict[str, tuple[str, ...]] = {}
    there = rows(seat).filter(private=False).exclude(code=None, item=None).order_by("number")
    for number, item, text in there.values_list("code__number", "item__item_id", "text"):
        value = f"open:{number}" if number else f"item:{item}"
        told[value] = (*told.get(value, ()), text)
    return told


def memo_view(seat: Seat, number: int) -> MemoView:
    """One memo of one's own, to be changed; NotHere otherwise."""
    row = rows(seat).filter(number=number, by_id=seat.person_id, said_by="").first()
    if row is None:
        raise NotHere
    return view(seat, row)


def view(seat: Seat, row: Memo) -> MemoView:
    """One memo as a view."""
    excerpt = row.mark.excerpt if row.mark else None
    source = excerpt.version.source if excerpt else row.source
    mine = row.by_id == seat.person_id and not row.said_by
    person: str | None = getattr(row, "person", None)
    return MemoView(
        number=row.number,
        text=row.text,
        private=row.private,
        mine=mine,
        by=row.said_by or ("You" if mine else person or "Somebody who has left"),
        at=row.at,
        source_number=source.number if source else None,
        source_title=source.title if source else "",
        source_kind=source.kind if source else "",
        mark=row.mark.number if row.mark else None,
        quote=excerpt.shown if excerpt else "",
        start=excerpt.start if excerpt else None,
        end=excerpt.end if excerpt else None,
        paragraph=excerpt.paragraph if excerpt else None,
        code=about_code(row.code.number if row.code else None, row.item.item_id if row.item else None),
        code_label=row.code.label if row.code else row.item.label if row.item else "",
    )


def memos_with(seat: Seat, words: str) -> tuple[int, ...]:
    """The numbers of the memos this person may see that hold these words, whatever their letters."""
    return tuple(rows(seat).filter(text__icontains=words).order_by("number").values_list("number", flat=True))
