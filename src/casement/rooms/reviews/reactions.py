"""What reviews do when people announce something."""

from casement.foundation.access import Seat, Standing
from casement.foundation.events import listens_to
from casement.rooms.people.vocabulary import InvitationAccepted
from casement.rooms.reviews import commands


@listens_to(InvitationAccepted)
def take_seat(event: InvitationAccepted) -> None:
    """The place that was kept for somebody becomes theirs."""
    if event.participation_id is not None:
        commands.fill_place(Seat(event.person_id, "", Standing(None)), participation_id=event.participation_id)
