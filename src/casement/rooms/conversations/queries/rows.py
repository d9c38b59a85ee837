"""The one conversation somebody asks for, if they may; for queries and commands of this room."""

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat, Verb
from casement.foundation.refusals import NotHere
from casement.rooms.conversations.models import Contacts, Conversation, ConversationRows


def known(seat: Seat, number: int, *, change: bool = False) -> Conversation:
    """A conversation whose status this seat may know. `change` takes its place in line, inside a command."""
    return _one(Conversation.objects.known_to(seat), number, change)


def held(seat: Seat, number: int, *, change: bool = False) -> Conversation:
    """A conversation of which this seat is one of the pair."""
    return _one(Conversation.objects.held_by(seat, Verb.WRITE if change else Verb.READ), number, change)


def own(seat: Seat, number: int, *, change: bool = False) -> Conversation:
    """A conversation in which this seat is the participant."""
    return _one(Conversation.objects.of(seat), number, change)


def _one(rows: ConversationRows, number: int, change: bool) -> Conversation:
    found = rows.filter(number=number)
    if change:
        row = found.select_related("participation__agency").select_for_update(of=("self",)).first()
    else:
        ring = Contacts.objects.filter(review=OuterRef("review"))
        found = found.annotate(support=Subquery(ring.values("support")), risk=Subquery(ring.values("risk")))
        row = found.select_related("participation__agency", "opening", "source").first()
    if row is None:
        raise NotHere
    return row
