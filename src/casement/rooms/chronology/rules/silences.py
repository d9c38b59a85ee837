"""Times in which an agency recorded nothing: between the last day one entry can mean and the first of the next.

A silence asks a question of the agency and answers none: nothing done and nothing written down look alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

LEAST_GAP = timedelta(weeks=8)


class Placed(NamedTuple):
    """An entry on the axis: its number and the first and last day it can mean; None where it is open.

    `at` is the minute of the day it began, where a time is recorded.
    """

    number: int
    start: date | None
    end: date | None
    words: str
    at: int | None = None


class Silence(NamedTuple):
    """A time without an entry, and the numbers of the entries before and after it."""

    start: date
    end: date
    before: int
    after: int

    @property
    def words(self) -> str:
        """The silence as people say it."""
        return f"nothing recorded, {weeks(self.end - self.start)}"


def silences(entries: Sequence[Placed], last: date, least: timedelta = LEAST_GAP) -> tuple[Silence, ...]:
    """The silences of `least` and more among the entries of one strand, in the order of time.

    An entry with no end may reach to `last`, and one without a first day breaks no silence.
    """
    told = []
    reached: tuple[date, int] | None = None
    for start, number, end in sorted((each.start, each.number, each.end) for each in entries if each.start):
        if reached is not None and start - reached[0] >= least:
            told.append(Silence(reached[0], start, reached[1], number))
        until = end or last
        if reached is None or until > reached[0]:
            reached = until, number
    return tuple(told)


def weeks(length: timedelta) -> str:
    """A length of time as people say it."""
    count = length.days // 7
    return f"{count} weeks" if count < 104 else f"{count // 52} years"
