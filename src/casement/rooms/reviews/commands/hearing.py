"""From which day the case group has had its say, so that the board may read. The reports decide when."""

from datetime import date

from casement.foundation.access import Seat
from casement.rooms.reviews.models import Review


def note_hearing(seat: Seat, *, heard_from: date | None) -> None:
    """Note the first day after comments on the last follow-on report, or None. Call it inside a command."""
    Review.objects.filter(pk=seat.review).update(heard_from=heard_from)
