"""A reading in progress: the days some words mean, perhaps still waiting for a year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Literal

from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.uncertain import Precision

Order = Literal["DMY", "MDY"]
EARLIEST_YEAR, LATEST_YEAR = 1850, 2099


@dataclass(frozen=True)
class Reader:
    """What is known before reading: the order of day and month, and which years may be meant."""

    order: Order
    newest_year: int
    within: tuple[date, date] | None
    within_words: str


@dataclass(frozen=True)
class Span:
    """The days, and perhaps times, that some words mean."""

    start: date | None
    end: date | None
    precision: Precision
    start_time: time | None = None
    end_time: time | None = None
    approximate: bool = False
    doubtful: bool = False


@dataclass(frozen=True)
class Draft:
    """Words read as far as they go: `build` gives the days once the year is known.

    `on_day` gives the same month with another day, for "3-5 May".
    """

    build: Callable[[int], Span]
    year: int | None
    habits: tuple[str, ...] = ()
    other_order: bool = False
    on_day: Callable[[int], Draft] | None = None

    def then(self, change: Callable[[Span], Span], *habits: str) -> Draft:
        """This draft with `change` made to its days, and the rules that made it noted."""
        build = self.build
        return replace(self, build=lambda year: change(build(year)), habits=self.habits + habits, on_day=None)

    def noting(self, *habits: str) -> Draft:
        """This draft with more said about how it was read."""
        return replace(self, habits=self.habits + habits)


def settle(draft: Draft, reader: Reader) -> tuple[Span, tuple[str, ...]]:
    """The days of `draft` and the rules that read it.

    A missing year is taken only from `reader.within`, and only when exactly one year fits there.
    Raises NotADate otherwise.
    """
    if draft.year is not None:
        return draft.build(draft.year), draft.habits
    if reader.within is None:
        raise NotADate("the year is missing. Which year?", Doubt.NO_YEAR)
    first, last = reader.within
    fitting: dict[int, Span] = {}
    refusal: NotADate | None = None
    for year in range(first.year - 1, last.year + 2):
        try:
            span = draft.build(year)
        except NotADate as error:
            refusal = error
            continue
        if (span.start or date.min) <= last and (span.end or date.max) >= first:
            fitting[year] = span
    if len(fitting) == 1:
        year, span = fitting.popitem()
        return span, (*draft.habits, f"year {year}, {reader.within_words}")
    if fitting:
        years = [str(year) for year in fitting]
        listed = ", ".join(years[:-1]) + " and " + years[-1] if len(years) < 5 else f"{years[0]} to {years[-1]}"
        raise NotADate(f"the year is missing, and {listed} all fit. Which year?", Doubt.NO_YEAR)
    if refusal is not None:
        raise refusal
    raise NotADate("the year is missing, and no year fits the period. Which year?", Doubt.NO_YEAR)


def year_from(digits: str, reader: Reader) -> tuple[int, tuple[str, ...]]:
    """The year that `digits` mean, and the rule when the century was left out.

    Two figures mean the latest such year that is not after `reader.newest_year`.
    Raises NotADate for a year that cannot be meant.
    """
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if 2000 + year <= reader.newest_year else 1900
        return year, (f"two-figure year read as {year}",)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotADate(f"the year {digits} cannot be right. What should it be?", Doubt.IMPOSSIBLE)
    return year, ()
