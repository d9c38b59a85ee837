"""Uncertain dates in order: which is certainly before which, and which may overlap."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from casement.foundation.dates.uncertain import Precision, UncertainDate

# How far beyond its bounds "about" may reach. Wide on purpose: order is claimed only when certain.
_LEEWAY = {
    Precision.MINUTE: timedelta(hours=1),
    Precision.PART_OF_DAY: timedelta(days=1),
    Precision.DAY: timedelta(days=3),
    Precision.WEEK: timedelta(days=7),
    Precision.PART_OF_MONTH: timedelta(days=7),
    Precision.HOLIDAY: timedelta(days=7),
    Precision.RANGE: timedelta(days=7),
    Precision.BEFORE: timedelta(days=7),
    Precision.AFTER: timedelta(days=7),
    Precision.DECADE: timedelta(days=730),
    Precision.YEAR: timedelta(days=366),
    Precision.PART_OF_YEAR: timedelta(days=122),
}
_LEEWAY_OTHERWISE = timedelta(days=31)


def earliest(when: UncertainDate) -> datetime:
    """The first moment `when` can mean; the beginning of time for "before" and for unknown dates."""
    if when.start is None:
        return datetime.min
    return datetime.combine(when.start, when.start_time or time.min) - _leeway(when)


def latest(when: UncertainDate) -> datetime:
    """The last moment `when` can mean; the end of time for "since" and for unknown dates."""
    if when.end is None:
        return datetime.max
    return datetime.combine(when.end, when.end_time or time.max) + _leeway(when)


def _leeway(when: UncertainDate) -> timedelta:
    if not (when.approximate or when.doubtful):
        return timedelta()
    return _LEEWAY.get(when.precision, _LEEWAY_OTHERWISE)


def before(first: UncertainDate, second: UncertainDate) -> bool:
    """Whether `first` was certainly over before `second` began."""
    return latest(first) < earliest(second)


def after(first: UncertainDate, second: UncertainDate) -> bool:
    """Whether `first` certainly began after `second` was over."""
    return before(second, first)


def may_overlap(first: UncertainDate, second: UncertainDate) -> bool:
    """Whether the two can share a moment; a date recorded as unknown can share one with any."""
    return not before(first, second) and not after(first, second)


SortKey = tuple[int, datetime, datetime]


def sort_key(when: UncertainDate) -> SortKey:
    """Orders dates for reading; agrees with `before`, and puts dates recorded as unknown last.

    "Before 3 April" stands at its end, since it has no start; of dates that begin together the
    shorter comes first.
    """
    if when.start is None and when.end is None:
        return 1, datetime.max, datetime.max
    end = datetime.max if when.end is None else datetime.combine(when.end, when.end_time or time.max)
    start = end if when.start is None else datetime.combine(when.start, when.start_time or time.min)
    return 0, start, end
