"""What waits in the conversations: to be checked by its person, written up, released, or taken out by a lead."""

from __future__ import annotations

from collections.abc import Sequence

from casement.desk.asked import Asked
from casement.rooms.conversations.queries import Waits
from casement.rooms.conversations.vocabulary import State

INVITED = frozenset({State.EXPLAINED, State.BOOKED})
YOURS = {
    **dict.fromkeys(INVITED, ("You have been invited to a conversation", "What it is, what it is not, and when.")),
    State.WRITTEN_UP: ("Check what was written from your conversation", "Nobody uses it before you have read it."),
}


def spoken(conversations: Sequence[Waits]) -> list[Asked]:
    """One thing for each conversation that waits for this person."""
    told = []
    for one in conversations:
        at = f"conversations/{one.number}/"
        if one.own:
            if one.state in YOURS:
                told.append(Asked(*YOURS[one.state], "Read it", f"{at}check/"))
        elif one.state is State.HELD:
            told.append(
                Asked(
                    f"Write up the conversation with {one.who}", "From your notes.", "Write it up", f"{at}write-up/"
                )
            )
        elif one.state is State.CHECKED:
            told.append(
                Asked(
                    f"{one.who} has agreed to their account",
                    "It can go to the analysis.",
                    "Look at it",
                    f"{at}release/",
                )
            )
        elif one.state is State.WITHDRAWN:
            told.append(
                Asked(
                    f"{one.who} has withdrawn their account",
                    "It was released before. Take the text out, and tell those who read it.",
                    "See what can be done",
                    at,
                )
            )
    return told
