"""What the family record says when a gate of the review is answered by hand."""

from casement.foundation.events import listens_to
from casement.foundation.refusals import Refused
from casement.rooms.family.commands import GATE
from casement.rooms.family.queries import feedback_by_label
from casement.rooms.family.rules import still_to_tell
from casement.rooms.reviews.vocabulary import GateAnswered


@listens_to(GateAnswered)
def hold_the_gate(event: GateAnswered) -> None:
    """Feedback to the family is not answered over the heads of those who have a record."""
    if event.gate != GATE:
        return
    every = feedback_by_label(event.seat)
    if sentence := still_to_tell(label for label, told in every.items() if told is None):
        raise Refused(sentence, field="text")
