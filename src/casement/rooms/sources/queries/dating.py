"""The date of a source in words, or what stands in the way of reading it."""

from casement.foundation.dates import NotADate, describe, read_date


def date_words(recorded: str) -> str:
    """A date as it was recorded, in words; as recorded when it cannot be read, empty when there is none."""
    if not recorded.strip():
        return ""
    try:
        return describe(read_date(recorded))
    except NotADate:
        return f"“{recorded}”"


def date_doubt(recorded: str) -> str:
    """The sentence that says why a recorded date could not be read; empty when it could."""
    if not recorded.strip():
        return ""
    try:
        read_date(recorded)
    except NotADate as no:
        return no.sentence
    return ""
