"""The date of an entry between its columns and the value that rules work with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import lru_cache
from typing import Any

from casement.foundation.dates import Precision, UncertainDate, describe, from_edtf

DATE_COLUMNS = ("date_recorded", "date_start", "date_end", "date_time", "date_precision", "date_edtf")


def columns_of(when: UncertainDate) -> dict[str, Any]:
    """The columns that keep a date, with how it was read."""
    return {
        "date_recorded": " ".join(when.recorded.split())[:200],
        "date_start": when.start,
        "date_end": when.end,
        "date_time": when.start_time,
        "date_precision": str(when.precision),
        "date_edtf": when.edtf[:80],
        "habit": when.habit[:200],
        "either_order": when.could_be_other_order,
    }


@lru_cache(maxsize=8192)
def date_of(
    recorded: str, start: date | None, end: date | None, at: time | None, precision: str, edtf: str
) -> UncertainDate:
    """The date that columns keep; rows made without a precision are read from their bounds."""
    if precision and edtf:
        try:
            kept = from_edtf(edtf)
            return replace(kept, recorded=recorded, start=start, end=end, precision=Precision(precision))
        except ValueError:
            pass
    if start is None and end is None:
        return UncertainDate(recorded, None, None, Precision.UNKNOWN)
    known = Precision.DAY if start == end else Precision.RANGE if start and end else Precision.UNKNOWN
    return UncertainDate(recorded, start, end, known)


def in_words(*columns: Any) -> str:
    """The date that columns keep, in words."""
    when = date_of(*columns)
    return "Date not known" if when.start is None and when.end is None else capital(describe(when))


def capital(words: str) -> str:
    """The words with a capital to begin with."""
    return words[:1].upper() + words[1:]
