"""Column headings as agencies write them, and the row they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from casement.rooms.chronology.rules.contents import is_date, is_time
from casement.rooms.chronology.vocabulary import Cell, Field

LOOKED_AT = 40  # rows; a heading further down than this is shown by the person
LIKE_ENOUGH = 86.0
_LONGEST = 80  # characters in a heading

WORDS: dict[Field, tuple[str, ...]] = {
    Field.DATE: (
        "date", "dt", "dates", "date of event", "event date", "date of contact", "contact date", "start date",
        "date from", "from date", "date started", "incident date", "date of incident", "when", "date of entry",
        "date and time", "date time",
    ),
    Field.TIME: ("time", "tm", "start time", "time from", "time of event", "time of contact", "event time"),
    Field.END_DATE: ("end date", "date to", "to date", "date ended", "finish date", "date until"),
    Field.END_TIME: ("end time", "time to", "finish time", "time ended"),
    Field.EVENT: (
        "event", "events", "what happened", "event contact", "contact event", "description", "details", "incident",
        "event details", "details of event", "description of event", "event description", "significant event",
        "key event", "contact", "nature of contact", "details of contact", "narrative", "what was recorded",
        "entry", "summary", "summary of event", "occurrence", "information",
    ),
    Field.SOURCE: (
        "source", "source record", "source of information", "information source", "source document", "record",
        "recorded in", "where recorded", "evidence source", "source of evidence", "document",
    ),
    Field.PRESENT: (
        "present", "who was present", "persons present", "people present", "officer", "worker", "practitioner",
        "professional", "professionals involved", "people involved", "persons involved", "staff", "staff member",
        "who", "who was seen", "seen by", "attendees", "attended by", "name of worker", "person seen",
    ),
    Field.ACTION: (
        "action", "actions", "action taken", "actions taken", "outcome", "outcomes", "response", "decision",
        "response or outcome", "action or outcome", "action or why none", "result", "decision and action",
        "what was done", "agency response",
    ),
    Field.ANALYSIS: (
        "analysis", "comment", "comments", "our view", "reflection", "significance", "author comment",
        "authors comments", "reviewer comment", "comment and analysis", "analysis of practice", "appraisal",
        "opinion", "views", "learning", "learning points", "observations", "commentary", "our comment",
        "agency comment", "evaluation", "practice issues",
    ),
    Field.REFERENCE: (
        "ref", "reference", "reference number", "ref no", "event ref", "sequence", "seq", "no", "number", "id",
        "item", "entry no", "row", "case number", "case ref",
    ),
}  # fmt: skip
_NEVER_THE_DATE = re.compile(r"\b(birth|dob|born|age|printed|updated|created|modified)\b")
_PHRASES = {phrase: field for field, phrases in WORDS.items() for phrase in phrases}


def plain_heading(text: str) -> str:
    """A heading in small letters without brackets, signs or doubled spaces."""
    text = re.sub(r"\([^)]*\)", " ", text.lower())
    return " ".join(re.sub(r"[^a-z\s]", " ", text.replace("'", "")).split())


@lru_cache(maxsize=2000)
def field_of(heading: str) -> tuple[Field, str] | None:
    """What a heading says its column is, with the words it is like; None when it says nothing known."""
    text = plain_heading(heading)
    if not text or len(heading) > _LONGEST or _NEVER_THE_DATE.search(text):
        return None
    if text in _PHRASES:
        return _PHRASES[text], text
    if len(text) > 3:
        like = process.extractOne(text, list(_PHRASES), scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH)
        if like is not None:
            return _PHRASES[str(like[0])], str(like[0])
    return None


def find_header(rows: Sequence[Sequence[Cell]]) -> int:
    """The index of the row that holds the headings, or -1 when no row does.

    The row with the most known headings wins, the first of them if several have as many; a table whose
    headings are all unknown is given the row of words above its first dates.
    """
    best, most = -1, 0
    for index, row in enumerate(rows[:LOOKED_AT]):
        texts = [cell.text for cell in row if cell.text.strip()]
        if len(texts) < 2 or any(is_date(cell) for cell in row):
            continue
        known = len({field_of(text) for text in texts} - {None})
        if known > most:
            best, most = index, known
    if most >= 2 or (most == 1 and _dates_follow(rows, best)):
        return best
    return _above_the_dates(rows)


def _dates_follow(rows: Sequence[Sequence[Cell]], index: int) -> bool:
    return any(is_date(cell) for row in rows[index + 1 : index + 6] for cell in row)


def _above_the_dates(rows: Sequence[Sequence[Cell]]) -> int:
    for index, row in enumerate(rows[:LOOKED_AT]):
        if any(is_date(cell) for cell in row):
            above = rows[index - 1] if index else ()
            words = [cell for cell in above if cell.text.strip() and not is_time(cell)]
            return index - 1 if len(words) >= 2 and all(len(c.text) <= _LONGEST for c in words) else -1
    return -1
