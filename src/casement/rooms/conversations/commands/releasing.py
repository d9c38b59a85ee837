"""An agreed write-up is frozen and becomes a source for the analysis."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Refused
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import go
from casement.rooms.conversations.models import Conversation
from casement.rooms.conversations.vocabulary import State
from casement.rooms.sources import commands as sources
from casement.rooms.sources.vocabulary import Section

NOT_AGREED = "The participant has not agreed to the text yet. Wait, or ask whether they need more time."


@command(Action.CONVERSATIONS_RELEASE)
def release_conversation(seat: Seat, *, number: int, access: str = "team") -> Conversation:
    """Release the agreed text, with what the participant put beside it, as a source with their wish for its use."""
    row = queries.known(seat, number, change=True)
    if row.state != State.CHECKED:
        raise Refused(NOT_AGREED)
    told = queries.to_release(seat, number)
    go(seat, row, State.RELEASED)
    row.source = sources.add_write_up(
        seat,
        participation=told.participation,
        sections=[Section(each.part.key, each.part.text, each.part.title) for each in told.parts],
        held_by=told.pair,
        kind=told.kind,
        access=access,
        use=told.use,
        date=told.held_on,
    )
    row.save(update_fields=["source"])
    return row
