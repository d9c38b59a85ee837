"""Pages of holds."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.rooms.proceedings import queries
from casement.rooms.proceedings.web.pages.around import Around, around


@dataclass(frozen=True)
class HoldsPage:
    """What is held now, and what was."""

    now: tuple[queries.HoldLine, ...]
    lifted: tuple[queries.HoldLine, ...]
    reads: bool
    act: Place | None
    around: Around
    tab: str = "Holds"


@dataclass(frozen=True)
class PlaceHoldPage:
    """The form that places a hold."""

    proceedings: tuple[tuple[str, str], ...]
    around: Around
    tab: str = "Place a hold"


@dataclass(frozen=True)
class HoldPage:
    """One hold: what it stops, why, who may lift it and who was asked."""

    line: queries.HoldLine
    may_hold: bool
    may_lift: bool
    around: Around
    tab: str


def holds_page(seat: Seat) -> HoldsPage:
    """The holds of the review."""
    told = queries.hold_list(seat)
    may = allows(seat.standing, Action.PROCEEDINGS_HOLD)
    return HoldsPage(
        tuple(one for one in told if one.lifted_at is None),
        tuple(one for one in told if one.lifted_at is not None),
        allows(seat.standing, Action.PROCEEDINGS_READ),
        Place("Place a hold", f"/reviews/{seat.ref}/holds/new/") if may else None,
        around(seat, "holds"),
    )


def place_page(seat: Seat) -> PlaceHoldPage:
    """The page that places a hold."""
    return PlaceHoldPage(queries.proceeding_choices(seat), around(seat, "holds"))


def hold_page(seat: Seat, number: int) -> HoldPage:
    """One hold; whoever may lift it sees the button once somebody else has asked."""
    line = queries.hold(seat, number)
    may = allows(seat.standing, Action.PROCEEDINGS_HOLD) and line.lifted_at is None
    return HoldPage(line, may, may and not line.why_not, around(seat, "holds"), f"Hold {number}")
