"""Somebody's own learning note, and whom to ring."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Conflict, NotHere
from casement.rooms.conversations.models import Contacts, LearningNote


@command(Action.CONVERSATIONS_LEARNING)
def save_learning_note(seat: Seat, *, text: str, based_on: int = 0) -> LearningNote:
    """Keep what somebody wrote for themselves. Conflict when they changed it in another window since."""
    place = seat.standing.participation_id
    if place is None:
        raise NotHere
    row, made = LearningNote.objects.get_or_create(writer_id=place, defaults={"text": text})
    if made:
        return row
    if based_on != row.edition and row.text != text:
        raise Conflict(
            "You changed this note in another window. Both texts stand below; save the one you want.",
            mine=text,
            theirs=row.text,
            current=row.edition,
        )
    row.text, row.edition = text, row.edition + 1
    row.save()
    return row


@command(Action.CONVERSATIONS_PROPOSE)
def save_contacts(seat: Seat, *, support: str, risk: str, based_on: int = 0) -> Contacts:
    """Say whom participants can ring for support, and the local route when somebody is at risk now."""
    row, made = Contacts.objects.get_or_create(review_id=seat.review, defaults={"support": support, "risk": risk})
    if made:
        return row
    if based_on != row.edition:
        raise Conflict(
            "Somebody changed this while you were writing. Yours is still in the boxes; theirs stands below.",
            mine=f"{support}\n\n{risk}",
            theirs=f"{row.support}\n\n{row.risk}",
            current=row.edition,
        )
    row.support, row.risk, row.edition = support, risk, row.edition + 1
    row.save()
    return row
