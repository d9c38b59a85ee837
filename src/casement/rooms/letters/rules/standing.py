"""Where a letter stands, from what became of each way it went. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class State(StrEnum):
    """Where a letter stands."""

    DRAFT = "draft"
    THROWN_AWAY = "thrown_away"
    WAITING = "waiting"
    SENT = "sent"
    READ = "read"
    CAME_BACK = "came_back"


STATE_NAMES: dict[State, str] = {
    State.DRAFT: "Draft",
    State.THROWN_AWAY: "Thrown away",
    State.WAITING: "On its way",
    State.SENT: "Sent",
    State.READ: "Read",
    State.CAME_BACK: "Came back",
}
LOST = ("given_up", "returned")


def went(mail: str, *, read: bool) -> State:
    """Where one dispatch stands. Without a mail (an empty word) it was posted, and Casement hears no more of it."""
    if read:
        return State.READ
    if mail in LOST:
        return State.CAME_BACK
    return State.WAITING if mail == "waiting" else State.SENT


def standing(ways: Iterable[State], *, thrown_away: bool = False) -> State:
    """Where a letter stands, from the ways that count: one that came back counts until it was sent again."""
    if thrown_away:
        return State.THROWN_AWAY
    told = set(ways)
    for each in (State.CAME_BACK, State.WAITING, State.SENT, State.READ):
        if each in told:
            return each
    return State.DRAFT
