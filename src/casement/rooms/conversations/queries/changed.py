"""Which conversations stand elsewhere than before."""

from collections.abc import Sequence

from django.db.models import Q

from casement.foundation.actions import Action
from casement.foundation.since import Since, amounts, newer, who_may
from casement.foundation.waiting import Rows
from casement.rooms.conversations.models import Conversation, Move


def changed_conversations(sinces: Sequence[Since]) -> list[Rows]:
    """How many have moved on since, of those whose status somebody may know; not who, and not where to."""
    knowing = who_may(sinces, Action.CONVERSATIONS_KNOW)
    known = Q(pk__in=[])
    for one in knowing:
        known |= Q(conversation__in=Conversation.objects.known_to(one.seat).values("pk"))
    moves = newer(Move.objects.filter(known), knowing, review="conversation__review", by="by__person")
    return [amounts(moves.exclude(before=""), "conversations", review="conversation__review")]
