"""What commands of this room check of days and choices."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

from casement.foundation.clock import today
from casement.foundation.refusals import Refused

LONGEST = timedelta(days=366)


def next_look(on: date | None) -> date:
    """The day of the next look. Refused when it is missing, not ahead, or more than a year ahead."""
    if on is None:
        raise Refused("Write the day on which somebody looks at this afresh.", field="look_on")
    if on <= today():
        raise Refused("The next look has to be on a day after today.", field="look_on")
    if on > today() + LONGEST:
        raise Refused("Look at it afresh within a year. Choose an earlier day.", field="look_on")
    return on


def chosen(value: str, among: Container[str], field: str, sentence: str) -> str:
    """A choice that was offered; Refused with `sentence` otherwise."""
    if value not in among:
        raise Refused(sentence, field=field)
    return value
