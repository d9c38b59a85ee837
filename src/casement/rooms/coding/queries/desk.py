"""What the reader's desk needs beside the text: the marks on this very text, and what can be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    FilteredRelation,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat

from casement.foundation.access import Seat
from casement.foundation.prepared import Prepared
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Code, Mark, Round, RoundCode
from casement.rooms.coding.queries.codebook import Choice, pinned
from casement.rooms.coding.queries.marks import OPEN
from casement.rooms.reviews.models import FrameworkItem, Participation
from casement.rooms.sources.models import Source

LATELY = 5  # codes
LOOKED_AT = 100  # marks of one's own
CHANGED = 16  # its place in a row of `marks_noted`
GONE = "Somebody who has left"


@dataclass(frozen=True, slots=True)
class DeskMark:
    """One mark on the text that is open. `memo` is this person's own, `notes` those of others.

    `code` is what was chosen ("item:wrk.03", "open:4"); `act` the last act on it, which its person may take back;
    `changed` the number of the last thing that happened to it, a memo included.
    """

    number: int
    start: int
    end: int
    label: str
    influence: str
    by: str
    memo: str = ""
    private: bool = False
    notes: tuple[str, ...] = ()
    code: str = ""
    act: int = 0
    changed: int = 0
    removed: bool = False


class Within(NamedTuple):
    """The marks of a part of a text, how many the whole text has, and the number of the last change to any."""

    marks: tuple[DeskMark, ...] = ()
    total: int = 0
    latest: int = 0


def desk_marks(seat: Seat, version_id: int) -> tuple[DeskMark, ...]:
    """The live marks of one text in its order, with their memos; one query."""
    return marks_within(seat, version_id, None).marks


def marks_within(seat: Seat, version_id: int, within: tuple[int, int] | None) -> Within:
    """The live marks of one text in its order, with their memos: one query, however many.

    `within` leaves out those that do not touch this span of it. For a text that this seat has been shown to be
    allowed to read.
    """
    # Found by the text alone: naming the review as well would have SQLite walk every mark of the review.
    there = Mark.objects.past_the_wall(seat).filter(removed_at=None, excerpt__version_id=version_id)
    if within is None:
        rows = list(marks_noted(seat, there))
        return Within(
            gathered(seat, rows), len({row[0] for row in rows}), max([row[CHANGED] for row in rows] or [0])
        )
    whole = there.order_by().values("excerpt__version_id")
    # Any one mark comes as well, so that there is a row which says what the whole text has.
    here = Q(excerpt__start__lt=within[1], excerpt__end__gt=within[0]) | Q(
        pk__in=whole.annotate(n=Min("pk")).values("n")
    )
    told = marks_noted(seat, there.filter(here)).annotate(
        total=Subquery(whole.annotate(n=Count("pk")).values("n")),
        latest=Subquery(whole.annotate(n=Max("changed")).values("n")),
    )
    rows = list(told.values_list(*NOTED, "total", "latest"))
    some = [row[:-2] for row in rows if row[1] < within[1] and row[2] > within[0]]
    return Within(gathered(seat, some), *rows[0][-2:]) if rows else Within()


NOTED = (
    "number", "excerpt__start", "excerpt__end", "item__label", "code__label", "influence", "by_id", "person",
    "said_by", "noted__text", "noted__private", "noted__by_id", "noted__said_by", "item__item_id", "code__number",
    "act", "changed", "removed_at",
)  # fmt: skip


def marks_noted(seat: Seat, there: QuerySet[Mark]) -> QuerySet[Mark, Any]:
    """These marks, one row for each memo that this person may read, or one without."""
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    return (
        there.annotate(
            noted=FilteredRelation("memos", condition=Q(memos__private=False) | Q(memos__by_id=seat.person_id)),
            person=Subquery(people.order_by("pk").values("role_label")[:1]),
        )
        .order_by("excerpt__start", "excerpt__end", "number", "noted__number")
        .values_list(*NOTED)
    )


def gathered(seat: Seat, rows: Iterable[tuple[Any, ...]]) -> tuple[DeskMark, ...]:
    """Marks from rows of marks and memos."""
    told: dict[int, DeskMark] = {}
    for row in rows:
        number, start, end, item, code, influence, by, person, told_by, text, private, writer, theirs = row[:13]
        mark = told.get(number)
        if mark is None:
            said_by = told_by or ("You" if by == seat.person_id else person or GONE)
            item_id, code_number, act, changed, removed_at = row[13:]
            chosen = f"item:{item_id}" if item_id else f"open:{code_number}"
            mark = DeskMark(
                number, start, end, item or code or "", influence, said_by,
                code=chosen, act=act, changed=changed, removed=removed_at is not None,
            )  # fmt: skip
        if text is not None and writer == seat.person_id and not theirs:
            mark = replace(mark, memo=text, private=private)
        elif text is not None:
            mark = replace(mark, notes=(*mark.notes, text))
        told[number] = mark
    return tuple(told.values())


def desk_mark(seat: Seat, number: int) -> DeskMark:
    """One mark, taken away or not; NotHere when its source is out of reach."""
    told = gathered(seat, ONE(seat, number=number))
    if not told:
        raise NotHere
    return told[0]


ONE = Prepared(
    lambda seat, number: marks_noted(
        seat, Mark.objects.visible_to(seat).filter(review_id=seat.review, number=number)
    )
)


def choices(seat: Seat) -> tuple[Choice, ...]:
    """What can be chosen when marking: the framework in its order, then open codes by name; one query.

    Those this person used last are told so; retired ones are not offered.
    """
    return choices_on(seat, None).choices


class OnSource(NamedTuple):
    """What can be chosen on a source, the open blind round it is in with its number of codes, and its wall."""

    choices: tuple[Choice, ...]
    blind: tuple[int, int] | None
    wall: str


def choices_on(seat: Seat, source: int | None) -> OnSource:
    """The same, and what there is to know of blind rounds on source `source`, in one query."""
    told = ANYWHERE(seat, None) if source is None else ON_SOURCE(seat, source=source)
    rows = [row for row in told if row[0] in ("item", "open")]
    blind = next(((int(row[1]), row[7]) for row in told if row[0] == "round"), None)
    latest = sorted(((row[8], row[1]) for row in told if row[0] == "used"), reverse=True)
    lately = list(dict.fromkeys(code for _, code in latest))[:LATELY]
    offered = tuple(
        Choice(
            f"{kind}:{value}", label, group, level, help_, origin, 0, f"{kind}:{value}" in lately,
            exclusion=not_when, example=such_as,
        )
        for kind, value, label, group, level, help_, origin, _, _, not_when, such_as in rows
    )  # fmt: skip
    return OnSource(offered, blind, next((row[1] for row in told if row[0] == "wall"), ""))


def asked_on(seat: Seat, source: int | None) -> QuerySet[Any, Any]:
    """What `choices_on` reads: factors, open codes, what was used lately, a source's open rounds and its wall."""
    columns = (
        "kind", "value", "label", "group", "level", "help", "origin", "place", "latest", "not_when", "such_as"
    )  # fmt: skip
    blank, nought = Value("", CharField()), Value(0, IntegerField())
    items = FrameworkItem.objects.filter(framework__in=pinned(seat), retired=False).order_by()
    factors = items.annotate(
        kind=Value("item", CharField()),
        value=Cast("item_id", CharField()),
        place=F("order"),
        not_when=blank,
        such_as=blank,
        latest=nought,
    ).values_list(*columns)
    own = Code.objects.filter(review_id=seat.review, retired_at=None, heading=False).order_by()
    open_codes = own.annotate(
        kind=Value("open", CharField()),
        value=Cast("number", CharField()),
        group=Value(OPEN, CharField()),
        level=Value("", CharField()),
        help=F("definition"),
        not_when=F("exclusion"),
        such_as=F("example"),
        origin=Value("site", CharField()),
        place=Value(0, IntegerField()),
        latest=nought,
    ).values_list(*columns)
    # Only the last of this person's own marks: asking every code for its latest would read them all.
    mine = Mark.objects.made_by(seat)
    lately = mine.filter(removed_at=None).order_by("-number").values("pk")[:LOOKED_AT]
    used = mine.filter(pk__in=lately).order_by()
    last = used.values_list(
        Value("used", CharField()),
        Case(
            When(item=None, then=Concat(Value("open:"), Cast("code__number", CharField()))),
            default=Concat(Value("item:"), Cast("item__item_id", CharField())),
        ),
        *[blank] * 5, nought, "number", blank, blank,
    )  # fmt: skip
    parts = [open_codes, last]
    if source is not None:
        there = Round.objects.filter(review_id=seat.review, closed_at=None, texts__source__number=source).order_by()
        about = RoundCode.objects.filter(round=OuterRef("pk")).order_by()
        empty = {
            name: Value("", CharField())
            for name in ("label", "group", "level", "help", "origin", "not_when", "such_as")
        }
        rounds = there.annotate(
            kind=Value("round", CharField()),
            value=Cast("number", CharField()),
            place=Subquery(about.values("round").annotate(n=Count("pk")).values("n")),
            latest=Value(0, IntegerField()),
            **empty,
        )
        parts.append(rounds.values_list(*columns))
        here = Source.objects.filter(review_id=seat.review, number=source).order_by()
        wall = here.values_list(
            Value("wall", CharField()), walls_told(), *[blank] * 5, nought, nought, blank, blank
        )
        parts.append(wall)
    return factors.union(*parts, all=True).order_by("kind", "place", "label")


ANYWHERE, ON_SOURCE = Prepared(asked_on), Prepared(asked_on)


def walls_told() -> Concat:
    """How many blind rounds a source is in, and how many of them are open: it changes with each of them."""
    rounds = Round.objects.filter(texts__source=OuterRef("pk")).order_by().values("texts__source")
    all_of_them = rounds.annotate(n=Count("pk")).values("n")
    still_open = rounds.annotate(n=Count("pk", filter=Q(closed_at=None))).values("n")
    return Concat(
        Cast(Coalesce(Subquery(all_of_them), 0), CharField()),
        Value("-"),
        Cast(Coalesce(Subquery(still_open), 0), CharField()),
    )
