"""Single days as people write them: 03/04/21, 3rd Apr '21, 2021-04-03, Boxing Day 2022."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.easter import easter

from casement.foundation.dates.drafts import Draft, Reader, Span, year_from
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.uncertain import Precision
from casement.foundation.dates.words import MONTH, MONTHS, WEEKDAYS, month_number, without_weekday

_GAP = r"[\s./,\-]*"
_YEAR = r"'?(?P<y>\d{4}|\d{2})"
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_COMPACT_DAY_FIRST = re.compile(r"(\d\d)(\d\d)((?:19|20)\d\d)")
_NUMERIC = re.compile(r"(\d{1,2})\s?[./,\-\s]\s?(\d{1,2})(?:\s?[./,\-\s]\s?'?(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(rf"(?P<d>\d{{1,2}}){_GAP}(?P<m>{MONTH})(?:{_GAP}{_YEAR})?")
_MONTH_DAY = re.compile(rf"(?P<m>{MONTH})\s?-?(?P<d>\d{{1,2}})(?:(?:,\s?|\s|-)(?P<y>\d{{4}})|,\s?'?(?P<yy>\d\d))")
_YEAR_MONTH_DAY = re.compile(rf"(?P<y>\d{{4}})[\s\-,]+(?P<m>{MONTH})[\s\-,]+(?P<d>\d{{1,2}})")
_NAMED = re.compile(r"(?P<name>[a-z' ]+?)(?: '?(?P<y>\d{4}|\d{2}))?")

_FIXED_DAYS = {
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "st valentine's day": (2, 14),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "xmas eve": (12, 24),
    "xmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
}
_EASTER_DAYS = {
    "good friday": -2,
    "easter saturday": -1,
    "easter sunday": 0,
    "easter monday": 1,
    "easter day": 0,
}


def day_in(text: str, reader: Reader) -> Draft | None:
    """The day in `text`, with its day of the week checked, or None when it is not a day."""
    draft = _bare_day(text, reader)
    if draft is not None:
        return draft
    rest, weekday = without_weekday(text)
    draft = _bare_day(rest, reader) if weekday is not None else None
    return on_weekday(draft, weekday) if draft else None


def one_day(year: int, month: int, day: int) -> Span:
    """That day; raises NotADate naming why there is none."""
    if not 1 <= month <= 12:
        raise NotADate(f"there is no month {month}. What should it be?", Doubt.IMPOSSIBLE)
    if not 1 <= day <= monthrange(year, month)[1]:
        raise NotADate(_no_such_day(year, month, day), Doubt.IMPOSSIBLE)
    return Span(date(year, month, day), date(year, month, day), Precision.DAY)


def _no_such_day(year: int, month: int, day: int) -> str:
    if not 1 <= day <= 31:
        return f"there is no day {day} in a month. What should it be?"
    named = f"February {year}" if month == 2 else MONTHS[month - 1].title()
    return f"{named} has {monthrange(year, month)[1]} days. What should it be?"


def _bare_day(text: str, reader: Reader) -> Draft | None:
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(found[1], int(found[2]), int(found[3]), reader, "year first")
    if (found := _COMPACT_DAY_FIRST.fullmatch(text)) and reader.order == "DMY":
        text = "/".join(found.groups())
    if found := _NUMERIC.fullmatch(text):
        return _numeric(int(found[1]), int(found[2]), found[3], reader)
    if found := _DAY_MONTH.fullmatch(text) or _YEAR_MONTH_DAY.fullmatch(text):
        return _day(found["y"], month_number(found["m"]), int(found["d"]), reader, "month in words")
    if found := _MONTH_DAY.fullmatch(text):
        year = found["y"] or found["yy"]
        return _day(year, month_number(found["m"]), int(found["d"]), reader, "month in words")
    if found := _NAMED.fullmatch(text):
        return _named_day(found["name"], found["y"], reader)
    return None


def _day(year: str | None, month: int, day: int, reader: Reader, habit: str, *, swap: bool = False) -> Draft:
    number, habits = year_from(year, reader) if year else (None, ())
    if number is None and 1 <= month <= 12:
        one_day(2000, month, day)  # impossible in every year: say so before asking for the year
    return Draft(
        lambda chosen: one_day(chosen, month, day),
        number,
        (habit, *habits),
        swap,
        lambda other: _day(year, month, other, reader, habit),
    )


def _numeric(first: int, second: int, year: str | None, reader: Reader) -> Draft:
    month_first = reader.order == "MDY"
    day, month = (second, first) if month_first else (first, second)
    if month > 12 and 1 <= day <= 12:
        other = "day" if month_first else "month"
        raise NotADate(
            f"there is no month {month}. If this file writes the {other} first, say so for its dates. "
            "Otherwise, what should it be?",
            Doubt.IMPOSSIBLE,
        )
    if not 1 <= month <= 12:
        raise NotADate(f"there is no month {month}. What should it be?", Doubt.IMPOSSIBLE)
    swap = 1 <= day <= 12 and day != month
    return _day(year, month, day, reader, "month first" if month_first else "day first", swap=swap)


def _named_day(name: str, year: str | None, reader: Reader) -> Draft | None:
    build: Callable[[int], Span]
    if name in _FIXED_DAYS:
        month, day = _FIXED_DAYS[name]
        build = lambda chosen: one_day(chosen, month, day)  # noqa: E731
    elif name in _EASTER_DAYS:
        offset = timedelta(_EASTER_DAYS[name])

        def build(chosen: int) -> Span:
            day = easter(chosen) + offset
            return Span(day, day, Precision.DAY)
    else:
        return None
    number, habits = year_from(year, reader) if year else (None, ())
    return Draft(build, number, ("named day", *habits))


def on_weekday(draft: Draft, weekday: int | None) -> Draft:
    """`draft`, refused when it falls on another day of the week than was written beside it."""
    if weekday is None:
        return draft

    def check(span: Span) -> Span:
        if span.start is not None and span.start.weekday() != weekday:
            written = f"{span.start.day} {MONTHS[span.start.month - 1].title()} {span.start.year}"
            was = WEEKDAYS[span.start.weekday()].title()
            raise NotADate(
                f"{written} was a {was}, not a {WEEKDAYS[weekday].title()}. Which is right?", Doubt.WEEKDAY
            )
        return span

    # The day of the week settles which of day and month comes first.
    checked = draft.then(check, "day of the week checked")
    return replace(checked, on_day=draft.on_day, other_order=draft.other_order and draft.year is None)
