"""Dates with two ends or an open one: 3-5 May 2024, between, before, since."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from casement.foundation.dates.days import on_weekday
from casement.foundation.dates.drafts import Draft, Reader, Span
from casement.foundation.dates.moments import single_in, splits, with_doubt
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.uncertain import Precision
from casement.foundation.dates.words import split_doubt, without_weekday

_BOUNDS = (
    (re.compile(r"(?:on or before|by|until|up to|no later than|till?)\s+(?P<rest>\S.*)"), "by"),
    (re.compile(r"(?:some ?time )?(?:before|prior to|pre)[\s\-]+(?P<rest>\S.*)"), "before"),
    (re.compile(r"(?:on or after|since|from|not before)\s+(?P<rest>\S.*)"), "since"),
    (re.compile(r"(?:some ?time )?(?:after|following|post)[\s\-]+(?P<rest>\S.*)"), "after"),
    (
        re.compile(r"(?P<rest>.*?\S)[\s\-]+(?:onwards?|ongoing|(?:to |until )?(?:present|date|now|ongoing))"),
        "since",
    ),
)
_SLASH = re.compile(r"\s?/\s?")
_JOINS = (re.compile(r"\s(?:to|until|till|through)\s"), re.compile(r"\s-\s"), re.compile(r"\s?-\s?"), _SLASH)
_DAY_ONLY = re.compile(r"\d{1,2}")


def draft_in(text: str, reader: Reader) -> Draft | None:
    """Everything that can be read in plain words, or None when they are no date."""
    single = single_in(text, reader)
    if single is not None:
        return single
    bare, approximate, doubtful = split_doubt(text)
    if approximate or doubtful:
        inner = draft_in(bare, reader)
        return inner.then(with_doubt(approximate, doubtful)) if inner else None
    return _bound(text, reader, single_in) or _range(text, reader) or _bound(text, reader, _range)


def _bound(text: str, reader: Reader, inside: Callable[[str, Reader], Draft | None]) -> Draft | None:
    for pattern, kind in _BOUNDS:
        found = pattern.fullmatch(text)
        inner = inside(found["rest"], reader) if found else None
        if inner:
            return inner.then(_opened(kind))
    return None


def _opened(kind: str) -> Callable[[Span], Span]:
    def opened(span: Span) -> Span:
        if span.start is None or span.end is None:
            raise NotADate("this has two limits. What is meant?", Doubt.TWO_READINGS)
        day = timedelta(1)
        match kind:
            case "by":
                return replace(span, start=None, start_time=None, precision=Precision.BEFORE)
            case "since":
                return replace(span, end=None, end_time=None, precision=Precision.AFTER)
            case "before":
                end = span.start if span.start_time else span.start - day
                return replace(
                    span, start=None, start_time=None, end=end, end_time=span.start_time,
                    precision=Precision.BEFORE,
                )  # fmt: skip
            case _:
                start = span.end if span.end_time else span.end + day
                return replace(
                    span, start=start, start_time=span.end_time, end=None, end_time=None,
                    precision=Precision.AFTER,
                )  # fmt: skip

    return opened


def _range(text: str, reader: Reader) -> Draft | None:
    text = re.sub(r"^(?:from|between|overnight|night of)\s+", "", _and_to(text))
    refusal: NotADate | None = None
    for join in _JOINS:
        for left, right in splits(text, join):
            try:
                draft = _both(left, right, reader)
            except NotADate as error:
                if join is not _SLASH:  # a slash joins figures of one date far oftener than two dates
                    refusal = refusal or error
                continue
            if draft is not None:
                return draft
    if refusal is not None:
        raise refusal
    return None


def _and_to(text: str) -> str:
    """The words of a range, where "between A and B" means "A to B"."""
    return re.sub(r"\s(?:and|&)\s", " to ", text, count=1) if text.startswith("between ") else text


def _both(left: str, right: str, reader: Reader) -> Draft | None:
    end = single_in(right, reader)
    if end is None:
        return None
    left_day, weekday = without_weekday(left)
    if _DAY_ONLY.fullmatch(left_day) and end.on_day is not None:
        start: Draft | None = on_weekday(end.on_day(int(left_day)), weekday)
    else:
        start = single_in(left, reader)
    return _joined(start, end) if start is not None else None


def _joined(first: Draft, last: Draft) -> Draft:
    """The two ends as one; an end without its year takes it from the other."""
    habits = first.habits + last.habits
    if (first.year is None) != (last.year is None):
        habits += ("one year for both ends",)

    def build(year: int) -> Span:
        start = first.build(year if first.year is None else first.year)
        end = last.build(year if last.year is None else last.year)
        if start.start is not None and end.end is not None and start.start > end.end:
            if first.year is None and last.year is not None:
                start = first.build(year - 1)
            elif first.year is None:
                end = last.build(year + 1)
            else:
                raise NotADate("the end comes before the start. Which is right?", Doubt.BACKWARDS)
        return Span(
            start.start, end.end, Precision.RANGE, start.start_time, end.end_time,
            start.approximate or end.approximate, start.doubtful or end.doubtful,
        )  # fmt: skip

    return Draft(build, last.year or first.year, habits, first.other_order or last.other_order)
