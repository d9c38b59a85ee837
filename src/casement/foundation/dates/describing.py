"""Dates in words: "3 February 2026", "about early July 2024", "week of 12 May 2024"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, time

from casement.foundation.dates.uncertain import Precision, UncertainDate
from casement.foundation.dates.words import MONTHS

_TERMS = {1: "spring", 4: "summer", 9: "autumn"}
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_PARTS_OF_MONTH = {1: "early", 11: "mid", 21: "late"}
_PARTS_OF_YEAR = {1: "early", 5: "mid", 9: "late"}


def describe(when: UncertainDate) -> str:
    """`when` in full words, with "about" and doubt said."""
    words = _words(when)
    words = f"about {words}" if when.approximate else words
    return f"perhaps {words}" if when.doubtful else words


def _words(when: UncertainDate) -> str:
    start, end = when.start, when.end
    if start is None and end is None:
        return "date not known"
    if start is None:
        return f"by {_moment(end, when.end_time)}"
    if end is None:
        return f"from {_moment(start, when.start_time)} on"
    if when.start_time or when.end_time:
        return _timed(when, start, end)
    month = MONTHS[start.month - 1].title()
    match when.precision:
        case Precision.DAY:
            return _day(start)
        case Precision.WEEK:
            return f"week of {_day(start)}"
        case Precision.PART_OF_MONTH:
            return f"{_PARTS_OF_MONTH[start.day]} {month} {start.year}"
        case Precision.MONTH:
            return f"{month} {start.year}"
        case Precision.HOLIDAY:
            name = {12: "Christmas", 1: "New Year"}.get(start.month, "Easter")
            return f"{name} {start.year}"
        case Precision.SEASON if start.month == 12:
            return f"winter {start.year} to {end.year}"
        case Precision.SEASON:
            return f"{_SEASONS[start.month]} {start.year}"
        case Precision.TERM:
            return f"{_TERMS[start.month]} term {start.year}"
        case Precision.QUARTER:
            return f"{month} to {MONTHS[end.month - 1].title()} {end.year}"
        case Precision.PART_OF_YEAR:
            return f"{_PARTS_OF_YEAR[start.month]} {start.year}"
        case Precision.YEAR:
            return str(start.year)
        case Precision.DECADE:
            return f"the {start.year}s"
    return _days(start, end)


def _timed(when: UncertainDate, start: date, end: date) -> str:
    if start != end:
        return f"{_moment(start, when.start_time)} to {_moment(end, when.end_time)}"
    if when.start_time == when.end_time:
        return _moment(start, when.start_time)
    first = f"{when.start_time:%H:%M}" if when.start_time else "00:00"
    last = f"{when.end_time:%H:%M}" if when.end_time else "24:00"
    if when.precision is Precision.PART_OF_DAY:
        return f"{_day(start)}, between {first} and {last}"
    return f"{_day(start)}, {first} to {last}"


def _moment(day: date | None, at: time | None) -> str:
    if day is None:
        return ""
    return f"{_day(day)}, {at:%H:%M}" if at else _day(day)


def _days(start: date, end: date) -> str:
    """Two days without saying the month or the year twice; whole months as months."""
    whole = start.day == 1 and (end.day == monthrange(end.year, end.month)[1])
    if whole:
        first, last = (f"{MONTHS[day.month - 1].title()} {day.year}" for day in (start, end))
        return first if first == last else f"{first} to {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_day(end)}" if start != end else _day(end)
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1].title()} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
