"""What stops conversations: witness flags and holds, as the room proceedings keeps them."""

from casement.rooms.conversations.models import Conversation, Move
from casement.rooms.conversations.rules.moves import Facts
from casement.rooms.conversations.vocabulary import State
from casement.rooms.proceedings.queries import Flag, flag_of, flags_of, held
from casement.rooms.proceedings.vocabulary import FlagState, Scope


def stopped(review_id: int, number: int | None = None) -> str:
    """What holds conversations, or this one, in a sentence; empty when nothing does."""
    hold = held(review_id, Scope.CONVERSATION, number)
    return hold.sentence if hold else ""


def keeps_everything(review_id: int) -> bool:
    """Whether a hold on deletion is in force, so that nothing may be erased."""
    return held(review_id, Scope.DELETION) is not None


def conditions(flag: Flag) -> str:
    """Conditions under which somebody was cleared; they stand at the top of the guide."""
    return flag.conditions if flag.state == FlagState.WITH_CONDITIONS else ""


def facts_of(conversation: Conversation, flag: Flag | None = None) -> Facts:
    """What the next move of a conversation is decided on."""
    before = ""
    if conversation.state == State.ON_HOLD:
        last = Move.objects.filter(conversation=conversation, to=State.ON_HOLD).order_by("-pk").first()
        before = last.before if last else ""
    return Facts(
        explained=bool(conversation.explanations.all()),
        flagged=(flag or flag_of(conversation.participation_id)).stops,
        stopped=stopped(conversation.review_id, conversation.number),
        before_hold=before,
    )


__all__ = ["conditions", "facts_of", "flag_of", "flags_of", "keeps_everything", "stopped"]
