"""When somebody the review is about was born: recorded as exactly as it is known, so that ages can be shown."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.dates import Precision
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.entries import read_when
from casement.rooms.chronology.models import Birth
from casement.rooms.chronology.queries.dating import columns_of


@command(Action.CHRONOLOGY_LINK)
def record_birth(seat: Seat, *, label: str, date: str) -> Birth:
    """Record when `label`, as the review calls them, was born: a day, a month, a year, or about then.

    One that is recorded again under the same label takes the place of the earlier. Refused without a label, and
    when the date cannot be read or is open at an end.
    """
    if not label.strip():
        raise Refused("Say who was born then, as you call them in the review.", field="label")
    when = read_when(date, "", undated=False)
    if when.start is None or when.end is None or when.precision == Precision.UNKNOWN:
        raise Refused("Write a day, a month or a year, such as “about May 2016”.", field="date")
    number = next_number(Birth, seat.review)
    earlier = Birth.objects.filter(review_id=seat.review, label=label.strip(), taken_back_at=None)
    earlier.update(taken_back_at=now())
    columns = {name: value for name, value in columns_of(when).items() if name.startswith("date_")}
    return Birth.objects.create(
        review_id=seat.review, number=number, label=label.strip(), by_id=seat.person_id, **columns
    )


@command(Action.CHRONOLOGY_LINK)
def take_back_birth(seat: Seat, *, birth: int) -> Birth:
    """Take birth `birth` back: no age is shown from it any more."""
    found = Birth.objects.select_for_update().filter(review_id=seat.review, number=birth).first()
    if found is None:
        raise NotHere
    if found.taken_back_at is None:
        found.taken_back_at = now()
        found.save(update_fields=["taken_back_at"])
    return found
