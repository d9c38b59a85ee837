"""What stops conversations: witness flags and holds, as the room proceedings keeps them."""

from casement.foundation.access import Seat
from casement.rooms.conversations.models import Conversation, Move
from casement.rooms.conversations.rules.moves import Facts
from casement.rooms.conversations.vocabulary import State
from casement.rooms.proceedings.queries import Flag, flag_of, flags_of, held
from casement.rooms.proceedings.vocabulary import FlagState, Scope


def stopped(seat: Seat, number: int | None = None) -> str:
    """What holds conversations, or this one, in a sentence fit for this person; empty when nothing does."""
    hold = held(seat.review, Scope.CONVERSATION, number)
    return hold.told_to(seat) if hold else ""


def keeps_everything(review_id: int) -> bool:
    """Whether a hold on deletion is in force, so that nothing may be erased."""
    return held(review_id, Scope.DELETION) is not None


def conditions(flag: Flag) -> str:
    """Conditions under which somebody was cleared; they stand at the top of the guide."""
    return flag.conditions if flag.state == FlagState.WITH_CONDITIONS else ""


def before_hold(conversation: Conversation) -> str:
    """Where a conversation stood before it was put on hold."""
    if conversation.state != State.ON_HOLD:
        return ""
    last = Move.objects.filter(conversation=conversation, to=State.ON_HOLD).order_by("-pk").first()
    return last.before if last else ""


def facts_of(seat: Seat, conversation: Conversation) -> Facts:
    """What the next move of a conversation is decided on."""
    return Facts(
        explained=conversation.explanations.exists(),
        flagged=flag_of(conversation.participation_id).stops,
        stopped=stopped(seat, conversation.number),
        before_hold=before_hold(conversation),
    )


__all__ = ["before_hold", "conditions", "facts_of", "flag_of", "flags_of", "keeps_everything", "stopped"]
