"""A plan worked back from its target: what is needed last is placed first, and the time left is spread as slack.

Distances are working days before the target. The least distance of each row comes from what follows it (the longest
way through the plan). All are then stretched by the same factor, time at hand over time needed, and rounded down:
since floor(x + y) >= floor(x) + floor(y), two rows never come closer to each other than they must be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from casement.rooms.planning.rules.working_days import WorkingDays


class Follows(Protocol):
    """What the arithmetic asks of a row, dated or not."""

    @property
    def key(self) -> str: ...
    @property
    def length(self) -> int: ...
    @property
    def wait(self) -> int: ...
    @property
    def after(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Span:
    """From when to when, both days included."""

    start: date
    end: date


@dataclass(frozen=True)
class TooShort:
    """There is not enough time: the working days needed, those there are, and the first day that does."""

    needed: int
    there: int
    earliest: date


def distances(rows: Sequence[Follows]) -> dict[str, int]:
    """For each row, the least number of working days from its end to the end of the last row."""
    told: dict[str, int] = {}
    for row in reversed(rows):
        told.setdefault(row.key, 0)
        for before in row.after:
            told[before] = max(told.get(before, 0), told[row.key] + row.length + row.wait)
    return told


def needed(rows: Sequence[Follows]) -> int:
    """How many working days before the target the plan must begin."""
    far = distances(rows)
    return max(far[row.key] + row.length - 1 for row in rows)


def work_back(rows: Sequence[Follows], target: date, begins: date, days: WorkingDays) -> dict[str, Span] | TooShort:
    """Dates for every row, the last ending on `target`, none starting before `begins`; or why there are none.

    `rows` stand in order, each behind what it follows.
    """
    first, last = days.on_or_after(begins), days.on_or_before(target)
    least, there = needed(rows), days.between(first, last)
    if there < least:
        return TooShort(least, max(0, there), days.add(first, least))
    told = {}
    for row_key, far in distances(rows).items():
        length = next(row.length for row in rows if row.key == row_key)
        end = back(days, last, far * there // least if least else 0)
        told[row_key] = Span(back(days, end, length - 1), end)
    return told


def place_on(rows: Sequence[Follows], spans: Mapping[str, Span], days: WorkingDays) -> dict[str, Span]:
    """Dates for rows that come after those in `spans`: each as soon as it may."""
    told = dict(spans)
    for row in rows:
        ends = [told[before].end for before in row.after if before in told]
        if ends:
            start = days.add(max(ends), 1 + row.wait)
            told[row.key] = Span(start, days.add(start, row.length - 1) if row.length > 1 else start)
    return {row.key: told[row.key] for row in rows if row.key in told}


def back(days: WorkingDays, day: date, count: int) -> date:
    """The working day so many before this working day."""
    return days.add(day, -count) if count else day


def slack(rows: Iterable[Follows], spans: Mapping[str, Span], days: WorkingDays) -> dict[str, int | None]:
    """For each row, how many working days it may come later without moving another; None where nothing follows."""
    told: dict[str, int | None] = dict.fromkeys(spans)
    for row in rows:
        if row.key not in spans:
            continue
        for before in row.after:
            if before in spans:
                room = days.between(spans[before].end, spans[row.key].start) - 1 - row.wait
                known = told[before]
                told[before] = room if known is None else min(known, room)
    return told


def gap(rows: Sequence[Follows], first: str, then: str) -> int | None:
    """The least number of working days from the end of one row to the start of another; None where none follows."""
    lengths = {row.key: row.length for row in rows}
    far: dict[str, int | None] = {row.key: None for row in rows}
    far[first] = 0
    for row in rows:
        ways = [known + row.wait + row.length for before in row.after if (known := far.get(before)) is not None]
        if ways and row.key != first:
            far[row.key] = max(ways)
    found = far.get(then)
    return None if found is None else found - lengths[then] + 1
