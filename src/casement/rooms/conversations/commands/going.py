"""One move of a conversation: decided by the rules, kept as a row, and what goes with leaving."""

from casement.foundation.access import Seat
from casement.foundation.refusals import Refused
from casement.foundation.saying import at_most
from casement.rooms.conversations import queries
from casement.rooms.conversations.models import Conversation, Move, Note, TurningPoint, WriteUp
from casement.rooms.conversations.queries.stops import keeps_everything
from casement.rooms.conversations.rules.moves import reasons_against
from casement.rooms.conversations.vocabulary import State


def go(seat: Seat, row: Conversation, to: State, note: str = "") -> Move:
    """Move a conversation, or Refused with what stands in the way. Inside a command; the row is locked."""
    if against := reasons_against(row.state, to, queries.facts_of(seat, row)):
        raise Refused(against[0])
    move = Move.objects.create(
        conversation=row, before=row.state, to=to, by_id=place_of(seat), note=at_most(note, 2000, field="note")
    )
    was, row.state = row.state, to
    row.save(update_fields=["state"])
    if to is State.WITHDRAWN:
        let_go(row, released=was == State.RELEASED)
    return move


def let_go(row: Conversation, *, released: bool) -> None:
    """What a participant can take out goes with them: notes, and the write-up unless it was released.

    A hold on deletion wins: then the rows stay, and nobody is shown them any more.
    """
    if keeps_everything(row.review_id):
        return
    Note.objects.filter(conversation=row).delete()
    if not released:
        TurningPoint.objects.filter(conversation=row).delete()
        WriteUp.objects.filter(conversation=row).delete()


def let_go_after_hold(seat: Seat) -> None:
    """What was kept for a hold alone goes once nothing keeps it. Inside a command, when a hold was lifted."""
    left = Move.objects.filter(conversation__review_id=seat.review, to=State.WITHDRAWN).select_related(
        "conversation"
    )
    for move in left:
        let_go(move.conversation, released=move.before == State.RELEASED)


def place_of(seat: Seat) -> int:
    """The place in the review from which somebody acts."""
    assert seat.standing.participation_id is not None
    return seat.standing.participation_id
