"""A conversation is proposed, its pair chosen, a time booked; and it goes on, aside or back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import go, place_of
from casement.rooms.conversations.models import HEARD, Conversation, Holding, Move
from casement.rooms.conversations.vocabulary import Guide, State
from casement.rooms.reviews.models import Participation

HOLDERS = (Role.LEAD, Role.TEAM)
BY_HAND = frozenset({State.HELD, State.DECLINED, State.WITHDRAWN, State.ON_HOLD, State.PROPOSED})
AT_ITS_OWN_PLACE = "This move has a page of its own, where what it needs is written down."


@command(Action.CONVERSATIONS_PROPOSE)
def propose_conversation(
    seat: Seat, *, participation: int, guide: str, pair: Iterable[int], in_line: Iterable[int] = (), why: str = ""
) -> Conversation:
    """Propose a conversation with a participant, held by a pair (all by number); nobody is told yet.

    Refused for somebody who is not of the case group or the family, or a pair not of the leads and the team.
    """
    rows = Participation.objects.filter(review_id=seat.review, role__in=HEARD, ended_at=None, number=participation)
    who = rows.first()
    if who is None:
        raise Refused("Choose somebody of the case group or the family.", field="participation")
    if guide not in set(Guide) or (guide == Guide.FAMILY) != (who.role == Role.FAMILY):
        raise Refused("Choose the family guide for family members, and one of the others for staff.", field="guide")
    row = Conversation.objects.create(
        review_id=seat.review,
        number=next_number(Conversation, seat.review),
        participation=who,
        guide=guide,
        why_this_pair=why.strip(),
    )
    _hold(seat, row, pair, in_line)
    Move.objects.create(conversation=row, to=State.PROPOSED, by_id=place_of(seat))
    return row


@command(Action.CONVERSATIONS_ARRANGE)
def choose_pair(
    seat: Seat, *, number: int, pair: Iterable[int], in_line: Iterable[int] = (), why: str = ""
) -> Conversation:
    """Choose who holds a conversation. Notes of whoever leaves the pair stay, and are theirs no more.

    Refused once it is held.
    """
    row = queries.known(seat, number, change=True)
    if State(row.state) not in (State.PROPOSED, State.EXPLAINED, State.BOOKED, State.ON_HOLD):
        raise Refused("This conversation was held. Its pair stays as it was.")
    row.pair.all().delete()
    _hold(seat, row, pair, in_line)
    row.why_this_pair = why.strip()
    row.save(update_fields=["why_this_pair"])
    return row


@command(Action.CONVERSATIONS_ARRANGE)
def book_conversation(seat: Seat, *, number: int, on: date, at: time, place: str = "") -> Conversation:
    """Book a day, a time and a place, or change them. Refused before the explanation, or while a flag is open."""
    row = queries.known(seat, number, change=True)
    go(seat, row, State.BOOKED)
    row.booked_for = timezone.make_aware(datetime.combine(on, at))
    row.place = at_most(place, 200, field="place")
    row.save(update_fields=["booked_for", "place"])
    return row


@command(Action.CONVERSATIONS_ARRANGE)
def move_conversation(seat: Seat, *, number: int, to: str, note: str = "") -> Conversation:
    """Say that a conversation was held, or that it goes aside or back. Refused with what stands in the way."""
    row = queries.known(seat, number, change=True)
    if to not in set(State):
        raise Refused("Choose one from the list.", field="to")
    if State(to) not in BY_HAND and row.state != State.ON_HOLD:
        raise Refused(AT_ITS_OWN_PLACE, field="to")
    go(seat, row, State(to), note)
    return row


def _hold(seat: Seat, row: Conversation, pair: Iterable[int], in_line: Iterable[int]) -> None:
    wanted, line = set(pair), set(in_line)
    if not wanted:
        raise Refused("Choose who holds the conversation: normally two.", field="pair")
    if len(wanted) > 2:
        raise Refused("Choose two at most, so that one person does not face a panel.", field="pair")
    found = Participation.objects.filter(
        review_id=seat.review, number__in=wanted, role__in=HOLDERS, ended_at=None
    ).order_by("number")
    if len(found) != len(wanted) or not line <= wanted:
        raise Refused("Choose the pair from the leads and the team.", field="pair")
    if any(each.pk == row.participation_id for each in found):
        raise NotHere
    for each in found:
        Holding.objects.create(conversation=row, holder=each, in_line=each.number in line)
