"""What this room does when a hold is lifted below it."""

from casement.foundation.events import listens_to
from casement.rooms.conversations import commands
from casement.rooms.proceedings.vocabulary import HoldLifted


@listens_to(HoldLifted)
def erase_what_was_withdrawn(event: HoldLifted) -> None:
    """Notes that were withdrawn while a hold kept them are erased, as their participant was told."""
    commands.let_go_after_hold(event.seat)
