"""What our words mean: the pinned factors and the open codes, and what has been said of each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, OuterRef, QuerySet

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.queries.marks import OPEN, MarkView, counted, marks_with
from casement.rooms.reviews.models import Framework, FrameworkItem, Pin


@dataclass(frozen=True)
class Choice:
    """One factor or open code; `count` is how many live marks it has where they were counted.

    `under` names the open code it stands under; a `heading` only holds others.
    """

    value: str
    label: str
    group: str
    level: str
    help: str
    origin: str
    count: int
    recent: bool = False
    retired: bool = False
    under: str = ""
    heading: bool = False
    exclusion: str = ""
    example: str = ""

    @property
    def key(self) -> str:
        """The number of an open code, or the id of a factor."""
        return self.value.partition(":")[2]


@dataclass(frozen=True)
class Wording:
    """What an open code said before, or what was written beside what stands now."""

    label: str
    definition: str
    at: datetime
    kept_beside: bool


@dataclass(frozen=True)
class CodeView:
    """One factor or open code with a page of its passages."""

    number: int | None
    choice: Choice
    edition: int
    marks: tuple[MarkView, ...]
    total: int
    wordings: tuple[Wording, ...] = ()


def codebook(seat: Seat) -> tuple[Choice, ...]:
    """Every factor of the pinned framework in order, then the open codes by name: four queries."""
    live = Mark.objects.visible_to(seat).filter(review_id=seat.review, removed_at=None).order_by()
    by_item = dict(live.filter(item__isnull=False).values_list("item_id").annotate(n=Count("pk")))
    by_code = dict(live.filter(code__isnull=False).values_list("code_id").annotate(n=Count("pk")))
    items = FrameworkItem.objects.filter(framework__in=pinned(seat), retired=False).order_by("order")
    told = [
        Choice(f"item:{i.item_id}", i.label, i.group, i.level, i.help, i.origin, by_item.get(i.pk, 0))
        for i in items
    ]
    told += [open_choice(code, by_code.get(code.pk, 0)) for code in in_order(seat)]
    return tuple(told)


def in_order(seat: Seat) -> list[Code]:
    """The open codes by name, each after the one it stands under: one query, however deep."""
    rows = {code.pk: code for code in Code.objects.filter(review_id=seat.review).select_related("parent")}

    def path(code: Code) -> list[str]:
        names = [code.label]
        while code.parent_id and code.parent_id in rows and len(names) < len(rows):
            code = rows[code.parent_id]
            names.insert(0, code.label)
        return names

    return sorted(rows.values(), key=path)


def pinned(seat: Seat) -> QuerySet[Framework]:
    """The version of the factors this review is tied to."""
    return Framework.objects.filter(
        key="factors", pk__in=Pin.objects.filter(review_id=seat.review).values("framework")
    )


def open_choice(row: Code, count: int) -> Choice:
    """An open code as one line of the codebook."""
    retired = row.retired_at is not None
    under = row.parent.label if row.parent else ""
    return Choice(
        f"open:{row.number}", row.label, OPEN, "", row.definition, "site", count, False, retired, under,
        row.heading, row.exclusion, row.example,
    )  # fmt: skip


def code_view(seat: Seat, number: int, page: int = 1) -> CodeView:
    """One open code with its passages; NotHere when there is none."""
    there = (
        Code.objects.filter(review_id=seat.review, number=number).select_related("parent").order_by("-texts__pk")
    )
    rows = list(
        there.annotate(
            total=counted(seat, code=OuterRef("pk"), removed_at=None),
            said=F("texts__label"),
            meant=F("texts__definition"),
            written=F("texts__at"),
            beside=F("texts__kept_beside"),
        )
    )
    if not rows:
        raise NotHere
    row = rows[0]
    marks = marks_with(seat, page, row.total, code=number)
    texts = tuple(Wording(one.said, one.meant, one.written, one.beside) for one in rows if one.written)
    return CodeView(number, open_choice(row, row.total), row.edition, marks, row.total, texts)


def item_view(seat: Seat, item: str, page: int = 1) -> CodeView:
    """One factor with its passages; NotHere when it is not in this review's framework."""
    there = FrameworkItem.objects.filter(framework__in=pinned(seat), item_id=item)
    row = there.annotate(total=counted(seat, review_id=seat.review, item=OuterRef("pk"), removed_at=None)).first()
    if row is None:
        raise NotHere
    marks = marks_with(seat, page, row.total, item=item)
    choice = Choice(f"item:{item}", row.label, row.group, row.level, row.help, row.origin, row.total)
    return CodeView(None, choice, 1, marks, row.total)
