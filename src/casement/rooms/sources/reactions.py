"""What the sources room does when a lower room announces something."""

from casement.foundation import jobs
from casement.foundation.events import listens_to
from casement.rooms.proceedings.vocabulary import Thing, ThingSought
from casement.rooms.reviews.vocabulary import RegisterChanged
from casement.rooms.sources.queries import version_hash

LOOK_EVERYWHERE = "sources.propose_names_everywhere"


@listens_to(RegisterChanged)
def look_again(event: RegisterChanged) -> None:
    """Every source is looked through again, because the register knows other names now."""
    jobs.later(LOOK_EVERYWHERE, event.seat.review, seat=event.seat)


@listens_to(ThingSought)
def say_which_version(event: ThingSought) -> None:
    """The version of a source that went to somebody outside, or came from there, by its hash."""
    if event.kind == Thing.SOURCE:
        event.found += [told for told in [version_hash(event.seat, event.number)] if told]
