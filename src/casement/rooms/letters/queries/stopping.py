"""What stops a letter now: a hold of what it is for, or that its recipient may not be approached."""

from __future__ import annotations

from casement.rooms.letters.models import Letter
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.proceedings.queries import flag_of, held


def stopped_by(row: Letter) -> str:
    """One sentence saying what stops this letter, without the reason; empty when nothing does."""
    told = shipped()[row.key]
    if told.checks_flag and row.participation_id is not None and (flag := flag_of(row.participation_id)).stops:
        return flag.sentence
    if told.stops_for and (hold := held(row.review_id, told.stops_for)):
        return hold.sentence
    return ""
