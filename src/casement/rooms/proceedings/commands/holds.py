"""Holds: placed by one, looked at afresh, lifted when a second person agrees."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import in_words
from casement.rooms.proceedings.commands.days import chosen, next_look
from casement.rooms.proceedings.models import Hold, HoldLook, Lifting, Proceeding
from casement.rooms.proceedings.rules.holds import why_not_lifted
from casement.rooms.proceedings.vocabulary import ONE_OF, REASON_NAMES, SCOPE_NAMES, HoldLifted
from casement.rooms.reviews.commands import note_held


@command(Action.PROCEEDINGS_HOLD)
def place_hold(
    seat: Seat,
    *,
    scope: str,
    reason: str,
    words: str,
    look_on: date | None,
    thing: int | None = None,
    proceeding: int | None = None,
) -> Hold:
    """Stop a scope, or one conversation or meeting by its number, from this moment until two people lift it.

    Refused without a reason in words and the day of the next look. `proceeding` is the number of the one behind it.
    """
    chosen(scope, SCOPE_NAMES, "scope", "Choose what is held.")
    chosen(reason, REASON_NAMES, "reason", "Choose why it is held.")
    told = in_words(words, "Say in a sentence why it is held, and who asked for it.", field="words")
    day = next_look(look_on)
    if thing is not None and scope not in ONE_OF:
        raise Refused(
            "Only one conversation or one meeting can be held by its number. Leave this empty.", field="thing"
        )
    if thing is not None and thing < 1:
        raise Refused("Write the number of the one that is held, or leave this empty.", field="thing")
    behind = None
    if proceeding is not None:
        behind = Proceeding.objects.filter(review_id=seat.review, number=proceeding).first()
        if behind is None:
            raise Refused("Choose a proceeding of this review.", field="proceeding")
    note_held(seat, held=True)
    return Hold.objects.create(
        review_id=seat.review,
        number=next_number(Hold, seat.review),
        scope=scope,
        thing=thing,
        reason=reason,
        words=told,
        proceeding=behind,
        look_on=day,
        by_id=seat.person_id,
    )


@command(Action.PROCEEDINGS_HOLD)
def look_at_hold(seat: Seat, *, number: int, words: str, look_on: date | None) -> Hold:
    """Look at a hold afresh and leave it in force, with the reason and the day of the next look."""
    row = in_force(seat, number)
    told = in_words(words, "Say in a sentence why it stays.", field="words")
    row.look_on = next_look(look_on)
    row.save(update_fields=["look_on"])
    HoldLook.objects.create(hold=row, words=told, look_on=row.look_on, by_id=seat.person_id)
    return row


@command(Action.PROCEEDINGS_HOLD)
def ask_to_lift(seat: Seat, *, number: int, words: str) -> Lifting:
    """Ask for a hold to be lifted, with the reason. It stays in force until a second person agrees."""
    row = in_force(seat, number)
    told = in_words(words, "Say in a sentence why it can be lifted.", field="words")
    return Lifting.objects.create(hold=row, words=told, by_id=seat.person_id)


@command(Action.PROCEEDINGS_HOLD)
def lift_hold(seat: Seat, *, number: int) -> Hold:
    """Lift a hold. Refused to whoever placed it, to whoever last asked for it, and before anybody asked."""
    row = in_force(seat, number)
    asked = Lifting.objects.filter(hold=row).last()
    if no := why_not_lifted(row.by_id, asked.by_id if asked else None, seat.person_id):
        raise Refused(no)
    row.lifted_by_id, row.lifted_at = seat.person_id, now()
    row.save(update_fields=["lifted_by", "lifted_at"])
    note_held(seat, held=Hold.objects.filter(review_id=seat.review, lifted_at=None).exists())
    announce(HoldLifted(seat, row.scope))
    return row


def in_force(seat: Seat, number: int) -> Hold:
    """The hold with this number. NotHere when there is none; Refused once it is lifted. Inside a command."""
    row = Hold.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    if row.lifted_at is not None:
        raise Refused("This hold was lifted already.")
    return row
