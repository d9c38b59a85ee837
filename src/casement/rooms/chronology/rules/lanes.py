"""Draws strands: where each entry of a lane stands on one time axis, how long its doubt is, where nothing is.

Positions are plain numbers; no drawing code and no Django here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casement.rooms.chronology.rules.silences import Placed, silences

SIGN = 21.0  # nearer ones share a square with their number, and no two squares overlap
SHORTEST = 14.0  # of a lozenge
HOURS_FROM = 200.0  # places a day takes when its hours are told apart
CROWD = 3  # dates in doubt at one place that are still drawn one by one
MUCH = 9  # entries at one place from which on it is drawn how much there is


@dataclass(frozen=True)
class Scale:
    """Days to places along the axis."""

    first: date
    last: date
    left: float
    width: float

    @property
    def a_day(self) -> float:
        """Places a day takes."""
        return self.width / max(1, (self.last - self.first).days)

    @property
    def by_time(self) -> bool:
        """Whether a day is wide enough to tell its hours apart."""
        return self.a_day >= HOURS_FROM

    def at(self, day: date, minutes: int = 0) -> float:
        """The place of a day, or of a minute in it; the edge for what lies beyond."""
        days = (day - self.first).days + minutes / 1440
        return round(self.left + min(max(days * self.a_day, 0), self.width), 1)


@dataclass(frozen=True)
class Sign:
    """One square: one entry, or several that stand too near each other to be told apart."""

    x: float
    numbers: tuple[int, ...]
    first: date
    last: date
    words: str


@dataclass(frozen=True)
class Lozenge:
    """An uncertain date, as long as its doubt, or several at one place. `level` parts those that overlap."""

    x: float
    width: float
    numbers: tuple[int, ...]
    level: int
    words: str
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Gap:
    """A time in which nothing is recorded in a lane."""

    x: float
    width: float
    start: date
    end: date
    words: str


@dataclass(frozen=True)
class Tick:
    """A month or year on the axis; without words where they would not fit."""

    x: float
    words: str


def extent(entries: Sequence[Placed]) -> tuple[date, date] | None:
    """The first and last day that any entry names; None when none names a day."""
    days = [day for each in entries for day in (each.start, each.end) if day is not None]
    return (min(days), max(days)) if days else None


def is_certain(entry: Placed, scale: Scale) -> bool:
    """Whether an entry is drawn as a square: its day is certain, and its time too where hours are told apart."""
    return entry.start is not None and entry.start == entry.end and (entry.at is not None or not scale.by_time)


def signs(entries: Sequence[Placed], scale: Scale) -> tuple[Sign, ...]:
    """Squares for the entries of one day, those within a sign's width put together."""
    by_time = scale.by_time
    certain = sorted(
        (one.start, (one.at or 0) if by_time else 0, one.number, one.words)
        for one in entries
        if one.start is not None and is_certain(one, scale)
    )
    groups: list[tuple[float, list[tuple[date, int, int, str]]]] = []
    moment, x = None, 0.0
    for one in certain:
        if one[:2] != moment:  # the place of a day is reckoned once, however much happened on it
            moment, x = one[:2], scale.at(one[0], one[1])
        if groups and x - groups[-1][0] < SIGN:
            groups[-1][1].append(one)
        else:
            groups.append((x, [one]))
    return tuple(
        Sign(
            at,
            tuple(number for _, _, number, _ in group),
            group[0][0],
            group[-1][0],
            brief(group[0][3]) if len(group) == 1 else f"{len(group)} entries",
        )
        for at, group in groups
    )


def brief(words: str) -> str:
    """The beginning of what was recorded, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 90 else line[:88].rstrip() + "…"


def lozenges(entries: Sequence[Placed], scale: Scale) -> tuple[Lozenge, ...]:
    """A shape for each entry whose day is in doubt, from the first to the last day it can mean.

    Where more than a few of one length stand at one place, they are one shape with their number.
    """
    places: dict[tuple[int, int], list[tuple[float, float, Placed]]] = {}
    for each in sorted(entries, key=lambda one: (one.start or date.min, one.number)):
        if (each.start or each.end) and not is_certain(each, scale):
            x, end = span(each, scale)
            places.setdefault((int(x // SIGN), int((end - x) // SIGN)), []).append((x, end, each))
    told: list[Lozenge] = []
    ends: list[float] = []
    for x, end, crowd in sorted(crowds(places.values()), key=lambda one: (one[0], one[2][0].number)):
        level = next((at for at, reached in enumerate(ends) if reached < x), len(ends))
        ends[level : level + 1] = [end]
        words = brief(crowd[0].words) if len(crowd) == 1 else f"{len(crowd)} dates in doubt"
        numbers = tuple(one.number for one in crowd)
        days = [day for one in crowd for day in (one.start, one.end) if day]
        told.append(Lozenge(x, round(end - x, 1), numbers, min(level, 2), words, min(days), max(days)))
    return tuple(told)


def span(entry: Placed, scale: Scale) -> tuple[float, float]:
    """Where a date in doubt begins and ends in the picture, long enough to be seen."""
    edge = scale.left + scale.width
    x = scale.at(entry.start) if entry.start else scale.left
    end = scale.at(entry.end, 1440 if scale.by_time else 0) if entry.end else edge
    width = max(SHORTEST, end - x)
    x = min(x, edge - width)
    return round(x, 1), round(x + width, 1)


def crowds(
    places: Iterable[list[tuple[float, float, Placed]]],
) -> Iterator[tuple[float, float, tuple[Placed, ...]]]:
    """The shapes: each by itself where there are few, all together where there are many."""
    for place in places:
        if len(place) <= CROWD:
            yield from ((x, end, (one,)) for x, end, one in place)
        else:
            together = tuple(one for _, _, one in place)
            yield min(x for x, _, _ in place), max(end for _, end, _ in place), together


def density(entries: Sequence[Placed], scale: Scale) -> dict[int, int]:
    """How many entries begin at each place of a sign's width, by the number of the place."""
    told: dict[int, int] = {}
    for each in entries:
        if each.start is not None:
            at = int((scale.at(each.start) - scale.left) // SIGN)
            told[at] = told.get(at, 0) + 1
    return told


def gaps(entries: Sequence[Placed], scale: Scale) -> tuple[Gap, ...]:
    """The silences of a lane, as they are drawn."""
    told = []
    for each in silences(entries, scale.last):
        if each.end <= scale.first or each.start >= scale.last:
            continue
        x, end = scale.at(each.start), scale.at(each.end)
        told.append(Gap(x, round(end - x, 1), each.start, each.end, each.words))
    return tuple(told)


def ticks(scale: Scale, least: float = 70.0) -> tuple[Tick, ...]:
    """Hours, days, months, quarters or years, whichever stand far enough apart to be read."""
    if scale.a_day >= 20:
        return fine_ticks(scale, least)
    months = (scale.last.year - scale.first.year) * 12 + scale.last.month - scale.first.month + 1
    step = next((step for step in (1, 3, 6, 12, 24, 60, 120) if scale.width / months * step >= least), 120)
    told = []
    month = scale.first.month - 1 - (scale.first.month - 1) % min(step, 12)
    year = scale.first.year
    while date(year, month + 1, 1) <= scale.last:
        day = date(year, month + 1, 1)
        if day >= scale.first:
            words = str(year) if step >= 12 else f"{day:%b} {year}"
            x = scale.at(day)
            told.append(Tick(x, words if x < scale.left + scale.width - 60 else ""))
        month += step
        year, month = year + month // 12, month % 12
    return tuple(told)


def fine_ticks(scale: Scale, least: float) -> tuple[Tick, ...]:
    """Days, and the hours within them where they can be told apart."""
    step = next((days for days in (1, 2, 7) if days * scale.a_day >= least), 14)
    hours = next((hours for hours in (1, 3, 6, 12) if hours / 24 * scale.a_day >= least), 24)
    told = []
    for at in range(0, (scale.last - scale.first).days + 1, step):
        day = scale.first + timedelta(days=at)
        x = scale.at(day)
        words = f"{day.day} {day:%b}"
        told.append(Tick(x, words if x < scale.left + scale.width - 60 else ""))
        if hours < 24 and day < scale.last:
            told += [Tick(scale.at(day, hour * 60), f"{hour:02}:00") for hour in range(hours, 24, hours)]
    return tuple(told)
