"""What planning does when somebody leaves a review: their dates to come are called off, in their calendar too."""

from casement.foundation.events import listens_to
from casement.rooms.planning import commands
from casement.rooms.reviews.vocabulary import PlaceEnded


@listens_to(PlaceEnded)
def call_off_dates(event: PlaceEnded) -> None:
    """Nobody who has left is asked to a meeting; the plan names the meetings that now miss somebody they need."""
    commands.call_off(event.seat, event.place)
