"""The meeting a command changes: one that is not cancelled, not held, and whose minutes are not agreed."""

from casement.foundation.access import Seat
from casement.foundation.changes import wait_in_line
from casement.foundation.refusals import Refused
from casement.rooms.meetings.queries import Here, here
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reviews.models import Participation

OVER = "This meeting is cancelled."
AGREED = (
    "The minutes of this meeting are agreed. Nothing in them is changed any more, unless a lead opens them again; "
    "what follows goes on."
)


def open_meeting(seat: Seat, number: int) -> Here:
    """The meeting, in line behind whoever changes something; Refused while it cannot be worked on."""
    found = standing_meeting(seat, number)
    if found.settled:
        raise Refused(AGREED)
    return found


def standing_meeting(seat: Seat, number: int) -> Here:
    """The same, also of a meeting whose minutes are agreed."""
    wait_in_line(seat.review)
    found = here(seat, number)
    if found.cancelled:
        raise Refused(OVER)
    refuse_while_held(seat, Scope.MEETING, number)
    return found


def place_of(seat: Seat) -> int:
    """The place of whoever acts."""
    assert seat.standing.participation_id is not None
    return seat.standing.participation_id


def place_numbered(seat: Seat, number: int | None, *, field: str) -> Participation | None:
    """A place of this review by its number; Refused when there is none, None when none was asked for."""
    if number is None:
        return None
    found = Participation.objects.filter(review_id=seat.review, number=number, ended_at=None).first()
    if found is None:
        raise Refused("Choose somebody who has a place in this review now.", field=field)
    return found
