"""The marks that a question finds, and the passages they stand on. All reading across comes through here."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import CharField, F, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Coalesce, ExtractMonth, ExtractQuarter, ExtractYear
from django.db.models.lookups import Exact

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.queries.across.naming import Placed, may_name_coders
from casement.rooms.coding.queries.codebook import pinned
from casement.rooms.coding.rules.across.asking import ME, NO_AGENCY, Asked
from casement.rooms.coding.rules.across.periods import NOT_IN_ONE, bounds
from casement.rooms.coding.rules.across.together import Span, near
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT
from casement.rooms.reviews.models import FrameworkItem, Participation
from casement.rooms.sources.models import Excerpt, Source, Turns, Version

LONG = {short: str(full) for full, short in INFLUENCE_SHORT.items()}
PLACE = ("excerpt__version_id", "excerpt__start", "excerpt__end", "excerpt_id")
PARTS = {"month": ExtractMonth, "quarter": ExtractQuarter}


class Spot(NamedTuple):
    """One passage: its excerpt and where that stands."""

    version: int
    start: int
    end: int
    excerpt: int


def marks(seat: Seat, asked: Asked, among: Iterable[int] | None = None) -> QuerySet[Mark]:
    """The live marks in front of the wall on sources this seat may read that a question asks for.

    What must stand on the same words is not looked at here; see `spots`. `among` names excerpts to stay within.
    """
    found = Mark.objects.past_the_wall(seat).filter(removed_at=None, excerpt__version__in=texts(seat, asked))
    if asked.codes:
        found = found.filter(with_any(seat, asked.codes))
    elif among is None:
        found = found.filter(review_id=seat.review)  # otherwise SQLite walks every mark of the review to find a few
    if asked.influence:
        found = found.filter(influence=LONG[asked.influence])
    if asked.coder:
        found = found.filter(by=person_of(seat, asked.coder), said_by="")
    if asked.who:
        found = found.filter(spoken_by(seat, asked.who))
    return found.order_by() if among is None else found.filter(excerpt__in=among).order_by()


def with_any(seat: Seat, codes: tuple[str, ...]) -> Q:
    """Marks with any of these codes. Written so that each kind is found by its own index."""
    items = [value for kind, _, value in (code.partition(":") for code in codes) if kind == "item"]
    numbers = [value for kind, _, value in (code.partition(":") for code in codes) if kind == "open"]
    factors = FrameworkItem.objects.filter(framework__in=pinned(seat), item_id__in=items).order_by()
    own = Code.objects.filter(review_id=seat.review, number__in=numbers)
    wanted = []
    if items:
        wanted.append(Q(review_id=seat.review, item__in=factors.values("pk")))
    if numbers:
        wanted.append(Q(code__in=own.order_by().values("pk")))
    return reduce(or_, wanted)


def texts(seat: Seat, asked: Asked) -> QuerySet[Version, Any]:
    """The texts of the sources that a question asks about, among those this seat may read."""
    there = Source.objects.visible_to(seat)
    if asked.source:
        there = there.filter(number=asked.source)
    if asked.kind:
        there = there.filter(kind=asked.kind)
    if asked.agency:
        there = (
            there.filter(agency__number=asked.agency) if asked.agency != NO_AGENCY else there.filter(agency=None)
        )
    if asked.period in NOT_IN_ONE:
        there = there.filter(in_no_single(NOT_IN_ONE[asked.period]))
    elif asked.period:
        first, last = bounds(asked.period)
        there = there.filter(date_start__gte=first, date_end__lte=last)
    return Version.objects.filter(source__in=there.order_by().values("pk")).values("pk")


def in_no_single(unit: str) -> Q:
    """Sources without a date, or whose date spreads over more than one month, quarter or year."""
    same = Q(Exact(ExtractYear("date_start"), ExtractYear("date_end")))
    if part := PARTS.get(unit):
        same &= Q(Exact(part("date_start"), part("date_end")))
    return Q(date_start=None) | Q(date_end=None) | ~same


def person_of(seat: Seat, coder: str) -> int:
    """The person whose marks are asked for: oneself, or another for who may ask that; NotHere otherwise."""
    if coder == ME:
        return seat.person_id
    if not may_name_coders(seat):
        raise NotHere
    told = Participation.objects.filter(review_id=seat.review, number=coder).values_list("person_id", flat=True)
    return told.first() or 0


def spoken_by(seat: Seat, number: str) -> Q:
    """Passages that begin in a turn of this participant, or stand in a conversation with them without turns."""
    told = Turns.objects.filter(
        version__source__in=Source.objects.visible_to(seat), speakers__participation__number=number
    ).values_list("version_id", "found", "speakers__number")
    spans: dict[int, list[tuple[int, int]]] = {}
    for version, found, speaker in told:
        here = [(start, end) for one, start, end, *_ in found if one == speaker]
        spans[version] = sorted([*spans.get(version, []), *here])
    rows = Excerpt.objects.filter(version__in=list(spans)).values_list("pk", "version_id", "start") if spans else ()
    within = [pk for pk, version, start in rows if is_within(spans[version], start)]
    alone = Q(excerpt__version__source__participation__number=number, excerpt__version__turns=None)
    return alone | Q(excerpt__in=within) if within else alone


def is_within(spans: list[tuple[int, int]], start: int) -> bool:
    """Whether a place lies in one of these stretches, which are in order."""
    at = bisect_right(spans, (start, 1 << 40)) - 1
    return at >= 0 and start < spans[at][1]


def spots(
    seat: Seat, asked: Asked, sources: Iterable[Placed], among: Iterable[int] | None = None
) -> list[Spot]:  # fmt: skip
    """The passages a question finds, each once, by source and in the order of its text: one query."""
    order = {text: at for at, text in enumerate(text for one in sources for text, _ in one.texts)}
    there = marks(seat, asked, among)
    codes = (*asked.also, *asked.without)
    if not codes:
        rows = set(there.values_list(*PLACE))
        return [Spot(*row) for row in sorted(rows, key=lambda row: (order[row[0]], row))]
    spans: dict[tuple[int, int, int], int] = {}
    others: dict[str, list[Span]] = {}
    own = there.annotate(of_item=Value("", CharField()), of_code=Value(0, IntegerField()))
    theirs = marks(seat, Asked(codes=codes)).annotate(
        of_item=Coalesce(F("item__item_id"), Value("")), of_code=Coalesce(F("code__number"), Value(0))
    )
    columns = (*PLACE, "of_item", "of_code")
    told = own.values_list(*columns).union(theirs.values_list(*columns), all=True)
    for text, start, end, excerpt, item, code in told:
        if item or code:
            others.setdefault(f"item:{item}" if item else f"open:{code}", []).append((text, start, end))
        else:
            spans[text, start, end] = excerpt
    left = set(spans)
    for one in asked.also:
        left &= near(left, others.get(one, ()))
    for one in asked.without:
        left -= near(left, others.get(one, ()))
    return [Spot(*span, spans[span]) for span in sorted(left, key=lambda span: (order[span[0]], span))]


def plain(asked: Asked) -> Asked:
    """The same question, whatever else stands on the words."""
    return replace(asked, also=(), without=())
