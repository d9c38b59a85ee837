"""How long it was between two dates, and how old somebody was, said no more exactly than the dates allow.

A date is its first and its last day. Where the shortest and the longest it can have been are said alike, that is
said; where they are near, "about"; else both. A month of age is over on the same day of the next month, or on the
last day of a month that has none.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

Span = tuple[date, date]
WEEKS_FROM, MONTHS_FROM, YEARS_FROM = 14, 92, 24  # days, days, months
NEAR = 0.2  # the part of the longer by which two lengths may differ and still be "about" one


def between(first: Span, second: Span) -> str:
    """How long it was from one date to another, in words; earlier or later, whichever way round they stand."""
    if first[0] == first[1] == second[0] == second[1]:
        return "the same day"
    if first[0] > second[0]:
        first, second = second, first
    least, most = (second[0] - first[1]).days, (second[1] - first[0]).days
    if least <= 0:
        widest = max((first[0], second[1]), (second[0], first[1]), key=lambda ends: ends[1] - ends[0])
        return f"up to {length(*widest)}, or at the same time"
    shortest, longest = length(first[1], second[0]), length(first[0], second[1])
    if shortest == longest:
        return shortest if least == most else f"about {shortest}"
    middle = length(first[1], date.fromordinal(first[1].toordinal() + (least + most) // 2))
    return f"about {middle}" if most - least <= NEAR * most else f"{shortest} to {longest}"


def age(born: Span, at: Span) -> str:
    """How old somebody born at `born` was at `at`; empty where that may be before birth."""
    if at[1] < born[0]:
        return "before birth"
    if at[0] < born[1]:
        return ""
    youngest, oldest = months(born[1], at[0]), months(born[0], at[1])
    if oldest == 0:
        return "under a month"
    if youngest == oldest:
        return in_months(youngest)
    if oldest - youngest <= max(2, NEAR * oldest):
        return f"about {in_months((youngest + oldest) // 2)}"
    return f"{in_months(youngest) if youngest else 'newborn'} to {in_months(oldest)}"


def months(first: date, last: date) -> int:
    """Full months from one day to another that is not before it."""
    told = (last.year - first.year) * 12 + last.month - first.month
    return told - (last.day < min(first.day, monthrange(last.year, last.month)[1]))


def length(first: date, last: date) -> str:
    """The time between two days as people say it."""
    days = (last - first).days
    if days < WEEKS_FROM:
        return counted(days, "day")
    if days < MONTHS_FROM:
        return counted(days // 7, "week")
    return in_months(months(first, last))


def in_months(count: int) -> str:
    """Months as people say them: from two years on with years."""
    if count < YEARS_FROM:
        return counted(count, "month")
    years, over = divmod(count, 12)
    return counted(years, "year") + (f" {counted(over, 'month')}" if over else "")


def counted(count: int, what: str) -> str:
    """A number of things."""
    return f"{count} {what}{'' if count == 1 else 's'}"
