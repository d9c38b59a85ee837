"""As known then: what an agency or a role could have known by a moment, how it knew, and how much it could not."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import CharField, Count, DateField, F, IntegerField, Q, QuerySet, TimeField, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.dates import UncertainDate, describe
from casement.rooms.chronology.models import Entry, Telling
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, date_of, in_words
from casement.rooms.chronology.queries.knowers import Knower
from casement.rooms.chronology.queries.laid import AgencyLine, placed
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.queries.strands import Picture, drawn
from casement.rooms.chronology.rules import could_know, is_over
from casement.rooms.chronology.rules.silences import Placed
from casement.rooms.sources.queries import visible_sources

SIZE = 50
KNOWN, ELSEWHERE, LATER = "known", "elsewhere", "later"
DOUBTFUL = Q(date_edtf__endswith="~") | Q(date_edtf__endswith="?") | Q(date_edtf__endswith="%")
_WORDS, _DAY = Value("", CharField()), Value(None, DateField())
NO_DATE = (_WORDS, _DAY, _DAY, Value(None, TimeField()), _WORDS, _WORDS)  # in the order of DATE_COLUMNS
TOLD = ("entry_id", "told_by__name", "told_id", "role__number", "means")
Told = dict[int, list[tuple[Any, ...]]]


@dataclass(frozen=True)
class KnownLine:
    """An entry with how it was known; `place` is known, elsewhere (it had not reached them) or later."""

    number: int
    agency: str
    when: str
    recorded: str
    event: str
    how: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class KnownSource:
    """A record of the agency's own that was finished by then."""

    number: int
    title: str
    when: str


@dataclass(frozen=True)
class Known:
    """One page of what could be known. `elsewhere` counts what had happened and not reached them."""

    rows: tuple[KnownLine, ...]
    total: int
    elsewhere: int
    later: int
    page: int
    last: int
    picture: Picture
    sources: tuple[KnownSource, ...] = ()


def known(seat: Seat, who: Knower, moment: datetime, *, page: int = 1, size: int = SIZE) -> Known:
    """What `who` could have known at the moment, and nothing else: no word of anything later or of elsewhere."""
    told = tellings_to(seat, who)
    rows = [row for row in candidates(seat, who, told, moment) if knows(row, who, told, moment)]
    last = max(1, -(-len(rows) // size))
    page = min(max(1, page), last)
    rows.sort(key=in_time)
    shown = rows[(page - 1) * size : page * size]
    return Known(
        tuple(line_of(row, how_known(row["pk"], told, moment), KNOWN) for row in shown), len(rows),
        amounts(seat, moment)[0] - len(rows), 0, page, last, pictured(rows, moment), records_by(seat, who, moment),
    )  # fmt: skip


def hindsight(seat: Seat, who: Knower, moment: datetime, *, page: int = 1, size: int = SIZE) -> Known:
    """Every entry in the order of time, each said to be known then, known elsewhere only, or come later."""
    told = tellings_to(seat, who)
    mine = [row for row in candidates(seat, who, told, moment) if knows(row, who, told, moment)]
    numbers = {row["pk"] for row in mine}
    every = Entry.objects.filter(readable(seat), removed_at=None)
    over, total = amounts(seat, moment)
    last = max(1, -(-total // size))
    page = min(max(1, page), last)
    rows = in_order(every).values("pk", "number", "event", "agency__name", *DATE_COLUMNS)
    shown = tuple(
        line_of(row, how_known(row["pk"], told, moment), KNOWN) if row["pk"] in numbers
        else line_of(row, (), ELSEWHERE if is_over(when_of(row), moment) else LATER)
        for row in rows[(page - 1) * size : page * size]
    )  # fmt: skip
    return Known(shown, len(numbers), over - len(numbers), total - over, page, last, Picture((), (), 0, 0))


def tellings_to(seat: Seat, who: Knower) -> Told:
    """Who told them of what, and when, by entry. An agency hears what any of its people hears; a role hears what
    it was told itself and what its whole agency was told."""
    wanted = Q(role_id=who.role) if who.role else Q(told_id=who.agency)
    if who.role and who.agency:
        wanted |= Q(told_id=who.agency, role=None)
    seen = Entry.objects.filter(readable(seat), removed_at=None)
    rows = Telling.objects.filter(wanted, review_id=seat.review, taken_back_at=None, entry__in=seen)
    found: Told = defaultdict(list)
    for entry, *more in rows.order_by("date_start", "number").values_list(*TOLD, *DATE_COLUMNS):
        found[entry].append(tuple(more))
    return found


def candidates(seat: Seat, who: Knower, told: Told, moment: datetime) -> list[dict[str, Any]]:
    """The entries that might be known: over by the moment's day, and their own or told to them."""
    wanted = Q(pk__in=list(told))
    if who.agency:
        wanted |= Q(agency_id=who.agency)
    rows = Entry.objects.filter(readable(seat), wanted, removed_at=None, date_end__lte=moment.date())
    lane = ("agency_id", "agency__number", "agency__name", "agency__kind")
    return list(rows.order_by().values("pk", "number", "event", *lane, *DATE_COLUMNS))


def knows(row: dict[str, Any], who: Knower, told: Told, moment: datetime) -> bool:
    """Whether an entry could be known to them at the moment."""
    own = who.agency is not None and row["agency_id"] == who.agency
    heard = told.get(row["pk"], ())
    if own and not who.role:
        heard = [each for each in heard if each[2] is None]  # what one of its people was told, the agency wrote
    learnt = [date_of(*each[4:]) for each in heard]
    if not learnt and own and surely_over(row, moment):
        return True
    return could_know(when_of(row), learnt, moment, own=own)


def surely_over(row: dict[str, Any], moment: datetime) -> bool:
    """Whether an entry's last day settles that it was over, without reading its date again."""
    edtf = row["date_edtf"]
    return bool(row["date_end"] < moment.date() and not (edtf and edtf[-1] in "~?%"))


def amounts(seat: Seat, moment: datetime) -> tuple[int, int]:
    """How many entries of all agencies were certainly over, and how many there are; in one query.

    Those whose last day alone does not settle it are looked at one by one.
    """
    every = Entry.objects.filter(readable(seat), removed_at=None).order_by()
    rows = every.filter(date_end__lte=moment.date())
    in_doubt = DOUBTFUL | Q(date_end=moment.date())
    doubtful = rows.filter(in_doubt).values_list(Value("", CharField()), Value(0, IntegerField()), *DATE_COLUMNS)
    sure, total = (
        some.values("review_id").annotate(n=Count("pk")).values_list(Value(name, CharField()), "n", *NO_DATE)
        for name, some in (("over", rows.exclude(in_doubt)), ("all", every))
    )
    told = {"over": 0, "all": 0}
    for name, amount, *columns in doubtful.union(sure, total, all=True):
        if name:
            told[name] += amount
        elif is_over(date_of(*columns), moment):
            told["over"] += 1
    return told["over"], told["all"]


def in_order(rows: QuerySet[Entry]) -> QuerySet[Entry]:
    """Entries in the order of time, as the strands stand."""
    return rows.order_by(
        Coalesce("date_start", "date_end").asc(nulls_last=True), F("date_time").asc(nulls_first=True),
        F("date_end").asc(nulls_last=True), "number",
    )  # fmt: skip


def in_time(row: dict[str, Any]) -> tuple[Any, ...]:
    """The same order for rows at hand, all of which have an end."""
    start, at = row["date_start"] or row["date_end"], row["date_time"]
    return start, at is not None, at or 0, row["date_end"], row["number"]


def when_of(row: dict[str, Any]) -> UncertainDate:
    """The date of an entry at hand."""
    return date_of(*(row[name] for name in DATE_COLUMNS))


def line_of(row: dict[str, Any], how: tuple[str, ...], place: str) -> KnownLine:
    """An entry as the table shows it."""
    when = in_words(*(row[name] for name in DATE_COLUMNS))
    return KnownLine(row["number"], row["agency__name"], when, row["date_recorded"], row["event"], how, place)


def how_known(pk: int, told: Told, moment: datetime) -> tuple[str, ...]:
    """How an entry was known, in words; of tellings only those that were over by the moment."""
    words = []
    for teller, _, role, means, *when in told.get(pk, ()):
        if is_over(date_of(*when), moment):
            whom = "This role was told" if role else "Told"
            by = f" by {teller}" if teller else ""
            words.append(f"{whom}{by}, {describe(date_of(*when))}{f': {means}' if means else ''}")
    return tuple(words) or ("Own record",)


def pictured(rows: list[dict[str, Any]], moment: datetime) -> Picture:
    """The known entries as strands that end at the moment. Where little is known nothing is said to be missing."""
    lanes = {row["agency_id"]: (row["agency__number"], row["agency__name"], row["agency__kind"]) for row in rows}
    ordered = sorted(lanes.items(), key=lambda lane: (lane[1][2] != "family", lane[1][0]))
    names = [AgencyLine(pk, number, name) for pk, (number, name, _) in ordered]
    by_lane: dict[int, list[Placed]] = defaultdict(list)
    for row in rows:
        _, start, end, at, *_ = columns = [row[name] for name in DATE_COLUMNS]
        when = (start, end, str(at) if at else None, columns[0], *columns[4:])
        by_lane[row["agency_id"]].append(placed(row["number"], row["event"], *when))
    picture = drawn(names, by_lane, "fit", (None, moment.date()))
    return replace(picture, lanes=tuple(replace(lane, gaps=()) for lane in picture.lanes))


def records_by(seat: Seat, who: Knower, moment: datetime) -> tuple[KnownSource, ...]:
    """The agency's own records whose last day was over by the moment, in the order of time."""
    if not who.agency:
        return ()
    rows = visible_sources(seat).filter(kind="record", agency_id=who.agency, date_end__lte=moment.date())
    found = rows.order_by("date_end", "number").values_list("number", "title", *DATE_COLUMNS)
    return tuple(
        KnownSource(number, title, in_words(*when))
        for number, title, *when in found
        if is_over(date_of(*when), moment)
    )
