"""When those the review is about were born, for those who may weigh what is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.dates import earliest, latest
from casement.rooms.chronology.models import Birth
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, date_of, in_words
from casement.rooms.chronology.rules.lengths import Span


@dataclass(frozen=True)
class Born:
    """Who, when in words, and the first and last day that can mean."""

    number: int
    label: str
    when: str
    span: Span


def births(seat: Seat) -> tuple[Born, ...]:
    """Those that stand; none for a seat that may not weigh the chronology. One query at most."""
    if not allows(seat.standing, Action.CHRONOLOGY_KNOWN):
        return ()
    rows = Birth.objects.filter(review_id=seat.review, taken_back_at=None).order_by("number")
    told = []
    for number, label, *columns in rows.values_list("number", "label", *DATE_COLUMNS):
        when = date_of(*columns)
        told.append(Born(number, label, in_words(*columns), (earliest(when).date(), latest(when).date())))
    return tuple(told)
