"""Dates that come back in Extended Date/Time Format, as Casement writes it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time
from functools import lru_cache

from casement.foundation.dates.notation import MARKS, QUARTER_CODES, SEASON_CODES
from casement.foundation.dates.uncertain import Precision, UncertainDate

_SINGLE = re.compile(r"(\d{4}|\d{3}X|XXXX)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d:\d\d))?([~?%]?)")
_FLAGS = {mark: flags for flags, mark in MARKS.items()}
_QUARTERS = {code: month for month, code in QUARTER_CODES.items()}
_SEASONS = {code: month for month, code in SEASON_CODES.items() if month != 12}


@lru_cache(maxsize=2048)  # a chronology writes the same date many times
def from_edtf(text: str) -> UncertainDate:
    """The date that `text` means.

    Weeks, terms and parts of a month come back as a range, since EDTF has no word for them.
    Raises ValueError for anything that Casement does not write.
    """
    if "/" not in text:
        return _single(text)
    left, right = (None if end == ".." else _single(end) for end in text.split("/", 1))
    ends = [end for end in (left, right) if end is not None]
    if not ends:
        raise ValueError("an interval needs at least one end")
    precision = Precision.BEFORE if left is None else Precision.AFTER if right is None else Precision.RANGE
    if left and right and left.start == right.end and left.start_time and right.end_time:
        precision = Precision.MINUTE
    return UncertainDate(
        recorded=text,
        start=left.start if left else None,
        end=right.end if right else None,
        precision=precision,
        start_time=left.start_time if left else None,
        end_time=right.end_time if right else None,
        approximate=any(end.approximate for end in ends),
        doubtful=any(end.doubtful for end in ends),
    )


def _single(text: str) -> UncertainDate:
    parts = _SINGLE.fullmatch(text)
    if parts is None:
        raise ValueError("not a date in EDTF as Casement writes it")
    year, month, day, clock, mark = parts.groups()
    at = time.fromisoformat(clock) if clock else None
    if at and not day:
        raise ValueError("a time needs its day")
    start, end, precision = _bounds(year, int(month or 0), int(day or 0))
    approximate, doubtful = _FLAGS[mark]
    return UncertainDate(text, start, end, Precision.MINUTE if at else precision, at, at, approximate, doubtful)


def _bounds(year: str, month: int, day: int) -> tuple[date | None, date | None, Precision]:
    if year == "XXXX":
        return None, None, Precision.UNKNOWN
    if year.endswith("X"):
        return date(int(year[:3]) * 10, 1, 1), date(int(year[:3]) * 10 + 9, 12, 31), Precision.DECADE
    number = int(year)
    if day:
        return date(number, month, day), date(number, month, day), Precision.DAY
    if not month:
        return date(number, 1, 1), date(number, 12, 31), Precision.YEAR
    first, length, precision = month, 1, Precision.MONTH
    if month in _QUARTERS:
        first, length, precision = _QUARTERS[month], 3, Precision.QUARTER
    elif month in _SEASONS:
        first, length, precision = _SEASONS[month], 3, Precision.SEASON
    last = first + length - 1
    return date(number, first, 1), date(number, last, monthrange(number, last)[1]), precision
