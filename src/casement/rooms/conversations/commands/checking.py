"""The participant checks their own write-up: corrects, adds, disagrees, agrees, or leaves."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Refused
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import go
from casement.rooms.conversations.models import Agreement, Conversation, Said
from casement.rooms.conversations.rules.moves import BEFORE_HELD
from casement.rooms.conversations.vocabulary import Remark, State
from casement.rooms.sources.vocabulary import Use

NOT_NOW = "There is nothing to check at the moment. What was agreed or taken out stays as it is."
CHANGED = "The text has changed since you opened this page. Read it again before you agree."


@command(Action.CONVERSATIONS_CHECK)
def remark_on_write_up(seat: Seat, *, number: int, part: str, kind: str, text: str) -> Said:
    """Say what is wrong, what to add, or what this person sees differently, about one part (such as "C3-1")."""
    row = queries.own(seat, number, change=True)
    if row.state != State.WRITTEN_UP or row.sent is None:
        raise Refused(NOT_NOW)
    if kind not in set(Remark):
        raise Refused("Say what kind of change it is.", field="kind")
    places = {each.part.name: each.part for each in queries.check(seat, number).parts}
    if part not in places:
        raise Refused("Choose the part it is about.", field="part")
    if not text.strip():
        raise Refused("Write what you want to say.", field="text")
    words = {"key": places[part].key, "turn": places[part].turn, "kind": kind, "text": text.strip()}
    # Sent again because the answer was lost on the way: once is enough.
    if same := Said.objects.filter(conversation=row, version=row.sent, **words).first():
        return same
    count = Said.objects.filter(conversation=row).count()
    return Said.objects.create(
        conversation=row,
        number=count + 1,
        version=row.sent,
        **words,
    )


@command(Action.CONVERSATIONS_CHECK)
def agree_write_up(seat: Seat, *, number: int, version: int, use: str) -> Conversation:
    """Agree to the version that was sent, and say how the words may be used. It is then frozen.

    Refused when another version was sent since.
    """
    row = queries.own(seat, number, change=True)
    if row.state != State.WRITTEN_UP or row.sent is None:
        raise Refused(NOT_NOW)
    if version != row.sent:
        raise Refused(CHANGED)
    if use not in set(Use):
        raise Refused("Say how your words may be used.", field="use")
    go(seat, row, State.CHECKED)
    Agreement.objects.create(conversation=row, version=version, use=use)
    row.use = use
    row.save(update_fields=["use"])
    return row


@command(Action.CONVERSATIONS_CHECK)
def leave_conversation(seat: Seat, *, number: int) -> Conversation:
    """Say no, or withdraw. Before it is held that is a no; afterwards what can be taken out is taken out."""
    row = queries.own(seat, number, change=True)
    if State(row.state) in (State.DECLINED, State.WITHDRAWN):
        return row
    go(seat, row, State.DECLINED if State(row.state) in BEFORE_HELD else State.WITHDRAWN)
    return row
