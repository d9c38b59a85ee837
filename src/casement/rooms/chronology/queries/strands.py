"""The strands: entries of every agency over time, as a drawing's numbers and as the table that says the same."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.births import Born
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, in_words
from casement.rooms.chronology.queries.entries import TEXTS, EntryLine
from casement.rooms.chronology.queries.laid import AgencyLine, Laid, laid
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.rules.amounts import Amounts, amounts
from casement.rooms.chronology.rules.lanes import (
    MUCH,
    SIGN,
    Gap,
    Lozenge,
    Scale,
    Sign,
    Tick,
    density,
    extent,
    gaps,
    lozenges,
    signs,
    ticks,
)
from casement.rooms.chronology.rules.lengths import Span, age, between
from casement.rooms.chronology.rules.silences import Placed

SIZE = 50
NARROWEST = 1180.0
# Places a day takes; the whole time takes what there is.
ZOOMS = {"fit": 0.0, "months": 90 / 30.4, "weeks": 320 / 30.4, "days": 44.0, "hours": 576.0}
MOST_WIDE = 4_800.0  # beyond it a part of the time is shown, with ways to earlier and later
KEPT_IN_VIEW = 0.8  # how far one step to earlier or later goes
LANE, TOP = 68.0, 34.0
MOST_NAMED = 500


@dataclass(frozen=True)
class Lane:
    """One agency’s strand. `density`: how much begins at each place, as a share of the most; none where little."""

    number: int
    name: str
    y: float
    count: int
    undated: int
    signs: tuple[Sign, ...]
    lozenges: tuple[Lozenge, ...]
    gaps: tuple[Gap, ...]
    density: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Picture:
    """Everything the drawing needs, as numbers. `earlier` and `later` are where a step to them begins."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: float
    height: float
    first: date | None = None
    last: date | None = None
    since: date | None = None
    to: date | None = None
    earlier: date | None = None
    later: date | None = None
    kept: dict[Hashable, str] = field(default_factory=dict, compare=False, repr=False)  # as it was drawn

    @property
    def crowded(self) -> bool:
        """Whether it is drawn how much there is."""
        return any(lane.density for lane in self.lanes)


@dataclass(frozen=True)
class Strands:
    """The drawing and one page of its table. `total` counts the entries of the table."""

    picture: Picture
    rows: tuple[EntryLine, ...]
    total: int
    undated: int
    page: int
    last: int
    agencies: tuple[tuple[int, str, int], ...] = field(default=())  # number, name, entries
    amounts: Amounts | None = None
    apart: str = ""


@dataclass(frozen=True)
class Part:
    """The strands narrowed to a time and perhaps an agency: what is drawn, counted and listed."""

    picture: Picture
    numbers: tuple[int, ...]
    undated: int
    counts: dict[int, int]  # under the key of the agency
    amounts: Amounts
    spans: dict[int, Span]
    before: dict[int, int]  # by number, that of the one before in the same strand that is dated


def strands(
    seat: Seat, *, agency: int | None = None, first: date | None = None, until: date | None = None, page: int = 1,
    zoom: str = "fit", at: date | None = None, size: int = SIZE, born: Sequence[Born] = (),
    ends: tuple[int, int] | None = None,
) -> Strands:  # fmt: skip
    """What this seat may read of the strands, narrowed to one agency or a time, in two queries or three.

    An entry is within a time when any day it can mean is. `at` is where a closer look begins. `born` are those
    whose ages are told, `ends` the numbers of two entries whose distance is.
    """
    agencies, strand = laid(seat)
    asked = (agencies, agency, first, until, zoom, at)
    part: Part = strand.parts.once(asked, lambda: part_of(strand.rows, *asked))
    total = len(part.numbers)
    last = max(1, -(-total // size))
    page = min(max(1, page), last)
    rows = lines_of(seat, part.numbers[(page - 1) * size : page * size])
    return Strands(
        part.picture, tuple(measured(row, part, born) for row in rows), total, part.undated, page, last,
        tuple((each.number, each.name, part.counts.get(each.pk, 0)) for each in agencies), part.amounts,
        apart(strand.rows, ends),
    )  # fmt: skip


def measured(line: EntryLine, part: Part, born: Sequence[Born]) -> EntryLine:
    """A row of the table with how long it was since the one before, and how old people were."""
    own, before = part.spans.get(line.number), part.before.get(line.number)
    if own is None:
        return line
    last = part.spans.get(before) if before else None
    since = f"{between(last, own)} after entry {before}" if last else ""
    if since.startswith(("the same day", "up to")):
        since = f"{between(last, own)} as entry {before}" if since.startswith("the") and last else ""
    ages = tuple((each.label, told) for each in born if (told := age(each.span, own)))
    return replace(line, since=since, ages=ages)


def apart(rows: Sequence[Laid], ends: tuple[int, int] | None) -> str:
    """How long it was between two entries, in words; empty when they are not both here with a date."""
    if ends is None:
        return ""
    found = [span for each in ends for row in rows if row.placed.number == each and (span := span_of(row.placed))]
    return between(found[0], found[1]) if len(found) == len(ends) else ""


def span_of(one: Placed) -> Span | None:
    """The first and last day an entry can mean, where it has both."""
    return (one.start, one.end) if one.start and one.end else None


def part_of(
    rows: Sequence[Laid], agencies: tuple[AgencyLine, ...], agency: int | None, first: date | None,
    until: date | None, zoom: str, at: date | None,
) -> Part:  # fmt: skip
    """The strands narrowed."""
    lanes = [each for each in agencies if agency in (None, each.number)]
    found: dict[int, list[Placed]] = {each.pk: [] for each in agencies}
    wanted, numbers = {each.pk for each in lanes}, []
    spans: dict[int, Span] = {}
    before: dict[int, int] = {}
    latest: dict[int, int] = {}
    for row in rows:
        if span := span_of(row.placed):
            spans[row.placed.number] = span
            if row.agency in latest:
                before[row.placed.number] = latest[row.agency]
            latest[row.agency] = row.placed.number
        if row.within(first, until):
            found[row.agency].append(row.placed)
            if row.agency in wanted:
                numbers.append(row.placed.number)
    counts = {pk: len(told) for pk, told in found.items()}
    by_lane = {each.pk: found[each.pk] for each in lanes}
    undated = sum(one.start is None and one.end is None for told in by_lane.values() for one in told)
    picture = drawn(lanes, by_lane, zoom, (first, until), at)
    much = amounts([(one.name, by_lane[one.pk]) for one in lanes])
    return Part(picture, tuple(numbers), undated, counts, much, spans, before)


def lines_of(seat: Seat, numbers: Sequence[int]) -> tuple[EntryLine, ...]:
    """Rows of the table for these entries, in their order; one query."""
    if not numbers:
        return ()
    few = len(numbers) <= MOST_NAMED  # a file of all of them is not asked for by its numbers
    told = {each.number: each for each in found(seat, Q(number__in=numbers) if few else Q(), ("number",))}
    return tuple(told[number] for number in numbers if number in told)


def lines(seat: Seat, wanted: Q, start: int, size: int) -> tuple[EntryLine, ...]:
    """Rows of the table in the order of time, from the one at `start` on; one query.

    In the order of the first day an entry can mean, then of time, last day and number; dates not known stand last.
    """
    in_time = (
        Coalesce("date_start", "date_end").asc(nulls_last=True), F("date_time").asc(nulls_first=True),
        F("date_end").asc(nulls_last=True), "number",
    )  # fmt: skip
    return found(seat, wanted, in_time, slice(start, start + size))


def found(seat: Seat, wanted: Q, order: Sequence[Any], part: slice = slice(None)) -> tuple[EntryLine, ...]:
    """The entries that this seat may read and are wanted, as rows of a table."""
    rows = Entry.objects.filter(readable(seat), wanted, removed_at=None).order_by(*order)
    told = rows.values_list("number", "agency__name", "agency__number", *TEXTS, *DATE_COLUMNS)
    return tuple(
        EntryLine(number, name, agency, in_words(*when), when[0], event, source, present, action, analysis)
        for number, name, agency, event, source, present, action, analysis, *when in told[part]
    )


def drawn(
    lanes: Sequence[AgencyLine],
    by_lane: dict[int, list[Placed]],
    zoom: str,
    asked: tuple[date | None, date | None],
    at: date | None = None,
) -> Picture:
    """The drawing of these entries, one lane for each agency."""
    reach = extent([each for lane in by_lane.values() for each in lane])
    if reach is None:
        return Picture((), (), 0, 0)
    first, last = asked[0] or reach[0], asked[1] or reach[1]
    first, last = min(first, last), max(first, last)
    scale, earlier, later = looking(first - timedelta(days=1), last + timedelta(days=1), ZOOMS.get(zoom, 0.0), at)
    told = []
    seen = {each.pk: in_view(by_lane.get(each.pk, ()), scale) for each in lanes}
    much = {pk: density(entries, scale) for pk, entries in seen.items()}
    most = max((count for places in much.values() for count in places.values()), default=0)
    for place, each in enumerate(lanes):
        entries = by_lane.get(each.pk, [])
        undated = sum(one.start is None and one.end is None for one in entries)
        shares = tuple(
            (scale.left + at * SIGN, round(count / most, 3)) for at, count in sorted(much[each.pk].items())
        )
        told.append(
            Lane(
                each.number, each.name, TOP + place * LANE, len(entries), undated, signs(seen[each.pk], scale),
                lozenges(seen[each.pk], scale), gaps(entries, scale), shares if most > MUCH else (),
            )
        )  # fmt: skip
    return Picture(
        tuple(told), ticks(scale), scale.width + 32, TOP + len(told) * LANE + 6, first, last,
        scale.first, scale.last, earlier, later,
    )  # fmt: skip


def looking(
    first: date, last: date, a_day: float, at: date | None
) -> tuple[Scale, date | None, date | None]:  # fmt: skip
    """The scale of what is looked at, and where steps to earlier and later begin, if there are any."""
    days = (last - first).days
    whole = days * a_day
    if whole <= MOST_WIDE:
        return Scale(first, last, 16, max(NARROWEST, whole)), None, None
    shown = max(1, int(MOST_WIDE / a_day))
    begin = min(max(at or first, first), last - timedelta(days=shown))
    end = begin + timedelta(days=shown)
    step = timedelta(days=max(1, int(shown * KEPT_IN_VIEW)))
    earlier = max(first, begin - step) if begin > first else None
    later = begin + step if end < last else None
    return Scale(begin, end, 16, shown * a_day), earlier, later


def in_view(entries: Iterable[Placed], scale: Scale) -> list[Placed]:
    """The entries any part of which is in the picture; those without a date are in none."""
    return [
        each
        for each in entries
        if (each.start or each.end)
        and (each.start is None or each.start <= scale.last)
        and (each.end is None or each.end >= scale.first)
    ]
