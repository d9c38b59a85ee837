"""Whether somebody who takes part may be a witness elsewhere."""

from __future__ import annotations

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, wait_in_line
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import in_words
from casement.rooms.proceedings.commands.days import chosen
from casement.rooms.proceedings.models import WitnessFlag
from casement.rooms.proceedings.rules.flags import why_not_put
from casement.rooms.proceedings.vocabulary import FLAG_NAMES, FlagState
from casement.rooms.reviews.models import Participation


@command(Action.PROCEEDINGS_FLAG)
def put_flag(seat: Seat, *, number: int, state: str, conditions: str = "") -> WitnessFlag:
    """Say of participant `number` whether they may be a witness. Earlier answers stay.

    Anybody who keeps this register may stop an invitation; a lead reviewer or the legal liaison clears somebody.
    Refused without conditions where there are to be some.
    """
    wait_in_line(seat.review)
    place = Participation.objects.filter(review_id=seat.review, number=number).first()
    if place is None:
        raise NotHere
    chosen(state, FLAG_NAMES, "state", "Choose whether they may be a witness.")
    if no := why_not_put(seat.standing.role or Role.ADMIN, FlagState(state)):
        raise Refused(no, field="state")
    told = ""
    if state == FlagState.WITH_CONDITIONS:
        told = in_words(conditions, "Say on which conditions they may be heard.", field="conditions")
    elif conditions.strip():
        raise Refused("Conditions go with “Cleared with conditions”. Choose that, or take them out.", field="state")
    return WitnessFlag.objects.create(participation=place, state=state, conditions=told, by_id=seat.person_id)
