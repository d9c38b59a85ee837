"""What stops conversations: witness flags and holds, as the room proceedings keeps them."""

from casement.rooms.conversations.models import Conversation, Move
from casement.rooms.conversations.rules.moves import Facts
from casement.rooms.conversations.vocabulary import State
from casement.rooms.proceedings.queries import flag_of, held

UNRESOLVED = frozenset({"possible", "do_not_approach"})


def stopped(review_id: int, number: int | None = None) -> bool:
    """Whether a hold on conversations, or on this one, is in force."""
    return held(review_id, "conversation", number)


def flagged(participation_id: int) -> bool:
    """Whether this person may not be approached before somebody clears it."""
    return flag_of(participation_id).state in UNRESOLVED


def conditions(participation_id: int) -> str:
    """Conditions under which this person was cleared; they stand at the top of the guide."""
    told = flag_of(participation_id)
    return told.conditions if told.state == "cleared_with_conditions" else ""


def facts_of(conversation: Conversation) -> Facts:
    """What the next move of a conversation is decided on."""
    before = ""
    if conversation.state == State.ON_HOLD:
        last = Move.objects.filter(conversation=conversation, to=State.ON_HOLD).order_by("-pk").first()
        before = last.before if last else ""
    return Facts(
        explained=conversation.explanations.exists(),
        flagged=flagged(conversation.participation_id),
        stopped=stopped(conversation.review_id, conversation.number),
        before_hold=before,
    )
