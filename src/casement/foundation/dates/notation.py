"""Extended Date/Time Format (ISO 8601-2), written for exchange.

The `edtf` package reads no open intervals, times in intervals or quarters with "about", and takes
10 ms a date; the tests hold what is written here against it wherever it can follow.
"""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casement.foundation.dates.uncertain import UncertainDate

SEASON_CODES = {3: 21, 6: 22, 9: 23, 12: 24}
QUARTER_CODES = {1: 33, 4: 34, 7: 35, 10: 36}
MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


def to_edtf(when: UncertainDate) -> str:
    """`when` in EDTF; bounds of weeks, terms and parts of a month become intervals."""
    mark = MARKS[when.approximate, when.doubtful]
    if when.start is None and when.end is None:
        return "XXXX" + mark
    single = _single(when)
    if single:
        return single + mark
    return "/".join(
        ".." if day is None else _moment(day, at) + mark
        for day, at in ((when.start, when.start_time), (when.end, when.end_time))
    )


def _single(when: UncertainDate) -> str:
    start, end = when.start, when.end
    if start is None or end is None:
        return ""
    if when.start_time or when.end_time:
        same = start == end and when.start_time == when.end_time
        return _moment(start, when.start_time) if same else ""
    match str(when.precision):
        case "day":
            return start.isoformat()
        case "month":
            return f"{start:%Y-%m}"
        case "year":
            return f"{start:%Y}"
        case "decade":
            return f"{start:%Y}"[:3] + "X"
        case "quarter":
            return f"{start:%Y}-{QUARTER_CODES[start.month]}"
        case "season" if start.month != 12:
            return f"{start:%Y}-{SEASON_CODES[start.month]}"
    return ""


def _moment(day: date, at: time | None) -> str:
    return f"{day.isoformat()}T{at:%H:%M:%S}" if at else day.isoformat()
