"""Months, quarters and years. A source stands in a period only when the whole of its date does."""

import re
from calendar import month_name, monthrange
from datetime import date

UNITS = ("month", "quarter", "year")
_PERIOD = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?")
NOT_IN_ONE = {f"not-{unit}": unit for unit in UNITS}


def is_period(word: str) -> bool:
    """Whether a word names a period ("2024", "2024-Q2", "2024-05") or says that a date lies in no single one."""
    return word in NOT_IN_ONE or bool(_PERIOD.fullmatch(word))


def period_of(start: date | None, end: date | None, unit: str) -> str:
    """The one period a date lies in; "not-month" and so on for no date, or one that spreads over several."""
    if start is None or end is None or named(start, unit) != named(end, unit):
        return f"not-{unit}"
    return named(start, unit)


def named(day: date, unit: str) -> str:
    """The period of a unit that holds a day."""
    if unit == "year":
        return f"{day.year:04}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    return f"{day.year:04}-{day.month:02}"


def bounds(period: str) -> tuple[date, date]:
    """The first and last day of a period."""
    year, _, part = period.partition("-")
    if not part:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    first, last = (int(part[1]) * 3 - 2, int(part[1]) * 3) if part[0] == "Q" else (int(part), int(part))
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def in_words(period: str) -> str:
    """A period as people say it."""
    if period in NOT_IN_ONE:
        return f"In no single {NOT_IN_ONE[period]}"
    first, last = bounds(period)
    if first.month == last.month:
        return f"{month_name[first.month]} {first.year}"
    if len(period) == 4:
        return period
    return f"{month_name[first.month]} to {month_name[last.month]} {first.year}"


def in_order(periods: set[str]) -> list[str]:
    """Periods of one unit in the order of time, those in no single one last."""
    return sorted(periods, key=lambda period: (period in NOT_IN_ONE, period))
