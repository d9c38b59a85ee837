"""The letters somebody got, as they read them: those sent to their own place, or to their agency's contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.letters.models import Dispatch
from casement.rooms.letters.queries.one import Paper, paper_of
from casement.rooms.letters.rules.shipped import shipped


@dataclass(frozen=True)
class MyLetter:
    """One letter to me. `key` is the dispatch it came by."""

    number: int
    paper: Paper
    at: datetime
    read_at: datetime | None


def mine(seat: Seat) -> QuerySet[Dispatch]:
    """What was sent to this seat to be read in Casement; the newest way of each letter counts."""
    rows = Dispatch.objects.filter(
        letter__review_id=seat.review, participation_id=seat.standing.participation_id or 0
    )
    return rows.filter(superseded=False).select_related("letter__review").order_by("-pk")


def my_letters(seat: Seat) -> tuple[MyLetter, ...]:
    """My letters, newest first."""
    found: dict[int, Dispatch] = {}
    for row in mine(seat):
        found.setdefault(row.letter_id, row)
    return tuple(_told(row) for row in found.values())


def my_letter(seat: Seat, number: int) -> MyLetter:
    """One letter to me; NotHere when there is none of this number."""
    row = mine(seat).filter(letter__number=number).first()
    if row is None:
        raise NotHere
    return _told(row)


def _told(row: Dispatch) -> MyLetter:
    letter = row.letter
    return MyLetter(
        letter.number, paper_of(letter, letter.title, letter.body, shipped()[letter.key].easy), row.at, row.read_at
    )
