"""The codes of a review by name, and what a question across its sources can be narrowed by."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import (
    BooleanField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.coding.queries.marks import OPEN
from casement.rooms.coding.rules.across.periods import NOT_IN_ONE, UNITS, in_order, in_words, period_of
from casement.rooms.reviews.models import FrameworkItem, Participation
from casement.rooms.sources.models import Source

PERSONAL = "per."
Offer = tuple[str, str]


@dataclass(frozen=True)
class CodeName:
    """One factor or open code. `key` is its row's id, below zero for an open code.

    `personal` factors, about one worker, are never shown by agency.
    """

    key: int
    value: str
    label: str
    group: str
    retired: bool = False

    @property
    def personal(self) -> bool:
        """Whether it is about one worker rather than their work."""
        return self.value.startswith(f"item:{PERSONAL}")

    @property
    def path(self) -> str:
        """Where its page is, below the codebook."""
        kind, _, key = self.value.partition(":")
        return f"codes/item/{key}" if kind == "item" else f"codes/{key}"


def code_names(seat: Seat) -> tuple[CodeName, ...]:
    """Every factor of the pinned framework in its order, then the open codes by name: one query."""
    columns = ("kind", "key", "value", "label", "group", "place", "gone")
    factors = FrameworkItem.objects.filter(framework__in=pinned(seat)).order_by()
    items = factors.annotate(
        kind=Value("item", CharField()), key=F("pk"), value=F("item_id"), place=F("order"), gone=F("retired")
    ).values_list(*columns)
    own = Code.objects.filter(review_id=seat.review, heading=False).order_by()
    codes = own.annotate(
        kind=Value("open", CharField()),
        key=F("pk"),
        value=Cast("number", CharField()),
        group=Value(OPEN, CharField()),
        place=Value(0, IntegerField()),
        gone=ExpressionWrapper(Q(retired_at__isnull=False), BooleanField()),
    ).values_list(*columns)
    told = items.union(codes, all=True).order_by("kind", "place", "label")
    return tuple(
        CodeName(key if kind == "item" else -key, f"{kind}:{value}", label, group, bool(gone))
        for kind, key, value, label, group, _, gone in told
    )


@dataclass(frozen=True)
class Placed:
    """A source as tables and lists need it: whose it is, when, its texts as (id, number). One this seat may read.

    `current` is the id of the text that counts now.
    """

    number: int
    title: str
    kind: str
    agency: int
    agency_name: str
    participant: str
    recorded: str
    first: date | None
    last: date | None
    current: int
    texts: tuple[tuple[int, int], ...]

    def period(self, unit: str) -> str:
        """The period its date lies in."""
        return period_of(self.first, self.last, unit)


def placed(seat: Seat) -> tuple[Placed, ...]:
    """The sources with a text that this seat may read, by number: one query, in which no text is read."""
    rows = Source.objects.visible_to(seat).exclude(versions=None).order_by("number", "versions__number")
    told = rows.values_list(
        "number", "title", "kind", "agency__number", "agency__name", "participation__role_label", "date_recorded",
        "date_start", "date_end", "current_id", "versions__pk", "versions__number",
    )  # fmt: skip
    found = []
    for _, group in groupby(told, key=lambda row: row[0]):
        each = list(group)
        number, title, kind, agency, name, label, recorded, first, last, current, *_ = each[0]
        texts = tuple((row[-2], row[-1]) for row in each)
        found.append(
            Placed(
                number,
                title,
                kind,
                agency or 0,
                name or "",
                label or "",
                recorded,
                first,
                last,
                current or 0,
                texts,
            )
        )
    return tuple(found)


@dataclass(frozen=True)
class Offered:
    """What can be chosen to narrow a question, each as (value, words)."""

    agencies: tuple[Offer, ...]
    kinds: tuple[str, ...]
    people: tuple[Offer, ...]
    coders: tuple[Offer, ...]
    periods: tuple[tuple[str, tuple[Offer, ...]], ...]


def may_name_coders(seat: Seat) -> bool:
    """Whether this seat may narrow passages to those another person marked."""
    return allows(seat.standing, Action.CODING_CODERS)


def offered(seat: Seat, sources: tuple[Placed, ...]) -> Offered:
    """What there is to choose from in these sources: one query, about people."""
    agencies = {str(one.agency): one.agency_name for one in sources if one.agency}
    rest = (("none", "No agency"),) if any(not one.agency for one in sources) else ()
    spoken = Exists(Source.objects.visible_to(seat).filter(participation=OuterRef("pk")))
    heard = Exists(Source.objects.visible_to(seat).filter(current__turns__speakers__participation=OuterRef("pk")))
    rows = Participation.objects.filter(review_id=seat.review).annotate(
        speaks=Q(spoken) | Q(heard), marks=Exists(of_person(seat))
    )
    people, coders = [], []
    for number, label, role, speaks, marks in rows.order_by("role_label").values_list(
        "number", "role_label", "role", "speaks", "marks"
    ):
        if speaks:
            people.append((str(number), label))
        if role in (Role.LEAD, Role.TEAM) and marks and may_name_coders(seat):
            coders.append((str(number), label))
    periods = []
    for unit in reversed(UNITS):
        found = in_order({one.period(unit) for one in sources} - set(NOT_IN_ONE))
        if found:
            periods.append((f"{unit.capitalize()}s", tuple((one, in_words(one)) for one in found)))
    kinds = tuple(dict.fromkeys(one.kind for one in sources))
    named = tuple(sorted(agencies.items(), key=lambda one: one[1]))
    return Offered(named + rest, kinds, tuple(people), tuple(coders), tuple(periods))


def of_person(seat: Seat) -> QuerySet[Mark]:
    """The marks a person made that this seat may see, inside a query of places in the review."""
    return Mark.objects.visible_to(seat).filter(review_id=seat.review, by=OuterRef("person"), removed_at=None)
