"""What the sources room does when a lower room announces something."""

from casement.foundation import jobs
from casement.foundation.events import listens_to
from casement.rooms.reviews.vocabulary import RegisterChanged

LOOK_EVERYWHERE = "sources.propose_names_everywhere"


@listens_to(RegisterChanged)
def look_again(event: RegisterChanged) -> None:
    """Every source is looked through again, because the register knows other names now."""
    jobs.later(LOOK_EVERYWHERE, event.seat.review, seat=event.seat)
