"""Window questions: asked, and reworded with their history."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import WindowQuestion


@command(Action.REVIEWS_ASK)
def ask_question(seat: Seat, *, text: str, reason: str = "", replaces: int | None = None) -> WindowQuestion:
    """Add a window question, or reword question number `replaces`; the earlier wording is kept.

    Refused when the text is empty or says nothing new, or when the question it replaces was already
    reworded. Sending the same new question twice asks it once.
    """
    text, reason = text.strip(), reason.strip()
    if not text:
        raise Refused("Write the question. You may change it later.", field="text")
    rows = WindowQuestion.objects.filter(review_id=seat.review)
    earlier = None
    if replaces is not None:
        earlier = rows.select_for_update().filter(number=replaces).first()
        if earlier is None:
            raise NotHere
        if rows.filter(replaces=earlier).exists():
            raise Refused("This question was reworded already. Reword its newest form.", field="text")
        if earlier.text == text:
            raise Refused("The words are the same as before. Change them, or leave the question.", field="text")
    elif same := rows.filter(text=text, replaced_by=None).first():
        return same
    return WindowQuestion.objects.create(
        review_id=seat.review,
        number=next_number(WindowQuestion, seat.review),
        text=text,
        reason=reason,
        replaces=earlier,
        by_id=seat.person_id,
    )
