"""The words dates are written in: months, days of the week, and marks of doubt."""

from __future__ import annotations

import re
import unicodedata

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_QUOTES = re.compile("[\u2018\u2019\u02bc\u0060\u00b4]")
_SAYS_LESS = re.compile(r"[\s,]*\(?\bexact (?:date|day|time) (?:is )?(?:un|not )(?:known|recorded)\)?$")
_ORDINAL = re.compile(r"\b(\d{1,2})\s?(?:st|nd|rd|th)\b")
_LEADING_DAY = re.compile(rf"^({WEEKDAY})[\s,\-]*(?=\S)")
_TRAILING_DAY = re.compile(rf"(?<=\S)[\s,\-]+\(?({WEEKDAY})\)?$")


def month_number(word: str) -> int:
    """1 for "Jan" or "january."."""
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3]))


def weekday_number(word: str) -> int:
    """0 for "Mon" or "monday"."""
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def plain(recorded: str) -> str:
    """The words in one spelling: small letters, single spaces, one kind of dash and quote."""
    text = unicodedata.normalize("NFKC", recorded).lower()
    text = _QUOTES.sub("'", _DASHES.sub("-", text))
    text = _SAYS_LESS.sub("", _ORDINAL.sub(r"\1", text))
    text = re.sub(r"\bthe\b|\bdated?:?(?=\s)", " ", text)
    text = re.sub(r"(?<=\d)t(?=\d\d:)", " ", text)
    text = re.sub(r"(?<=\d)\s+of\s+(?=[a-z])", " ", text)
    return " ".join(text.split()).strip(" .,;:")


def without_weekday(text: str) -> tuple[str, int | None]:
    """`text` without a day of the week at either end, and which day that was."""
    for pattern in (_LEADING_DAY, _TRAILING_DAY):
        found = pattern.search(text)
        if found:
            rest = (text[: found.start()] + text[found.end() :]).strip(" ,-")
            return rest, weekday_number(found[1])
    return text, None


def split_doubt(text: str) -> tuple[str, bool, bool]:
    """`text` without its words of doubt, then whether it said about and whether it said perhaps."""
    approximate = doubtful = False
    while True:
        for pattern, is_about in _DOUBTS:
            found = pattern.search(text)
            if found and found.end() - found.start() < len(text):
                text = (text[: found.start()] + text[found.end() :]).strip(" ,;")
                approximate, doubtful = approximate or is_about, doubtful or not is_about
                break
        else:
            return text, approximate, doubtful


_ABOUT = r"(?:circa|approximately|approx|(?:on or )?(?:about|around)|roughly|estimated|est)\b\.?"
_PERHAPS = r"(?:possibly|probably|perhaps|maybe|thought to be|believed to be)\b"
_DOUBTS = (
    (re.compile(rf"^(?:{_ABOUT}|ca?\.\s*|ca?\s+|c(?=\d)|[~≈])\s*(?:on |in )?"), True),
    (re.compile(rf"(?:\s*\(\s*{_ABOUT}\s*\)|\s+{_ABOUT}|\s*\(c\.?\)|\s*[~≈]|\s+or thereabouts)$"), True),
    (re.compile(rf"^(?:\?+|{_PERHAPS})\s*(?=[\w(])(?:on |in )?"), False),
    (re.compile(rf"(?:\s*\(\s*\?+\s*\)|\s*\?+|\s+\(?{_PERHAPS}\)?)$"), False),
)
