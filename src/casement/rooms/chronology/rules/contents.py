"""What the cells of a column are like: dates, times, comment or plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from casement.foundation.dates import Doubt, NotADate, read_cell, read_time_cell
from casement.rooms.chronology.vocabulary import Cell

# Words that weigh or explain; a record of fact has few of them.
_COMMENT = re.compile(
    r"\b(should(?: have)?|could have|would have|ought to|in (?:my|our) (?:view|opinion)|it (?:appears|seems)"
    r"|seem(?:s|ed)|appear(?:s|ed) to|good practice|poor practice|best practice|hard to engage|missed opportunit"
    r"(?:y|ies)|on reflection|with hindsight|lack of|unclear why|no evidence (?:of|that)|not clear"
    r"|(?:in)?appropriate(?:ly)?|in line with|expected|significant(?:ly)?"
    r"|this (?:shows|suggests|indicates|was a))\b",
    re.IGNORECASE,
)
_NEEDS_MORE_FIGURES = re.compile(r"\d{1,8}(?:\.0)?")


@dataclass(frozen=True)
class Content:
    """Shares of the filled cells of a column, from 0 to 1, and how long their texts are."""

    filled: int
    dates: float
    times: float
    comment: float
    average_length: float


def is_date(cell: Cell) -> bool:
    """Whether a cell holds a date beyond doubt or one that only lacks a correction."""
    if isinstance(cell.value, datetime | date):
        return True
    if not cell.text.strip() or len(cell.text) > 60 or _NEEDS_MORE_FIGURES.fullmatch(cell.text.strip()):
        return False
    try:
        return read_cell(cell.value, cell.text).start is not None
    except NotADate as error:
        return error.kind in (Doubt.IMPOSSIBLE, Doubt.NO_YEAR, Doubt.WEEKDAY) and any(map(str.isdigit, cell.text))


def is_time(cell: Cell) -> bool:
    """Whether a cell holds a time of day."""
    if isinstance(cell.value, time | timedelta):
        return True
    if not cell.text.strip() or len(cell.text) > 30 or isinstance(cell.value, datetime | date):
        return False
    try:
        read_time_cell(cell.value, cell.text)
    except NotADate:
        return False
    return True


def content_of(cells: Sequence[Cell]) -> Content:
    """What the filled cells among `cells` are like."""
    filled = [cell for cell in cells if cell.text.strip()]
    if not filled:
        return Content(0, 0, 0, 0, 0)

    def share(count: int) -> float:
        return count / len(filled)

    return Content(
        len(filled),
        share(sum(map(is_date, filled))),
        share(sum(map(is_time, filled))),
        share(sum(bool(_COMMENT.search(cell.text)) for cell in filled)),
        share(sum(len(cell.text) for cell in filled)),
    )
