"""What waits in the conversations of several reviews, for the pages that say what needs somebody: one query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from casement.foundation.access import Role, Seat
from casement.rooms.conversations.models import HEARD, Conversation, Holding
from casement.rooms.conversations.vocabulary import State


@dataclass(frozen=True)
class Waits:
    """One conversation that waits for somebody: which, where it stands, with whom, and whether it is their own."""

    number: int
    state: State
    who: str
    own: bool


def waiting_conversations(seats: Sequence[Seat]) -> dict[int, tuple[Waits, ...]]:
    """By review: for the pair what is to be written up, for leads what to release, for a participant their own."""
    wanted = Q(pk__in=[])
    for seat in seats:
        here, me = Q(review_id=seat.review), seat.standing.participation_id or 0
        if seat.standing.role in HEARD:
            wanted |= here & Q(participation=me)
        elif seat.standing.role is Role.LEAD:
            wanted |= here & Q(state=State.CHECKED)
        if seat.standing.role in (Role.LEAD, Role.TEAM):
            mine = Holding.objects.filter(conversation=OuterRef("pk"), holder=me)
            wanted |= here & Q(state=State.HELD) & Q(Exists(mine))
    found: dict[int, list[Waits]] = {}
    if not seats:
        return {}
    places = {seat.standing.participation_id for seat in seats}
    rows = Conversation.objects.filter(wanted).order_by("number")
    for review, number, state, who, place in rows.values_list(
        "review_id", "number", "state", "participation__role_label", "participation_id"
    ):
        found.setdefault(review, []).append(Waits(number, State(state), who, place in places))
    return {review: tuple(rows) for review, rows in found.items()}
