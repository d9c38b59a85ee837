"""The strands: entries of every agency over time, as a drawing's numbers and as the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import DateField, Q, TextField, TimeField, Value
from django.db.models.functions import Cast

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
    """What this seat may read of the strands, narrowed to one agency or a time, in one query.

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
    counts: dict[int, int] = {}
    for row in found:
        counts[int(str(row[1]))] = counts.get(int(str(row[1])), 0) + 1
    shown = [row for row in found if agency is None or numbers.get(int(str(row[1]))) == agency]
    shown.sort(key=lambda row: order_of(row[7:]))
    lanes = [row for row in names if agency in (None, row[1])]
    last = max(1, -(-len(shown) // size))
    page = min(max(1, page), last)
    labels = {pk: name for pk, _, name, _ in names}
    table = tuple(line(row, labels, numbers) for row in shown[(page - 1) * size : page * size])
    return Strands(
        drawn(lanes, shown, zoom, (first, until)), table, len(shown),
        sum(row[8] is None and row[9] is None for row in shown), page, last,
        tuple((number, name, counts.get(pk, 0)) for pk, number, name, _ in names),
    )  # fmt: skip


def agencies_and_entries(seat: Seat, wanted: Q) -> tuple[list[tuple[int, int, str, str]], list[tuple[object, ...]]]:
    """Every agency whose strand this seat may read, also those without an entry, and the entries; in one query."""
    texts = ("event", "source_record", "present", "action", "analysis")
    entries = (
        Entry.objects.filter(readable(seat), wanted, removed_at=None)
        .order_by()
        .values_list(Value(1), "number", "agency_id", *texts, *DATE_COLUMNS)
    )
    blank = Value("", output_field=TextField())
    nothing = [Cast(Value(None), field) for field in (DateField(), DateField(), TimeField())]
    agencies = (
        Agency.objects.filter(own(seat))
        .order_by()
        .values_list(Value(0), "number", "pk", "name", "kind", blank, blank, blank, blank, *nothing, blank, blank)
    )
    names: list[tuple[int, int, str, str]] = []
    found: list[tuple[object, ...]] = []
    for is_entry, *row in entries.union(agencies, all=True):
        if is_entry:
            found.append(tuple(row))
        else:
            names.append((row[1], row[0], row[2], row[3]))
    found.sort(key=lambda row: int(str(row[0])))
    return names, found


def order_of(columns: tuple[object, ...]) -> tuple[bool, date, str, date]:
    """By first day, then time, then last day; dates that are not known stand last."""
    _, start, end, at, *_ = columns
    begin = start or end
    if not isinstance(begin, date):
        return True, date.max, "", date.max
    return False, begin, str(at or ""), end if isinstance(end, date) else date.max


def line(row: tuple[object, ...], labels: dict[int, str], numbers: dict[int, int]) -> EntryLine:
    """A row of the table."""
    number, agency, event, source, present, action, analysis, *when = row
    return EntryLine(
        number, labels[agency], numbers[agency], in_words(*when), str(when[0]), event, source, present,  # type: ignore[index, arg-type]
        action, analysis,  # type: ignore[arg-type]
    )  # fmt: skip


def placed(row: tuple[object, ...]) -> Placed:
    """An entry with the first and last day it can mean, "about" taken as widely as its order is."""
    number, _, event, _, _, _, _, recorded, start, end, at, precision, edtf = row
    words = " ".join(str(event).split())
    words = words if len(words) <= 90 else words[:88].rstrip() + "…"
    if isinstance(edtf, str) and edtf[-1:] in ("~", "?", "%"):
        when = date_of(recorded, start, end, at, precision, edtf)  # type: ignore[arg-type]
        start = earliest(when).date() if start else None
        end = latest(when).date() if end else None
    elif at is not None and isinstance(start, date) and isinstance(end, date) and end - start <= timedelta(days=1):
        end = start  # a night that runs past midnight is one event
    return Placed(number, start, end, words)  # type: ignore[arg-type]


def drawn(
    lanes: list[tuple[int, int, str, str]],
    rows: list[tuple[object, ...]],
    zoom: str,
    asked: tuple[date | None, date | None],
) -> Picture:
    """The drawing of these rows, one lane for each agency."""
    by_lane: dict[object, list[Placed]] = {}
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
