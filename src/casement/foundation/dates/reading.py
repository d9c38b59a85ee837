"""Reads a date as people write it, and refuses rather than guesses."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from casement.foundation.dates.drafts import Draft, Order, Reader, settle
from casement.foundation.dates.moments import single_in
from casement.foundation.dates.ranges import draft_in
from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.times import time_in
from casement.foundation.dates.uncertain import Precision, UncertainDate
from casement.foundation.dates.words import plain

_DAY_ONLY = re.compile(r"\d{1,2}")
LONGEST = 200  # characters; a longer cell is prose, and is not searched for dates

_BLANK = re.compile(r"(?:|-+|n/?a|none|nil)")
_UNKNOWN = re.compile(
    r"(?:\?+|unknown|not known|n/?k|undated|no date|tbc|(?:date )?not (?:recorded|known|given|stated)"
    r"|date unknown|unknown date)"
)
_ELSEWHERE = re.compile(
    r"(?:ditto|\"|''|same(?: day| date)?|as above|see above|(?:same )?as before|later that day)"
)


def read_date(
    recorded: str,
    *,
    order: Order = "DMY",
    newest_year: int | None = None,
    within: tuple[date, date] | None = None,
    within_words: str = "the only one that fits the period",
) -> UncertainDate:
    """The date that `recorded` means, with every rule that read it named in its `habit`.

    `order` holds for figures such as 03/04/21; a year first (2021-04-03) is never swapped. A year of
    two figures means the latest such year not after `newest_year` (next year, unless told). A missing
    year is asked for, unless exactly one fits `within`, which `within_words` then explains. Raises
    NotADate for whatever would need a guess.
    """
    newest = date.today().year + 1 if newest_year is None else newest_year
    outcome = _cached(recorded, Reader(order, newest, within, within_words))
    if isinstance(outcome, NotADate):
        raise outcome.about(recorded)
    return outcome


@lru_cache(maxsize=20_000)
def _cached(recorded: str, reader: Reader) -> UncertainDate | NotADate:
    try:
        return _read(recorded, reader)
    except NotADate as error:
        return NotADate(error.why, error.kind)


def _read(recorded: str, reader: Reader) -> UncertainDate:
    if len(recorded) > LONGEST:
        raise NotADate("this is too long to be a date. What should it be?", Doubt.UNREAD)
    text = plain(recorded)
    if _BLANK.fullmatch(text):
        raise NotADate("there is no date here. What should it be?", Doubt.BLANK)
    if _UNKNOWN.fullmatch(text):
        return UncertainDate(recorded, None, None, Precision.UNKNOWN, habit="recorded as not known")
    if _ELSEWHERE.fullmatch(text):
        raise NotADate("this points to another row. Which date is meant?", Doubt.ELSEWHERE)
    draft = draft_in(text, reader)
    if draft is None:
        raise _unread(text, reader)
    span, habits = settle(draft, reader)
    return UncertainDate(
        recorded, span.start, span.end, span.precision, span.start_time, span.end_time,
        span.approximate, span.doubtful, draft.other_order, "; ".join(dict.fromkeys(habits)),
    )  # fmt: skip


def _unread(text: str, reader: Reader) -> NotADate:
    """The refusal that says most about words which are no date."""
    if time_in(text) is not None:
        return NotADate("this is a time without a day. Which day?", Doubt.ONLY_TIME)
    if re.fullmatch(r"\d{5}(?:\.\d+)?", text):
        return NotADate("this is a bare number. Does it count days, as spreadsheets do?", Doubt.NUMBER)
    if re.fullmatch(r"\d{6}", text):
        return NotADate("six figures can be read in several ways. Write it as 3/4/2021.", Doubt.TWO_READINGS)
    pieces = [piece for piece in re.split(r"\s?(?:,|;|&|\+|\sand\s)\s?", text) if piece]
    if len(pieces) > 1 and all(_DAY_ONLY.fullmatch(p) or _quietly(p, reader) for p in pieces):
        return NotADate("more than one date is written here. Give each its own row.", Doubt.TWO_DATES)
    return NotADate("this does not read as a date. What should it be?", Doubt.UNREAD)


def _quietly(text: str, reader: Reader) -> Draft | None:
    try:
        return single_in(text, reader)
    except NotADate:
        return None
