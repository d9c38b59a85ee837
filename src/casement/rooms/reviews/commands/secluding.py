"""Keeping somebody out of what the team made of the material, while they read blind. The analysis decides when."""

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.rooms.reviews.models import Participation


def seclude(seat: Seat, *, person_id: int) -> None:
    """Shut the analysis and the report of this review to a person, from now on. Call it inside a command."""
    Participation.objects.filter(review_id=seat.review, person_id=person_id, secluded_at=None).update(
        secluded_at=now()
    )


def let_back(seat: Seat, *, person_id: int) -> None:
    """Open them again. Call it inside a command."""
    Participation.objects.filter(review_id=seat.review, person_id=person_id).update(secluded_at=None)
