"""Knowing whether anything of a review is held. The proceedings decide what, and until when."""

from casement.foundation.access import Seat
from casement.rooms.reviews.models import Review


def note_held(seat: Seat, *, held: bool) -> None:
    """Keep whether something of this review is held, so that its pages need not ask. Call it inside a command."""
    Review.objects.filter(pk=seat.review).update(held=held)
