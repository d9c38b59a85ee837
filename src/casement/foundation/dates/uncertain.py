"""What a date in a chronology is: the words as recorded, and the days they can mean."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from casement.foundation.dates.notation import to_edtf


class Precision(StrEnum):
    """How exactly a date was recorded; the start and end carry the days themselves."""

    MINUTE = "minute"  # a time, or a start and end time
    PART_OF_DAY = "part_of_day"  # "afternoon": the times are bounds
    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"  # early, mid, late
    MONTH = "month"
    HOLIDAY = "holiday"  # "Christmas 2022"
    SEASON = "season"
    TERM = "term"  # a school term; the bounds hold wherever the school is
    QUARTER = "quarter"
    PART_OF_YEAR = "part_of_year"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"  # two ends, as written
    BEFORE = "before"  # no start
    AFTER = "after"  # no end
    UNKNOWN = "unknown"  # recorded as not known


@dataclass(frozen=True)
class UncertainDate:
    """A date as recorded beside the first and last day it can mean.

    `start` is None for "before", `end` is None for "since", both for a date recorded as unknown.
    A single moment has the same `start_time` and `end_time`. `habit` says in words which rules read
    it. `could_be_other_order` marks a day and month that would also make a date if swapped.
    """

    recorded: str
    start: date | None
    end: date | None
    precision: Precision
    start_time: time | None = None
    end_time: time | None = None
    approximate: bool = False
    doubtful: bool = False
    could_be_other_order: bool = False
    habit: str = ""

    def __post_init__(self) -> None:
        if (self.start_time and self.start is None) or (self.end_time and self.end is None):
            raise ValueError("a time needs its day")
        if self.start is not None and self.end is not None:
            first = (self.start, self.start_time or time.min)
            if first > (self.end, self.end_time or time.max):
                raise ValueError("the end comes before the start")

    @property
    def edtf(self) -> str:
        """The date in Extended Date/Time Format (ISO 8601-2), for exchange."""
        return to_edtf(self)
