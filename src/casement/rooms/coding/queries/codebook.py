"""What can be chosen when marking, and what has been said of each."""

from dataclasses import dataclass

from django.db.models import Count, Q

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.queries.marks import MarkView, marks_with
from casement.rooms.reviews.models import FrameworkItem, Pin
from casement.rooms.sources.models import Source


@dataclass(frozen=True)
class Choice:
    """One factor or open code as the picker shows it; `count` is how many live marks it has here."""

    value: str
    label: str
    group: str
    level: str
    help: str
    origin: str
    count: int
    recent: bool = False
    retired: bool = False


@dataclass(frozen=True)
class CodeView:
    """One factor or open code with all its passages."""

    number: int | None
    choice: Choice
    marks: tuple[MarkView, ...]


def codebook(seat: Seat) -> tuple[Choice, ...]:
    """Every factor of the pinned framework in order, then the open codes by name: four queries."""
    live = Mark.objects.filter(
        review_id=seat.review,
        removed_at=None,
        excerpt__version__source__in=Source.objects.visible_to(seat),
    )
    by_item = dict(live.filter(item__isnull=False).values_list("item_id").annotate(n=Count("pk")))
    by_code = dict(live.filter(code__isnull=False).values_list("code_id").annotate(n=Count("pk")))
    frameworks = Pin.objects.filter(review_id=seat.review, framework__key="factors").values("framework")
    items = FrameworkItem.objects.filter(framework__in=frameworks, retired=False).order_by("order")
    told = [
        Choice(f"item:{i.item_id}", i.label, i.group, i.level, i.help, i.origin, by_item.get(i.pk, 0))
        for i in items
    ]
    for code in Code.objects.filter(review_id=seat.review).order_by("label"):
        told.append(
            Choice(
                f"open:{code.number}", code.label, "Open code", "", code.definition, "site",
                by_code.get(code.pk, 0), retired=code.retired_at is not None,
            )  # fmt: skip
        )
    return tuple(told)


def choices(seat: Seat) -> tuple[Choice, ...]:
    """What the picker offers: the person's five latest first, named so, then the codebook; none retired."""
    latest: list[str] = []
    for item, code in (
        Mark.objects.filter(review_id=seat.review, by_id=seat.person_id, removed_at=None)
        .order_by("-number")
        .values_list("item__item_id", "code__number")[:30]
    ):
        value = f"item:{item}" if item else f"open:{code}"
        if value not in latest:
            latest.append(value)
    frameworks = Pin.objects.filter(review_id=seat.review, framework__key="factors").values("framework")
    shown = ("item_id", "label", "group", "level", "help", "origin")
    told = [
        Choice(f"item:{item_id}", label, group, level, help_, origin, 0, f"item:{item_id}" in latest[:5])
        for item_id, label, group, level, help_, origin in FrameworkItem.objects.filter(
            Q(framework__in=frameworks), retired=False
        )
        .order_by("order")
        .values_list(*shown)
    ]
    for number, label, definition in Code.objects.filter(
        review_id=seat.review, retired_at=None
    ).values_list("number", "label", "definition"):
        value = f"open:{number}"
        told.append(Choice(value, label, "Open code", "", definition, "site", 0, value in latest[:5]))
    return tuple(told)


def code_view(seat: Seat, number: int) -> CodeView:
    """One open code with its passages; NotHere when there is none."""
    row = Code.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    marks = marks_with(seat, code=number)
    choice = Choice(
        f"open:{number}", row.label, "Open code", "", row.definition, "site", len(marks),
        retired=row.retired_at is not None,
    )  # fmt: skip
    return CodeView(number, choice, marks)


def item_view(seat: Seat, item: str) -> CodeView:
    """One factor with its passages; NotHere when it is not in this review's framework."""
    frameworks = Pin.objects.filter(review_id=seat.review, framework__key="factors").values("framework")
    row = FrameworkItem.objects.filter(framework__in=frameworks, item_id=item).first()
    if row is None:
        raise NotHere
    marks = marks_with(seat, item=item)
    choice = Choice(f"item:{item}", row.label, row.group, row.level, row.help, row.origin, len(marks))
    return CodeView(None, choice, marks)
