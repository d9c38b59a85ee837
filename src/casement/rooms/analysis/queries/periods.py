"""Dates of episodes in words, and dates read from what somebody typed."""

from datetime import date

from casement.foundation.dates import NotADate, UncertainDate, describe, read_date


def read(recorded: str) -> UncertainDate | None:
    """The date somebody typed; None when the field is empty. Raises NotADate for what would need a guess."""
    return read_date(recorded.strip()) if recorded.strip() else None


def in_words(recorded: str, start: date | None, end: date | None) -> str:
    """A stored date in words: as it is read now when that agrees with what was stored, else as recorded."""
    if not recorded:
        return ""
    try:
        told = read_date(recorded)
    except NotADate:
        return recorded
    return describe(told) if (told.start, told.end) == (start, end) else recorded


def period(began: str, until: str) -> str:
    """A period in words."""
    if began and until and began != until:
        return f"{began} to {until}"
    return began or until or "Not dated yet"
