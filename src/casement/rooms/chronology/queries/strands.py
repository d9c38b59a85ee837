"""The strands: entries of every agency over time, as a drawing's numbers and as the table that says the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Q, TimeField, Value
from django.db.models.functions import Cast, Left

from casement.foundation.access import Seat
from casement.foundation.dates import earliest, latest
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.chronologies import own
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, date_of, in_words
from casement.rooms.chronology.queries.entries import EntryLine
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.rules.lanes import (
    Gap,
    Lozenge,
    Placed,
    Scale,
    Sign,
    Tick,
    extent,
    gaps,
    lozenges,
    signs,
    ticks,
)
from casement.rooms.reviews.models import Agency

SIZE = 50
NARROWEST = 1180.0
ZOOMS = {"fit": 0.0, "months": 90.0, "weeks": 320.0}  # places a month takes
MOST_WIDE = 24_000.0
LANE, TOP = 68.0, 34.0
MOST_NAMED = 500
OPENING = 200  # letters of an entry that its sign can need
Row = tuple[Any, ...]  # an entry: number, agency's key, opening words, then DATE_COLUMNS


@dataclass(frozen=True)
class Lane:
    """One agency's strand."""

    number: int
    name: str
    y: float
    count: int
    undated: int
    signs: tuple[Sign, ...]
    lozenges: tuple[Lozenge, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Picture:
    """Everything the drawing needs, as numbers."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    width: float
    height: float
    first: date | None = None
    last: date | None = None


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


def strands(
    seat: Seat, *, agency: int | None = None, first: date | None = None, until: date | None = None, page: int = 1,
    zoom: str = "fit", size: int = SIZE,
) -> Strands:  # fmt: skip
    """What this seat may read of the strands, narrowed to one agency or a time, in two queries.

    An entry is within a time when any day it can mean is.
    """
    wanted = Q()
    if first is not None:
        wanted &= Q(date_end__gte=first) | Q(date_end=None, date_start__isnull=False)
    if until is not None:
        wanted &= Q(date_start__lte=until) | Q(date_start=None, date_end__isnull=False)
    names, found = agencies_and_entries(seat, wanted)
    names.sort(key=lambda row: (row[3] != "family", row[1]))
    numbers = {pk: number for pk, number, _, _ in names}
    counts = Counter(row[1] for row in found)
    shown = [row for row in found if agency is None or numbers.get(row[1]) == agency]
    shown.sort(key=order_of)
    lanes = [row for row in names if agency in (None, row[1])]
    last = max(1, -(-len(shown) // size))
    page = min(max(1, page), last)
    table = lines(seat, [row[0] for row in shown[(page - 1) * size : page * size]])
    return Strands(
        drawn(lanes, shown, zoom, (first, until)), table, len(shown),
        sum(row[4] is None and row[5] is None for row in shown), page, last,
        tuple((number, name, counts[pk]) for pk, number, name, _ in names),
    )  # fmt: skip


def agencies_and_entries(seat: Seat, wanted: Q) -> tuple[list[tuple[int, int, str, str]], list[Row]]:
    """Every agency whose strand this seat may read, also those without an entry, and the entries; in one query.

    Of each entry only what the drawing needs: all of them stand in it, and their texts are long.
    """
    entries = (
        Entry.objects.filter(readable(seat), wanted, removed_at=None)
        .order_by()
        .values_list(Value(1), "number", "agency_id", Left("event", OPENING), *DATE_COLUMNS)
    )
    nothing = [Cast(Value(None), field) for field in (DateField(), DateField(), TimeField())]
    agencies = (
        Agency.objects.filter(own(seat))
        .order_by()
        .values_list(Value(0), "number", "pk", "name", "kind", *nothing, Value(""), Value(""))
    )
    names: list[tuple[int, int, str, str]] = []
    found: list[Row] = []
    for is_entry, *row in entries.union(agencies, all=True):
        if is_entry:
            found.append(tuple(row))
        else:
            names.append((row[1], row[0], row[2], row[3]))
    return names, found


def lines(seat: Seat, numbers: list[int]) -> tuple[EntryLine, ...]:
    """The entries with these numbers as rows of the table, in the order of `numbers`; one query."""
    texts = ("event", "source_record", "present", "action", "analysis")
    # A database takes only so many numbers in one question; the command line asks for every entry.
    these = Q(number__in=numbers) if len(numbers) <= MOST_NAMED else Q()
    found = Entry.objects.filter(readable(seat), these, removed_at=None).values_list(
        "number", "agency__name", "agency__number", *texts, *DATE_COLUMNS
    )
    told = {
        number: EntryLine(
            number, name, agency, in_words(*when), when[0], event, source, present, action, analysis
        )
        for number, name, agency, event, source, present, action, analysis, *when in found
    }  # fmt: skip
    return tuple(told[number] for number in numbers if number in told)


def order_of(row: Row) -> tuple[bool, date, str, date, int]:
    """By first day, then time, then last day, then number; dates that are not known stand last."""
    number, _, _, _, start, end, at, *_ = row
    begin = start or end
    if begin is None:
        return True, date.max, "", date.max, number
    return False, begin, str(at or ""), end or date.max, number


def placed(row: Row) -> Placed:
    """An entry with the first and last day it can mean, "about" taken as widely as its order is."""
    number, _, event, recorded, start, end, at, precision, edtf = row
    if edtf and edtf[-1] in "~?%":
        when = date_of(recorded, start, end, at, precision, edtf)
        start = earliest(when).date() if start else None
        end = latest(when).date() if end else None
    elif at is not None and start and end and end - start <= timedelta(days=1):
        end = start  # a night that runs past midnight is one event
    return Placed(number, start, end, event)


def drawn(
    lanes: list[tuple[int, int, str, str]],
    rows: list[Row],
    zoom: str,
    asked: tuple[date | None, date | None],
) -> Picture:
    """The drawing of these rows, one lane for each agency."""
    by_lane: dict[int, list[Placed]] = {}
    for row in rows:
        by_lane.setdefault(row[1], []).append(placed(row))
    reach = extent([each for lane in by_lane.values() for each in lane])
    if reach is None:
        return Picture((), (), 0, 0)
    first, last = asked[0] or reach[0], asked[1] or reach[1]
    first, last = min(first, last), max(first, last)
    months = max(1.0, (last - first).days / 30.4)
    width = min(MOST_WIDE, max(NARROWEST, months * ZOOMS.get(zoom, 0.0)))
    scale = Scale(first - timedelta(days=1), last + timedelta(days=1), 16, width)
    told = []
    for at, (pk, number, name, _) in enumerate(lanes):
        entries = by_lane.get(pk, [])
        undated = sum(each.start is None and each.end is None for each in entries)
        told.append(
            Lane(
                number, name, TOP + at * LANE, len(entries), undated, signs(entries, scale),
                lozenges(entries, scale), gaps(entries, scale),
            )
        )  # fmt: skip
    return Picture(tuple(told), ticks(scale), width + 32, TOP + len(told) * LANE + 6, first, last)
