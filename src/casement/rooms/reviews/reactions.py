"""What reviews do when people announce something."""

from casement.foundation.events import listens_to
from casement.rooms.people.vocabulary import InvitationAccepted
from casement.rooms.reviews.commands.members import take_place


@listens_to(InvitationAccepted)
def take_seat(event: InvitationAccepted) -> None:
    """The place that was kept for somebody becomes theirs."""
    if event.participation_id is not None:
        take_place(event.person_id, event.participation_id)
