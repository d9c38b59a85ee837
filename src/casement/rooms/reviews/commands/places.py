"""A place that was kept for somebody becomes theirs when they take up their invitation."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation


@command(Action.PEOPLE_JOIN)
def fill_place(seat: Seat, *, participation_id: int) -> Participation:
    """The person of `seat` takes the place kept for them. NotHere when it is taken or has ended."""
    place = Participation.objects.filter(pk=participation_id, person=None, ended_at=None).first()
    if place is None:
        raise NotHere
    place.person_id = seat.person_id
    place.save(update_fields=["person"])
    return place
