"""Times of day as people write them: 0915hrs, 9.15am, afternoon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from casement.foundation.dates.refusals import Doubt, NotADate
from casement.foundation.dates.words import plain, split_doubt

PARTS = {
    "am": (time(0), time(11, 59)),
    "early hours": (time(0), time(5, 59)),
    "early morning": (time(5), time(8, 59)),
    "morning": (time(5), time(11, 59)),
    "late morning": (time(10), time(11, 59)),
    "lunchtime": (time(11, 30), time(14)),
    "lunch time": (time(11, 30), time(14)),
    "pm": (time(12), time(23, 59)),
    "afternoon": (time(12), time(17, 59)),
    "early afternoon": (time(12), time(14, 59)),
    "late afternoon": (time(15), time(17, 59)),
    "early evening": (time(16), time(19, 59)),
    "evening": (time(17), time(23, 59)),
    "late evening": (time(20), time(23, 59)),
    "noon": (time(12), time(12)),
    "midday": (time(12), time(12)),
    "12 noon": (time(12), time(12)),
    "12 midday": (time(12), time(12)),
}
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:\s?[:.h]\s?(?P<m>\d\d)(?:[:.](?P<s>\d\d)(?:\.\d+)?)?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    r"\s?(?P<hrs>hours|hrs?|h)?"
)
_FIGURES = re.compile(r"(?P<h>\d{1,2})(?P<m>\d\d)\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<hrs>hours|hrs?|h)?")
_ZONE = re.compile(r"\s?(z|utc|gmt|bst|\+\d\d:?\d\d)$")
_ZONE_OR_END = re.compile(r":\d\d:\d\d-\d\d:?\d\d$")
_BETWEEN = re.compile(r"\s(?:to|until|till)\s|\s?-\s?")


@dataclass(frozen=True)
class TimeSpan:
    """The first and last time some words mean; the same twice for a moment."""

    start: time
    end: time
    exact: bool
    approximate: bool = False
    doubtful: bool = False
    habits: tuple[str, ...] = ()


def read_time(recorded: str) -> TimeSpan:
    """The time of day that `recorded` means; raises NotADate with what to ask."""
    try:
        found = time_in(plain(recorded))
    except NotADate as error:
        raise error.about(recorded) from None
    if found is None:
        raise NotADate("this does not read as a time. What should it be?", Doubt.UNREAD, recorded)
    return found


def time_in(words: str) -> TimeSpan | None:
    """The time in words already made plain, or None when they are not about a time."""
    text, approximate, doubtful = split_doubt(words)
    text = re.sub(r"^(?:at|@)\s?|^in\s|^(?:from|between)\s(?=.*(?:\sto\s|\sand\s|-))", "", text)
    text = re.sub(r"(?<=[\dm])\sand\s(?=\d)", " to ", text) if words.startswith("between ") else text
    habits: tuple[str, ...] = ()
    zone = _ZONE.search(text)
    if zone and re.search(r"\d\d$", text[: zone.start()]):
        text, habits = text[: zone.start()], (f"time kept as written ({zone[1].upper()})",)
    if _ZONE_OR_END.search(text):
        return None
    if text in PARTS:
        start, end = PARTS[text]
        return TimeSpan(start, end, start == end, approximate, doubtful, habits)
    if text in ("midnight", "12 midnight") or re.fullmatch(r"24[:.]?00\s?(?:hrs?|hours|h)?", text):
        raise NotADate("is this the start or the end of the day? Write 00:00 or 23:59.", Doubt.TWO_READINGS)
    ends = _BETWEEN.split(text)
    if len(ends) == 2:
        half = re.search(r"[ap]\.?m\.?$", ends[1])
        last = _moment(ends[1], alone=False)
        first = _moment(ends[0], alone=False) if last else None
        if not re.search(r"\d\d\D?\d\d|m\.?$", text):
            return None
        if first and last and half and not re.search(r"m\.?$", ends[0]) and first < time(13):
            # "7-8pm" shares its pm; "10-2pm" cannot.
            shared = _moment(f"{ends[0]} {half[0]}", alone=False)
            shares = shared is not None and shared <= last
            first = shared if shared and shares else first
            habits += (f"first time read as {first:%H:%M}",)
        return TimeSpan(first, last, True, approximate, doubtful, habits) if first and last else None
    moment = _moment(text, alone=True)
    return TimeSpan(moment, moment, True, approximate, doubtful, habits) if moment else None


def _moment(text: str, *, alone: bool) -> time | None:
    """One time; a bare figure such as "9" is a time only beside another end ("9-10am")."""
    if text in ("noon", "midday"):
        return time(12)
    match = _FIGURES.fullmatch(text) or _CLOCK.fullmatch(text)
    if match is None:
        return None
    found = match.groupdict()
    hour, minute, second = int(found["h"]), int(found["m"] or 0), int(found.get("s") or 0)
    if not found["m"] and not found["half"] and (alone or found["hrs"]):
        return None
    if len(found["h"]) == 1 and match.re is _FIGURES and not (found["half"] or found["hrs"]):
        return None
    if hour > 23 or minute > 59 or second > 59:
        raise NotADate("there is no such time of day. What should it be?", Doubt.IMPOSSIBLE)
    if found["half"]:
        if hour > 12 and found["half"].startswith("a"):
            raise NotADate("this is a time after noon, marked am. Which is right?", Doubt.IMPOSSIBLE)
        if hour == 0 and found["half"].startswith("p"):
            raise NotADate("this is a time before noon, marked pm. Which is right?", Doubt.IMPOSSIBLE)
        if hour <= 12:
            hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return time(hour, minute, second)
