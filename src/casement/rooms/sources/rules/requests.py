"""Where a request for records stands, worked out from what happened to it and from today. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casement.rooms.sources.vocabulary.requests import ENDS, TOP, WAITING, Happened, State, Why

ENDINGS = ENDS | {Happened.REOPENED}


@dataclass(frozen=True)
class Event:
    """One thing that happened. `order` tells events of one day apart; `came` counts sources that came and stand."""

    kind: str
    on: date
    order: int = 0
    promised_for: date | None = None
    whole: bool = False
    why: str = ""
    came: int = 0


@dataclass(frozen=True)
class Stand:
    """Where a request stands. `gaps` are the events that say what is not here and has not come since."""

    state: State
    today: date
    promised_for: date | None = None
    wanted_by: date | None = None
    gaps: tuple[Event, ...] = ()
    chased: tuple[date, ...] = ()
    came: bool = False
    settled: bool = False

    @property
    def all_came(self) -> bool:
        """Whether something came and nothing else is to come, whether or not the request was closed since."""
        return self.came and self.settled

    @property
    def waits(self) -> bool:
        """Whether something is still to come or to be answered."""
        return self.state in WAITING

    @property
    def over(self) -> bool:
        """Whether it was closed, withdrawn or given up without an answer."""
        return self.state in (State.CLOSED, State.WITHDRAWN, State.UNANSWERED)

    @property
    def late(self) -> int:
        """How many days have gone by since the promised day; nought when none have, or nothing is waited for."""
        if not self.waits or self.promised_for is None:
            return 0
        return max(0, (self.today - self.promised_for).days)

    @property
    def due_today(self) -> bool:
        """Whether what is waited for was promised for today."""
        return self.waits and self.promised_for == self.today

    @property
    def unanswered(self) -> bool:
        """Whether the day by which an answer was asked for went by with no promise and nothing come."""
        return self.state is State.ASKED and self.wanted_by is not None and self.wanted_by < self.today

    @property
    def turn(self) -> int:
        """Its place in the list: what needs chasing first, then what waits, then what is done."""
        if self.late or self.due_today or self.unanswered:
            return 0 if self.late else 1 if self.due_today else 2
        if self.waits:
            return 4 if self.promised_for else 3
        return {State.UNANSWERED: 5, State.CLOSED: 6, State.WITHDRAWN: 7}.get(self.state, 5)

    @property
    def to_chase(self) -> bool:
        """Whether somebody should ask again today."""
        return self.turn <= 2

    def shown(self, show: str) -> bool:
        """Whether it is among what is to be chased, what waits, or what is done; anything else shows all."""
        return {"chase": self.to_chase, "waiting": self.waits, "done": not self.waits}.get(show, True)


def standing(events: Iterable[Event], *, today: date, wanted_by: date | None = None) -> Stand:
    """Where a request stands after these events, in whatever order they are given.

    What came in full, or an answer that nothing more will come, settles every promise and everything still to
    come that was noted before it. A receipt of which no source stands in the review is none.
    """
    told = sorted(events, key=lambda one: (one.on, one.order))
    ended = next((one.kind for one in reversed(told) if one.kind in ENDINGS), "")
    last = max((at for at, one in enumerate(told) if _settles(one)), default=-1)
    since = told[last + 1 :]
    expected = [one for one in since if one.kind == Happened.PROMISED or one.why == Why.TO_COME]
    gaps = tuple(one for one in told if _is_gap(one) and (one.why != Why.TO_COME or one in since))
    promised = next((one.promised_for for one in reversed(expected) if one.promised_for), None)
    came = any(one.kind == Happened.RECEIVED and one.came for one in told)
    settled = last >= 0 and not expected
    return Stand(
        _state(ended, came=came, settled=settled, promised=promised is not None),
        today,
        promised,
        wanted_by,
        gaps,
        tuple(one.on for one in told if one.kind == Happened.CHASED),
        came,
        settled,
    )


def _state(ended: str, *, came: bool, settled: bool, promised: bool) -> State:
    if ended in ENDS:
        return State(ended)
    if settled:
        return State.RECEIVED if came else State.ANSWERED
    if came:
        return State.PART
    return State.PROMISED if promised else State.ASKED


def _settles(one: Event) -> bool:
    if not one.whole:
        return False
    return bool(one.came) if one.kind == Happened.RECEIVED else _is_gap(one) and one.why != Why.TO_COME


def _is_gap(one: Event) -> bool:
    return one.kind == Happened.GAP


def why_not_given_up(events: Iterable[Event], routes: Iterable[str]) -> str:
    """Why a request may not end as never answered; empty when it may.

    Only where nothing has come and nothing was said to be missing, and the route was gone to its top.
    """
    told = list(events)
    if any(one.came or _is_gap(one) for one in told):
        return "Something came or was answered, so this request was answered. Close it instead."
    if not TOP & set(routes):
        return (
            "Before you give up, ask the agency’s chief officer or the board’s legal adviser, and note it under "
            "Chase it. Then the record shows that everybody was asked."
        )
    return ""
