"""What planning does when somebody leaves a review: their dates to come are called off, in their calendar too."""

from casement.foundation.clock import now
from casement.foundation.events import listens_to
from casement.rooms.planning.commands.inviting import uninvite
from casement.rooms.planning.models import Invitee
from casement.rooms.reviews.vocabulary import PlaceEnded


@listens_to(PlaceEnded)
def call_off_dates(event: PlaceEnded) -> None:
    """Nobody who has left is asked to a meeting; the plan names the meetings that now miss somebody they need."""
    asked = Invitee.objects.filter(
        participation=event.place, ended_at=None, meeting__cancelled_at=None, meeting__ends_at__gt=now()
    )
    for each in asked.select_related("meeting", "participation"):
        uninvite(event.seat, each.meeting, each)
