"""The status of a conversation is explained, and whether it may be recorded is asked."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import today
from casement.foundation.refusals import Refused
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import go, place_of
from casement.rooms.conversations.models import Conversation, Explanation
from casement.rooms.conversations.rules.moves import NOT_CLEARED
from casement.rooms.conversations.vocabulary import EXPLANATIONS, State

OVER = frozenset({State.DECLINED, State.WITHDRAWN})


@command(Action.CONVERSATIONS_ARRANGE)
def explain_status(seat: Seat, *, number: int, text_version: str, on: date | None = None) -> Conversation:
    """Record that the status was explained to the participant: by whoever says so, on which day, in which text.

    Refused for a day that is still to come, or while this person may not be approached.
    """
    row = queries.known(seat, number, change=True)
    if text_version not in {each.version for each in EXPLANATIONS}:
        raise Refused("Choose the text that was used.", field="text_version")
    day = on or today()
    if day > today():
        raise Refused("This day is still to come. Record it when it has been explained.", field="on")
    if State(row.state) in OVER:
        raise Refused("This conversation is over.")
    if row.state != State.PROPOSED and queries.facts_of(seat, row).flagged:
        raise Refused(NOT_CLEARED)
    Explanation.objects.create(conversation=row, text_version=text_version, on=day, by_id=place_of(seat))
    if row.state == State.PROPOSED:
        go(seat, row, State.EXPLAINED)
    return row


@command(Action.CONVERSATIONS_ARRANGE)
def record_recording(seat: Seat, *, number: int, recording: str) -> Conversation:
    """Record whether the participant agreed to a recording. A refusal stops nothing."""
    row = queries.known(seat, number, change=True)
    if recording not in ("agreed", "refused"):
        raise Refused("Say whether they agreed.", field="recording")
    row.recording = recording
    row.save(update_fields=["recording"])
    return row
