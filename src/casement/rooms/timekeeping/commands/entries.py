"""Time as it is entered, changed and taken out."""

from __future__ import annotations

from datetime import date
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.rules.processes import process
from casement.rooms.timekeeping.models import TimeEntry, TimeVersion
from casement.rooms.timekeeping.queries.things import thing_called
from casement.rooms.timekeeping.rules.choosing import why_not_for
from casement.rooms.timekeeping.rules.lengths import Unclear, minutes_of
from casement.rooms.timekeeping.vocabulary import ACTIVITY_NAMES, HOW_NAMES, KIND_NAMES

SAID = ("minutes", "step", "activity", "kind", "how", "on")


@command(Action.TIME_LOG)
def add_time(
    seat: Seat,
    *,
    length: str,
    step: str,
    activity: str,
    kind: str,
    how: str = "estimated",
    on: date | None = None,
    of: str = "",
    who: int | None = None,
) -> TimeEntry:
    """Enter time: one's own, or of place `who` where this seat may. `of` is such as "meeting:3"; no day is today.

    Refused with a sentence for a length that is unclear or longer than a day, and for a day that is ahead.
    """
    said = checked(length, step, activity, kind, how, on)
    wait_in_line(seat.review)
    place = whose(seat, who)
    thing = thing_called(seat, of) if of else None
    if of and thing is None:
        raise Refused("Choose a meeting or a conversation that the page offers, or none.", field="of")
    made = TimeEntry.objects.create(
        review_id=seat.review,
        number=next_number(TimeEntry, seat.review),
        place=place,
        agency_id=place.agency_id,
        thing=thing.kind if thing else "",
        thing_number=thing.number if thing else None,
        by_id=seat.person_id,
        **said,
    )
    TimeVersion.objects.create(entry=made, by_id=seat.person_id, **said)
    return made


@command(Action.TIME_LOG)
def change_time(
    seat: Seat,
    *,
    number: int,
    length: str,
    step: str,
    activity: str,
    kind: str,
    how: str = "estimated",
    on: date | None = None,
) -> TimeEntry:
    """Put an entry right; what it said before stays in its history. NotHere for what is not theirs to change."""
    row = theirs(seat, number)
    said = checked(length, step, activity, kind, how, on or row.on)
    for name, value in said.items():
        setattr(row, name, value)
    row.save(update_fields=list(SAID))
    TimeVersion.objects.create(entry=row, by_id=seat.person_id, **said)
    return row


@command(Action.TIME_LOG)
def remove_time(seat: Seat, *, number: int) -> TimeEntry:
    """Take an entry out of every list and total. Its history is kept."""
    row = theirs(seat, number)
    last = TimeVersion.objects.create(
        entry=row, removed=True, by_id=seat.person_id, **{name: getattr(row, name) for name in SAID}
    )
    row.removed_at = last.at
    row.save(update_fields=["removed_at"])
    return row


def checked(length: str, step: str, activity: str, kind: str, how: str, on: date | None) -> dict[str, Any]:
    """What an entry says, as its columns. Refused with the sentence for the first thing that is wrong."""
    try:
        minutes = minutes_of(length)
    except Unclear as no:
        raise Refused(str(no), field="length") from None
    known = {one.key for one in process().steps}
    for value, among, field, missing in (
        (kind, KIND_NAMES, "kind", "Choose the kind of work."),
        (step, known, "step", "Choose the step."),
        (activity, ACTIVITY_NAMES, "activity", "Choose what it was for."),
        (how, HOW_NAMES, "how", "Choose how you know the length."),
    ):
        if value not in among:
            raise Refused(missing, field=field)
    day = on or today()
    if day > today():
        raise Refused("This day is ahead. Enter time once it was spent.", field="on")
    return {"minutes": minutes, "step": step, "activity": activity, "kind": kind, "how": how, "on": day}


def whose(seat: Seat, number: int | None) -> Participation:
    """The place whose time it is: the seat's own without a number. Refused where it is not theirs to enter."""
    rows = Participation.objects.filter(review_id=seat.review)
    own = rows.get(pk=seat.standing.participation_id or 0)
    if number is None or number == own.number:
        return own
    place = rows.filter(number=number).first()
    if place is None:
        raise Refused("Choose somebody who takes part in this review.", field="who")
    if no := why_not_for(seat.standing.role, own=False, has_account=place.person_id is not None):
        raise Refused(no, field="who")
    return place


def theirs(seat: Seat, number: int) -> TimeEntry:
    """An entry that this seat keeps, locked. NotHere when there is none. For use inside a command."""
    row = TimeEntry.objects.known_to(seat).select_for_update(of=("self",)).filter(number=number).first()
    if row is None:
        raise NotHere
    return row
