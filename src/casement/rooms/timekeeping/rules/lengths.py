"""Lengths of time as people write them. Plain Python."""

from __future__ import annotations

import re

MOST = 24 * 60  # of one entry
NO_LENGTH = "Write how long it took, such as 1h 30, 45 min or 1.5 hours."
TOO_LONG = "One entry holds at most 24 hours. Add the days one by one."
MINUTES_MEANT = "Say whether this is hours or minutes, such as {number} min."
_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_HOURS = re.compile(rf"({_NUMBER})\s*(?:h|hr|hrs|hour|hours)?", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minute|minutes)\.?", re.IGNORECASE)
_BOTH = re.compile(
    r"(\d{1,2})\s*(?:h|hr|hrs|hour|hours|:)\s*(?:and\s*)?([0-5]?\d)\s*(?:m|min|mins|minute|minutes)?\.?",
    re.IGNORECASE,
)


class Unclear(ValueError):
    """These words are no length; the text is the sentence that says so."""


def minutes_of(told: str, *, most: int = MOST) -> int:
    """The minutes in words such as "1h 30", "1:30", "45 min", "1.5" or "2 hours"; a bare number means hours.

    Raises Unclear with a sentence for anything else, for nothing, and for more than `most`.
    """
    words = " ".join(told.split())
    if found := _BOTH.fullmatch(words):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _MINUTES.fullmatch(words):
        minutes = int(found[1])
    elif found := _HOURS.fullmatch(words):
        hours = float(found[1].replace(",", "."))
        if words == found[1] and hours > 12 and most == MOST:
            raise Unclear(MINUTES_MEANT.format(number=found[1]))
        minutes = round(hours * 60)
    else:
        raise Unclear(NO_LENGTH)
    if minutes < 1:
        raise Unclear(NO_LENGTH)
    if minutes > most:
        raise Unclear(TOO_LONG if most == MOST else "This is too much. Check the figure.")
    return minutes


def length_in_words(minutes: int) -> str:
    """Minutes as "1 h 30 min", "45 min" or "2 h"."""
    hours, rest = divmod(minutes, 60)
    told = ([f"{hours:,} h"] if hours else []) + ([f"{rest} min"] if rest or not hours else [])
    return " ".join(told)
