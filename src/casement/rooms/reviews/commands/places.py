"""A place that was kept for somebody becomes theirs when they take up their invitation."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.rooms.reviews.commands.members import take_place


@command(Action.PEOPLE_JOIN)
def fill_place(seat: Seat, *, participation_id: int) -> None:
    """The person of `seat` takes the place kept for them, unless it is taken or has ended."""
    take_place(seat.person_id, participation_id)
