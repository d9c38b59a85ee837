"""Pages of data protection, of the steps, and of who looked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.rooms.reviews import queries


@dataclass(frozen=True)
class ProtectionPage:
    """The data protection record and the two ways to make it."""

    protection: queries.Protection
    may_protect: bool
    tab: str = "Data protection"
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class StepsPage:
    """The steps of this form of the review, its gates, and its history."""

    variant: str
    steps: tuple[queries.StepState, ...]
    moves: tuple[queries.Move, ...]
    closed: bool
    may_move: bool
    may_edit: bool
    next_blocked: tuple[str, ...]
    tab: str = "Steps"
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class GatePage:
    """One gate and the question that opens it."""

    gate: queries.GateState
    up: str
    tab: str = "Steps"


@dataclass(frozen=True)
class LedgerPage:
    """One page of who looked at what."""

    lines: tuple[queries.Look, ...]
    pages: Pages
    tab: str = "Who looked"


def protection_page(seat: Seat) -> ProtectionPage:
    """The data protection page."""
    told = queries.protection(seat)
    filled = {"assessment": {"reference": told.reference}, "waiver": {"reason": told.waiver}}
    return ProtectionPage(told, allows(seat.standing, Action.REVIEWS_PROTECT), filled=filled)


def steps_page(seat: Seat) -> StepsPage:
    """The steps page."""
    way, states, moves = queries.steps_of(seat)
    at = next(place for place, state in enumerate(states) if state.current)
    later = [state for state in states[at + 1 :] if state.taken]
    return StepsPage(
        variant=way.variant.name,
        steps=states,
        moves=moves,
        closed=seat.standing.closed,
        may_move=allows(seat.standing, Action.REVIEWS_MOVE),
        may_edit=allows(seat.standing, Action.REVIEWS_EDIT),
        next_blocked=later[0].blocked if later and not seat.standing.closed else (),
        filled={"move": {"to": later[0].step.key if later else ""}},
    )


def gate_page(seat: Seat, gate: str) -> GatePage:
    """The page that answers one gate; NotHere for a gate that is met in another place."""
    for state in queries.steps_of(seat)[1]:
        for told in state.gates:
            if told.key == gate and told.asks:
                return GatePage(told, f"/reviews/{seat.ref}/steps/")
    raise NotHere


def ledger_page(seat: Seat, asked: Mapping[str, str]) -> LedgerPage:
    """One page of the ledger; `page` in the address says which."""
    wanted = asked.get("page", "1")
    told = queries.looks(seat, int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 1)
    pages = Pages(told.current, told.last, told.total, 50, "entries")
    return LedgerPage(told.lines, pages)
