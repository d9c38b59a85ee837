"""The strands: entries of every agency over time, as a drawing's numbers and as the table that says the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Coalesce, Left

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
    Scale,
    Sign,
    Tick,
    extent,
    gaps,
    lozenges,
    signs,
    ticks,
)
from casement.rooms.chronology.rules.silences import Placed
from casement.rooms.reviews.models import Agency

SIZE = 50
NARROWEST = 1180.0
ZOOMS = {"fit": 0.0, "months": 90.0, "weeks": 320.0}  # places a month takes
MOST_WIDE = 24_000.0
LANE, TOP = 68.0, 34.0
NIGHT = timedelta(days=1)
OPENING = 200  # letters of an entry that its sign can need
TEXT = CharField()
DAYS, DOUBT = ("date_start", "date_end", "date_time"), ("date_recorded", "date_precision", "date_edtf")
ByAgency = dict[int, list[Placed]]  # under the key of the agency


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
    numbers = {number: pk for pk, number, _, _ in names}
    counts = {pk: len(rows) for pk, rows in found.items()}
    if agency is not None:
        wanted &= Q(agency_id=numbers.get(agency))
        found = {pk: rows for pk, rows in found.items() if pk == numbers.get(agency)}
    lanes = [row for row in names if agency in (None, row[1])]
    total = sum(map(len, found.values()))
    last = max(1, -(-total // size))
    page = min(max(1, page), last)
    table = lines(seat, wanted, (page - 1) * size, size) if total else ()
    return Strands(
        drawn(lanes, found, zoom, (first, until)), table, total,
        sum(each.start is None and each.end is None for rows in found.values() for each in rows), page, last,
        tuple((number, name, counts.get(pk, 0)) for pk, number, name, _ in names),
    )  # fmt: skip


def agencies_and_entries(seat: Seat, wanted: Q) -> tuple[list[tuple[int, int, str, str]], ByAgency]:
    """Every agency whose strand this seat may read, also those without an entry, and the entries; in one query.

    Of each entry only what the drawing needs: all of them stand in it, and their texts are long. Days are asked for
    as text, since many entries share a day and each day is then read once.
    """
    entries = (
        Entry.objects.filter(readable(seat), wanted, removed_at=None)
        .order_by()
        .values_list(
            Value("entry"),
            "number",
            "agency_id",
            Left("event", OPENING),
            *(Cast(one, TEXT) for one in DAYS),
            *DOUBT,
        )
    )
    agencies = (
        Agency.objects.filter(own(seat))
        .order_by()
        .values_list(Value(""), "number", "pk", "name", "kind", *[Value("", TEXT)] * (len(DAYS) + len(DOUBT) - 1))
    )
    names: list[tuple[int, int, str, str]] = []
    found: ByAgency = {}
    for what, number, pk, words, start, end, *doubt in entries.union(agencies, all=True):
        if what:
            found.setdefault(pk, []).append(placed(number, words, day(start), day(end), *doubt))
        else:
            names.append((pk, number, words, start))
    return names, found


@lru_cache(maxsize=4096)
def day(text: str | None) -> date | None:
    """The day that a database writes as text."""
    return date.fromisoformat(text) if text else None


def lines(seat: Seat, wanted: Q, start: int, size: int) -> tuple[EntryLine, ...]:
    """Rows of the table in the order of time, from the one at `start` on; one query.

    In the order of the first day an entry can mean, then of time, last day and number; dates not known stand last.
    """
    texts = ("event", "source_record", "present", "action", "analysis")
    found = (
        Entry.objects.filter(readable(seat), wanted, removed_at=None)
        .order_by(
            Coalesce("date_start", "date_end").asc(nulls_last=True), F("date_time").asc(nulls_first=True),
            F("date_end").asc(nulls_last=True), "number",
        )
        .values_list("number", "agency__name", "agency__number", *texts, *DATE_COLUMNS)
    )  # fmt: skip
    return tuple(
        EntryLine(number, name, agency, in_words(*when), when[0], event, source, present, action, analysis)
        for number, name, agency, event, source, present, action, analysis, *when in found[start : start + size]
    )


def placed(
    number: int, words: str, start: date | None, end: date | None, at: str | None, recorded: str, precision: str,
    edtf: str,
) -> Placed:  # fmt: skip
    """An entry with the first and last day it can mean, "about" taken as widely as its order is."""
    if edtf and edtf[-1] in "~?%":
        when = date_of(recorded, start, end, None, precision, edtf)
        start = earliest(when).date() if start else None
        end = latest(when).date() if end else None
    elif at and start and end and end - start <= NIGHT:
        end = start  # a night that runs past midnight is one event
    return Placed(number, start, end, words)


def drawn(
    lanes: list[tuple[int, int, str, str]],
    by_lane: ByAgency,
    zoom: str,
    asked: tuple[date | None, date | None],
) -> Picture:
    """The drawing of these entries, one lane for each agency."""
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
