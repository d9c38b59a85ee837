"""Who told whom of one entry, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.chronology.models import Entry, Telling
from casement.rooms.chronology.queries.dating import DATE_COLUMNS, in_words
from casement.rooms.chronology.queries.reaching import readable


@dataclass(frozen=True)
class TellingLine:
    """One telling. `learnt` is the agency of the entry itself, which came to know of it later."""

    number: int
    told_by: str
    told: str
    when: str
    means: str
    shown_by: str
    learnt: bool
    dated: bool


def tellings(seat: Seat, entry: int) -> tuple[TellingLine, ...]:
    """Who told whom of the entry of this number, in the order of time; those taken back are left out."""
    rows = Telling.objects.filter(review_id=seat.review, entry__number=entry, taken_back_at=None)
    rows = rows.filter(entry__in=Entry.objects.filter(readable(seat)))
    names = ("number", "told_by__name", "told__name", "role__role_label", "means", "shown_by", "told_id",
             "entry__agency_id", "role_id")  # fmt: skip
    return tuple(
        TellingLine(
            number, by or "", role or told or "", in_words(*when), means, shown,
            told_id is not None and told_id == agency and role_id is None, when[2] is not None,
        )
        for number, by, told, role, means, shown, told_id, agency, role_id, *when in rows.order_by(
            "date_start", "number"
        ).values_list(*names, *DATE_COLUMNS)
    )  # fmt: skip
