"""Data protection: the assessment, or why there is none."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Refused
from casement.rooms.reviews.models import Review


@command(Action.REVIEWS_PROTECT)
def record_dpia(seat: Seat, *, reference: str) -> Review:
    """Record the reference of the data protection impact assessment; from now on data may come in."""
    told = " ".join(reference.split())
    if not told:
        raise Refused("Write the reference under which the assessment is kept.", field="reference")
    if len(told) > 120:
        raise Refused("This reference is too long. Use at most 120 letters.", field="reference")
    return _put(seat, dpia_reference=told)


@command(Action.REVIEWS_PROTECT)
def waive_dpia(seat: Seat, *, reason: str) -> Review:
    """Record why there is no assessment; from now on data may come in. Refused without a real reason."""
    if len(reason.split()) < 3:
        raise Refused("Give the reason in a sentence, and who decided it.", field="reason")
    return _put(seat, dpia_waiver=reason.strip())


def _put(seat: Seat, **facts: str) -> Review:
    review = Review.objects.select_for_update().get(pk=seat.review)
    for name, value in facts.items():
        setattr(review, name, value)
    review.save(update_fields=list(facts))
    return review
