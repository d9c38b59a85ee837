"""Draws strands: where each entry of a lane stands on one time axis, how long its doubt is, where nothing is.

Positions are plain numbers; no drawing code and no Django here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casement.rooms.chronology.rules.silences import Placed, silences

SIGN = 21.0  # nearer ones share a square with their number, and no two squares overlap
SHORTEST = 14.0  # of a lozenge


@dataclass(frozen=True)
class Scale:
    """Days to places along the axis."""

    first: date
    last: date
    left: float
    width: float

    def at(self, day: date) -> float:
        """The place of a day."""
        days = max(1, (self.last - self.first).days)
        share = (min(max(day, self.first), self.last) - self.first).days / days
        return round(self.left + share * self.width, 1)


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
    """An uncertain date, as long as its doubt. `level` parts those that overlap."""

    x: float
    width: float
    number: int
    level: int
    words: str


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


def signs(entries: Sequence[Placed], scale: Scale) -> tuple[Sign, ...]:
    """Squares for the entries of one day, those within a sign's width put together."""
    certain = sorted(
        (start, number, words) for number, start, end, words in entries if start is not None and start == end
    )
    groups: list[tuple[float, list[tuple[date, int, str]]]] = []
    day, x = None, 0.0
    for one in certain:
        if one[0] != day:  # the place of a day is reckoned once, however much happened on it
            day, x = one[0], scale.at(one[0])
        if groups and x - groups[-1][0] < SIGN:
            groups[-1][1].append(one)
        else:
            groups.append((x, [one]))
    return tuple(
        Sign(
            at,
            tuple(number for _, number, _ in group),
            group[0][0],
            group[-1][0],
            brief(group[0][2]) if len(group) == 1 else f"{len(group)} entries",
        )
        for at, group in groups
    )


def brief(words: str) -> str:
    """The beginning of what was recorded, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= 90 else line[:88].rstrip() + "…"


def lozenges(entries: Sequence[Placed], scale: Scale) -> tuple[Lozenge, ...]:
    """A shape for each entry whose day is in doubt, from the first to the last day it can mean."""
    told: list[Lozenge] = []
    ends: list[float] = []
    rough = [each for each in entries if (each.start or each.end) and each.start != each.end]
    for each in sorted(rough, key=lambda one: (one.start or date.min, one.number)):
        x = scale.at(each.start or scale.first)
        width = max(SHORTEST, scale.at(each.end or scale.last) - x)
        x = min(x, scale.left + scale.width - width)
        level = next((at for at, end in enumerate(ends) if end < x), len(ends))
        ends[level : level + 1] = [x + width]
        told.append(Lozenge(round(x, 1), round(width, 1), each.number, min(level, 2), brief(each.words)))
    return tuple(told)


def gaps(entries: Sequence[Placed], scale: Scale) -> tuple[Gap, ...]:
    """The silences of a lane, as they are drawn."""
    told = []
    for each in silences(entries, scale.last):
        x, end = scale.at(each.start), scale.at(each.end)
        told.append(Gap(x, round(end - x, 1), each.start, each.end, each.words))
    return tuple(told)


def ticks(scale: Scale, least: float = 70.0) -> tuple[Tick, ...]:
    """Months, quarters or years, whichever stand far enough apart to be read."""
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
