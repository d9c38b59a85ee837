"""Parts and weeks: early March 2019, end of April, w/c 12 May 2024, first week of June."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from casement.foundation.dates.days import day_in
from casement.foundation.dates.drafts import Draft, Reader, Span, year_from
from casement.foundation.dates.periods import months, period_in
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.uncertain import Precision

_PART = re.compile(
    r"(?:towards )?(?:(?P<early>early|(?:beginning|start)(?: of)?)|(?P<mid>mid|middle(?: of)?)"
    r"|(?P<late>late|end(?: of)?))"
    r"[\s\-]*(?:in )?(?P<rest>\S.*)"
)
_WEEK = re.compile(
    r"(?:(?P<first>w\s?/\s?c|wc|w\.c\.?|w\s?/\s?b|wb|week (?:commencing|beginning|starting|from))"
    r"|(?P<last>w\s?/\s?e|we|w\.e\.?|week ending)|(?P<around>week of))\b[.:]?\s*(?P<rest>\S.*)"
)
_WEEK_OF_MONTH = re.compile(r"(?P<n>first|1|second|2|third|3|fourth|4|last) week (?:of|in) (?P<rest>\S.*)")
_WEEKEND = re.compile(
    r"weekend of (?P<d>\d{1,2})\s?[/\-&]\s?(?P<e>\d{1,2}) (?P<rest>\S.*)|weekend of (?P<day>\S.*)"
)
_ISO_WEEK = re.compile(r"(\d{4})-?w(\d\d)")
_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def part_or_week_in(text: str, reader: Reader) -> Draft | None:
    """The part of a period or the week in `text`, or None when there is none."""
    if found := _WEEK.fullmatch(text):
        return _week(found, reader)
    if found := _PART.fullmatch(text):
        name = "early" if found["early"] else "mid" if found["mid"] else "late"
        inner = period_in(found["rest"], reader)
        return inner.then(_part(name), f"{name}: a third, about") if inner else None
    if found := _WEEK_OF_MONTH.fullmatch(text):
        inner = period_in(found["rest"], reader)
        return inner.then(_week_of_month(found["n"]), "a quarter of the month, about") if inner else None
    if found := _WEEKEND.fullmatch(text):
        inner = day_in(found["day"] or f"{found['d']} {found['rest']}", reader)
        return inner.then(_weekend, "Saturday and Sunday") if inner else None
    if found := _ISO_WEEK.fullmatch(text):
        year, number = year_from(found[1], reader)[0], int(found[2])
        try:
            start = date.fromisocalendar(year, number, 1)
        except ValueError:
            raise NotADate(f"{year} has no week {number}. What should it be?", Doubt.IMPOSSIBLE) from None
        span = Span(start, start + timedelta(6), Precision.WEEK)
        return Draft(lambda _: span, year, ("week number, Monday first",))
    return None


def _week(found: re.Match[str], reader: Reader) -> Draft | None:
    inner = day_in(found["rest"], reader)
    if inner is None:
        return None
    if found["first"]:
        return inner.then(_seven_days_from, "week beginning on that day")
    if found["last"]:
        return inner.then(_seven_days_to, "week ending on that day")
    return inner.then(_week_around, "Monday to Sunday")


def _seven_days_from(span: Span) -> Span:
    start = _only_day(span)
    return replace(span, end=start + timedelta(6), precision=Precision.WEEK)


def _seven_days_to(span: Span) -> Span:
    end = _only_day(span)
    if end.weekday() == 5:
        raise NotADate("this is a Saturday: is it the week that ends then, or the weekend?", Doubt.TWO_READINGS)
    return replace(span, start=end - timedelta(6), precision=Precision.WEEK)


def _week_around(span: Span) -> Span:
    day = _only_day(span)
    if day.weekday() == 6:
        raise NotADate("this is a Sunday: does the week begin or end then?", Doubt.TWO_READINGS)
    start = day - timedelta(day.weekday())
    return replace(span, start=start, end=start + timedelta(6), precision=Precision.WEEK)


def _weekend(span: Span) -> Span:
    day = _only_day(span)
    if day.weekday() < 5:
        raise NotADate("this is not a Saturday or a Sunday. Which weekend is meant?", Doubt.WEEKDAY)
    start = day - timedelta(day.weekday() - 5)
    return replace(span, start=start, end=start + timedelta(1), precision=Precision.RANGE)


def _only_day(span: Span) -> date:
    if span.start is None:  # pragma: no cover - a single day always has one
        raise NotADate("which day is meant?", Doubt.UNREAD)
    return span.start


def _part(name: str) -> Callable[[Span], Span]:
    third = ("early", "mid", "late").index(name)

    def narrow(span: Span) -> Span:
        start, end = span.start, span.end
        if start is None or end is None:
            raise NotADate("which part is meant?", Doubt.UNREAD)
        if span.precision is Precision.MONTH:
            first, last = ((1, 10), (11, 20), (21, end.day))[third]
            return replace(
                span, start=start.replace(day=first), end=start.replace(day=last),
                precision=Precision.PART_OF_MONTH, approximate=True,
            )  # fmt: skip
        if span.precision is Precision.YEAR:
            part = months(start.year, third * 4 + 1, third * 4 + 4, Precision.PART_OF_YEAR)
            return replace(part, approximate=True)
        if span.precision is Precision.DECADE:
            first, last = ((0, 3), (4, 6), (7, 9))[third]
            return replace(
                span, start=date(start.year + first, 1, 1), end=date(start.year + last, 12, 31),
                precision=Precision.RANGE, approximate=True,
            )  # fmt: skip
        days = (end - start).days + 1
        return replace(
            span, start=start + timedelta(days * third // 3),
            end=start + timedelta(days * (third + 1) // 3 - 1),
            precision=Precision.RANGE, approximate=True,
        )  # fmt: skip

    return narrow


def _week_of_month(name: str) -> Callable[[Span], Span]:
    def narrow(span: Span) -> Span:
        start = span.start
        if start is None or span.precision is not Precision.MONTH:
            raise NotADate("which month is meant?", Doubt.UNREAD)
        length = monthrange(start.year, start.month)[1]
        first = length - 6 if name == "last" else _NUMBERS[name] * 7 - 6
        return replace(
            span, start=start.replace(day=first), end=start.replace(day=first + 6),
            precision=Precision.WEEK, approximate=True,
        )  # fmt: skip

    return narrow
