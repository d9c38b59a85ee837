"""What reviews do when people announce something."""

from casement.foundation.events import listens_to
from casement.rooms.people.vocabulary import InvitationAccepted
from casement.rooms.reviews.models import Participation


@listens_to(InvitationAccepted)
def take_seat(event: InvitationAccepted) -> None:
    """The place that was kept for somebody becomes theirs."""
    if event.participation_id is not None:
        Participation.objects.filter(pk=event.participation_id, person=None, ended_at=None).update(
            person_id=event.person_id
        )
