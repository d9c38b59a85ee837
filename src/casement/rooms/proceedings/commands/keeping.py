"""How long material of a review is kept."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import today
from casement.foundation.refusals import Refused
from casement.foundation.saying import in_words
from casement.rooms.proceedings.commands.days import chosen
from casement.rooms.proceedings.models import Keeping
from casement.rooms.proceedings.vocabulary import MATERIAL_NAMES


@command(Action.PROCEEDINGS_KEEP)
def set_keeping(seat: Seat, *, material: str, until: date | None, reason: str) -> Keeping:
    """Set until which day one kind of material is kept, and on what ground. Earlier answers stay."""
    chosen(material, MATERIAL_NAMES, "material", "Choose the kind of material.")
    if until is None:
        raise Refused("Write the day until which it is kept.", field="until")
    if until < today():
        raise Refused("This day has passed. Write the day until which it is kept.", field="until")
    told = in_words(reason, "Say on what ground, such as the board’s schedule.", field="reason")
    return Keeping.objects.create(
        review_id=seat.review, material=material, until=until, reason=told, by_id=seat.person_id
    )
