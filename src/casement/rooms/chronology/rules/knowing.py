"""What somebody could have known by a moment. Whatever is in doubt counts as not yet known.

An agency knows its own entries from when they happened, unless it is recorded that it learnt of one later; other
agencies' entries it knows from when it was told. Nothing that may have come after the moment is known at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from casement.foundation.dates import UncertainDate, earliest, latest


def end_of(when: UncertainDate) -> datetime | None:
    """The moment that "at the end of `when`" means; None when it names no end.

    An end that is itself in doubt is taken as early as it can mean, so that nothing later slips in.
    """
    if when.end is None:
        return None
    named = datetime.combine(when.end, when.end_time or time.max)
    return named - (latest(when) - named)


def is_over(when: UncertainDate, moment: datetime) -> bool:
    """Whether `when` was certainly over at the moment: even the last day it can mean."""
    return when.end is not None and latest(when) <= moment


def could_know(
    when: UncertainDate, learnt: Iterable[UncertainDate], moment: datetime, *, own: bool = False
) -> bool:
    """Whether something that happened at `when` could be known at the moment to somebody told of it at `learnt`.

    What is their `own` they knew when it happened, unless they are recorded as having learnt of it.
    """
    if not is_over(when, moment):
        return False
    told = list(learnt)
    return any(is_over(each, moment) for each in told) if told else own


def bounds(when: UncertainDate) -> tuple[date, date]:
    """The first and last day `when` can mean, for a date that has both."""
    return earliest(when).date(), latest(when).date()
