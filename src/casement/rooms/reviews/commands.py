"""Every way a review changes."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import WindowQuestion


@command(Action.REVIEWS_ASK)
def ask_question(seat: Seat, *, text: str, reason: str = "", replaces: int | None = None) -> WindowQuestion:
    """Add a window question, or reword question number `replaces`; the earlier wording is kept.

    Refused when the question it replaces was already reworded.
    """
    earlier = None
    if replaces is not None:
        earlier = WindowQuestion.objects.filter(review_id=seat.review, number=replaces).first()
        if earlier is None:
            raise NotHere
        if hasattr(earlier, "replaced_by"):
            raise Refused("This question was reworded already. Reword its newest form.", field="text")
    return WindowQuestion.objects.create(
        review_id=seat.review,
        number=next_number(WindowQuestion, seat.review),
        text=text,
        reason=reason,
        replaces=earlier,
        by_id=seat.person_id,
    )
