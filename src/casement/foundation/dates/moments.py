"""One day or period with its time and its words of doubt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from casement.foundation.dates.days import day_in
from casement.foundation.dates.drafts import Draft, Reader, Span
from casement.foundation.dates.periods import period_in
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.times import TimeSpan, time_in
from casement.foundation.dates.uncertain import Precision
from casement.foundation.dates.weeks import part_or_week_in
from casement.foundation.dates.words import split_doubt

_FOUR_FIGURES = re.compile(r"\W*\d{4}\W*")
_BEFORE_A_TIME = re.compile(r"[\s,@]+(?:at\s|@\s?)?|\s?(?=\()")


def single_in(text: str, reader: Reader) -> Draft | None:
    """A day or a period without a second end, with or without a time."""
    draft = day_in(text, reader) or period_in(text, reader) or part_or_week_in(text, reader)
    if draft is not None:
        return draft
    bare, approximate, doubtful = split_doubt(text)
    if approximate or doubtful:
        inner = single_in(bare, reader)
        return inner and replace(inner.then(with_doubt(approximate, doubtful)), on_day=inner.on_day)
    return _with_time(text, reader)


def _with_time(text: str, reader: Reader) -> Draft | None:
    for left, right in splits(text, _BEFORE_A_TIME):
        for words, clock in ((left, right), (right.removeprefix("on "), left.removesuffix(" of"))):
            bare, approximate, doubtful = split_doubt(words.strip(" ,-@"))
            at, refusal = _time(clock.strip("()@- "))
            day = day_in(bare, reader) if at or refusal else None
            if day is None or (day.year is None and _FOUR_FIGURES.fullmatch(clock)):
                continue  # "3 April" and four figures is a year, never a time
            if refusal:
                raise refusal
            if at:
                sure = with_doubt(approximate or at.approximate, doubtful or at.doubtful)
                return day.then(_at(at)).then(sure).noting(*at.habits)
    return None


def _time(words: str) -> tuple[TimeSpan | None, NotADate | None]:
    try:
        return time_in(words), None
    except NotADate as refusal:
        return None, refusal


def _at(at: TimeSpan) -> Callable[[Span], Span]:
    return lambda span: at_time(span, at)


def at_time(span: Span, at: TimeSpan) -> Span:
    """A single day with its time; times that run past midnight end on the next day."""
    if span.start is None or span.start != span.end:
        raise NotADate("a time goes with one day. Which day is meant?", Doubt.TWO_READINGS)
    end = span.start + timedelta(1) if at.end < at.start else span.start
    precision = Precision.MINUTE if at.exact else Precision.PART_OF_DAY
    return replace(span, end=end, precision=precision, start_time=at.start, end_time=at.end)


def with_doubt(approximate: bool, doubtful: bool) -> Callable[[Span], Span]:
    """The change that adds "about" or "perhaps" to some days."""
    return lambda span: replace(
        span, approximate=span.approximate or approximate, doubtful=span.doubtful or doubtful
    )


def splits(text: str, join: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each way of parting `text` where `join` is found."""
    for found in join.finditer(text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if left and right:
            yield left, right
