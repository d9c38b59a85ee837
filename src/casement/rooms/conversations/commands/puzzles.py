"""The puzzles that leads choose for heading 6 of one conversation."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.conversations import queries
from casement.rooms.conversations.commands.going import place_of
from casement.rooms.conversations.models import Conversation, Query


@command(Action.CONVERSATIONS_QUERIES)
def choose_query(seat: Seat, *, number: int, text: str) -> Query:
    """Choose a puzzle to be solved together. It stays covered until the pair opens heading 6."""
    row = queries.known(seat, number, change=True)
    if not text.strip():
        raise Refused("Write the puzzle as a question to solve together.", field="text")
    last = Query.objects.filter(conversation=row).order_by("-number").first()
    return Query.objects.create(
        conversation=row, number=(last.number if last else 0) + 1, text=text.strip(), by_id=place_of(seat)
    )


@command(Action.CONVERSATIONS_QUERIES)
def drop_query(seat: Seat, *, number: int, query: int) -> Conversation:
    """Take a puzzle out again. Refused once the pair has opened heading 6."""
    row = queries.known(seat, number, change=True)
    found = Query.objects.filter(conversation=row, number=query).first()
    if found is None:
        raise NotHere
    if queries.opening(row):
        raise Refused("The pair has opened heading 6, so this puzzle has been seen.")
    found.delete()
    return row
