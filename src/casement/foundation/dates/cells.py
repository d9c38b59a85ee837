"""Dates and times in spreadsheet cells, which may be typed values, numbers or words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from casement.foundation.dates.drafts import EARLIEST_YEAR, LATEST_YEAR, Order, Span
from casement.foundation.dates.moments import at_time
from casement.foundation.dates.reading import read_date
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.times import TimeSpan, read_time
from casement.foundation.dates.uncertain import Precision, UncertainDate

CellValue = str | int | float | bool | date | datetime | time | timedelta | None
_DAY_ZERO = datetime(1899, 12, 30)
_DAY_ZERO_1904 = datetime(1904, 1, 1)
_PHANTOM_DAY = 60  # spreadsheets count a 29 February 1900 that never was


def read_cell(
    value: CellValue,
    recorded: str,
    *,
    serials: bool = False,
    from_1904: bool = False,
    order: Order = "DMY",
    newest_year: int | None = None,
    within: tuple[date, date] | None = None,
    within_words: str = "the only one that fits the period",
) -> UncertainDate:
    """The date in a cell whose typed value is `value` and whose text is `recorded`.

    A date that the spreadsheet holds as a date is taken as it is. A number counts days only when
    `serials` says that it does (from 1904 in old Macintosh files), except a whole number that can be
    a year. Raises NotADate as `read_date` does.
    """
    if isinstance(value, datetime):
        return _typed(value, recorded, "a date in the spreadsheet")
    if isinstance(value, date):
        return UncertainDate(recorded, value, value, Precision.DAY, habit="a date in the spreadsheet")
    if isinstance(value, bool | time | timedelta):
        raise NotADate("this is not a date. What should it be?", Doubt.UNREAD, recorded)
    number = _number(value)
    if number is not None and number.is_integer() and EARLIEST_YEAR <= number <= LATEST_YEAR:
        year = read_date(str(int(number)), order=order)
        return replace(year, recorded=recorded)
    if number is not None and serials:
        return _typed(_day_counted(number, recorded, from_1904), recorded, "days counted by the spreadsheet")
    return read_date(recorded, order=order, newest_year=newest_year, within=within, within_words=within_words)


def read_time_cell(value: CellValue, recorded: str) -> TimeSpan:
    """The time of day in a cell; a fraction of a day counts as one. Raises NotADate."""
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, timedelta):
        value = value / timedelta(days=1)
    if isinstance(value, time):
        moment = value.replace(microsecond=0)
        return TimeSpan(moment, moment, exact=True)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if 0 <= value < 1:
            moment = (datetime.min + timedelta(seconds=round(value * 86_400))).time()
            return TimeSpan(moment, moment, exact=True)
        if value == int(value) and 100 <= value <= 2359:
            return read_time(f"{int(value):04d}")
    return read_time(recorded)


def with_time(day: UncertainDate, at: TimeSpan) -> UncertainDate:
    """`day` with the time of another column.

    Raises NotADate when the date is not one day, or already holds another time.
    """
    if day.start_time or day.end_time:
        if (day.start_time, day.end_time) == (at.start, at.end):
            return day
        raise NotADate("the date holds another time than the time column. Which is right?", Doubt.TWO_READINGS)
    span = at_time(Span(day.start, day.end, day.precision), at)
    return replace(
        day,
        end=span.end,
        precision=span.precision,
        start_time=span.start_time,
        end_time=span.end_time,
        approximate=day.approximate or at.approximate,
        doubtful=day.doubtful or at.doubtful,
        habit="; ".join((day.habit, *at.habits)),
    )


def _number(value: CellValue) -> float | None:
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, str):
        text = value.strip()
        if text.replace(".", "", 1).isdecimal() and len(text.split(".")[0]) in (4, 5):
            return float(text)
    return None


def _day_counted(number: float, recorded: str, from_1904: bool) -> datetime:
    zero = _DAY_ZERO_1904 if from_1904 else _DAY_ZERO
    days = number + 1 if not from_1904 and number < _PHANTOM_DAY else number
    if number < 1 or (not from_1904 and int(number) == _PHANTOM_DAY) or number > 73_050:
        raise NotADate("this number does not count days. What should it be?", Doubt.NUMBER, recorded)
    moment = zero + timedelta(seconds=round(days * 86_400))
    return moment


def _typed(moment: datetime, recorded: str, habit: str) -> UncertainDate:
    day, at = moment.date(), moment.time().replace(microsecond=0, tzinfo=None)
    if at == time.min:
        return UncertainDate(recorded, day, day, Precision.DAY, habit=habit)
    return UncertainDate(recorded, day, day, Precision.MINUTE, at, at, habit=habit)
