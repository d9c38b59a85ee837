"""Which moves a conversation can make, and what stands in the way of one, in sentences."""

from dataclasses import dataclass

from casement.rooms.conversations.vocabulary import State

FORWARD = (
    State.PROPOSED, State.EXPLAINED, State.BOOKED, State.HELD, State.WRITTEN_UP, State.CHECKED, State.RELEASED,
)  # fmt: skip
BEFORE_HELD = frozenset({State.PROPOSED, State.EXPLAINED, State.BOOKED})
OPEN = frozenset(FORWARD) - {State.RELEASED}

NOT_EXPLAINED = "Record first who explained the status of the conversation to them, and when."
NOT_CLEARED = (
    "This person cannot be invited yet. The legal liaison has to clear it first. Nothing about the reason is shown "
    "here."
)


@dataclass(frozen=True)
class Facts:
    """What a move is decided on: whether the status was explained, a flag is open, and what holds it, in words."""

    explained: bool = False
    flagged: bool = False
    stopped: str = ""
    before_hold: str = ""


def next_states(state: str, before_hold: str = "") -> tuple[State, ...]:
    """Where a conversation can go from here, whatever else may stand in the way."""
    here = State(state)
    match here:
        case State.ON_HOLD:
            back = (State(before_hold),) if before_hold else ()
            return (*back, State.WITHDRAWN)
        case State.DECLINED:
            return (State.PROPOSED,)
        case State.WITHDRAWN:
            return ()
        case State.RELEASED:
            return (State.WITHDRAWN,)
        case _:
            onwards = [FORWARD[FORWARD.index(here) + 1]]
            if here in (State.BOOKED, State.WRITTEN_UP):
                onwards.append(here)  # booked for another day; sent again with changes
            if here is State.CHECKED:
                onwards.append(State.WRITTEN_UP)
            sideways = [State.DECLINED] if here in BEFORE_HELD else []
            return (*onwards, *sideways, State.ON_HOLD, State.WITHDRAWN)


def reasons_against(state: str, to: str, facts: Facts) -> tuple[str, ...]:
    """Why a conversation may not go from `state` to `to` now; empty when it may.

    Leaving is never stopped: nobody is held in a conversation by a flag or a hold.
    """
    if State(to) not in next_states(state, facts.before_hold):
        if State(state) is State.PROPOSED and to in (State.BOOKED, State.HELD) and not facts.explained:
            # What to do first helps more than that it cannot be.
            return (NOT_CLEARED,) if facts.flagged else (NOT_EXPLAINED,)
        return ("A conversation cannot go from where it is to there.",)
    if to in (State.DECLINED, State.WITHDRAWN, State.ON_HOLD):
        return ()
    told = []
    if facts.stopped:
        told.append(facts.stopped)
    if facts.flagged and to in BEFORE_HELD | {State.HELD} and to != State.PROPOSED:
        told.append(NOT_CLEARED)
    if not facts.explained and FORWARD.index(State(to)) >= FORWARD.index(State.BOOKED):
        told.append(NOT_EXPLAINED)
    return tuple(told)
