"""What waits in the conversations of several reviews, for the pages that say what needs somebody: one query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Case, Exists, OuterRef, Q, TextField, Value, When
from django.db.models.functions import Concat

from casement.foundation.access import Role, Seat
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.conversations.models import HEARD, Conversation, Holding
from casement.rooms.conversations.vocabulary import State

KIND = "conversation"


@dataclass(frozen=True)
class Waits:
    """One conversation that waits for somebody: which, where it stands, with whom, and whether it is their own."""

    number: int
    state: State
    who: str
    own: bool


def waiting_conversations(seats: Sequence[Seat]) -> list[Rows]:
    """For the pair what is to be written up, for leads what to release or take out, for a participant their own: as
    rows for `conversations_from`.
    """
    if not seats:
        return []
    wanted = Q(pk__in=[])
    for seat in seats:
        here, me = Q(review_id=seat.review), seat.standing.participation_id or 0
        if seat.standing.role in HEARD:
            wanted |= here & Q(participation=me)
        elif seat.standing.role is Role.LEAD:
            wanted |= here & Q(state=State.CHECKED)
            # The page on which somebody withdraws promises that the leads are told, once it was released.
            wanted |= here & Q(state=State.WITHDRAWN, source__isnull=False, source__withdrawal=None)
        if seat.standing.role in (Role.LEAD, Role.TEAM):
            mine = Holding.objects.filter(conversation=OuterRef("pk"), holder=me)
            wanted |= here & Q(state=State.HELD) & Q(Exists(mine))
    places = [seat.standing.participation_id or 0 for seat in seats]
    told = Conversation.objects.filter(wanted).annotate(
        told=Concat(
            "state", Value("|"), Case(When(participation__in=places, then=Value("own")), default=Value("")),
            Value("|"), "participation__role_label", output_field=TextField(),
        )
    )  # fmt: skip
    return [rows_of(told, KIND, number="number", words="told")]


def conversations_from(told: Iterable[Waiting]) -> tuple[Waits, ...]:
    """The conversations of one review that wait, of everything that was told of it, in order."""
    found = []
    for one in told:
        if one.kind == KIND:
            state, own, who = one.words.split("|", 2)
            found.append(Waits(one.number, State(state), who, bool(own)))
    return tuple(sorted(found, key=lambda one: one.number))
