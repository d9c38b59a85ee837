"""The page where the sentences are worded that people say where a factor worked one way or the other."""

from dataclasses import dataclass
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.rooms.coding import queries


@dataclass(frozen=True)
class SignsPage:
    """The signs of one factor, to be worded for this review. `shipped` are those that came with the framework."""

    signs: queries.Signs
    above: Place
    filled: dict[str, dict[str, Any]]
    tab: str = "Factor"


def signs_page(seat: Seat, item: str) -> SignsPage:
    """The signs of one factor. NotHere when it is not in this review's framework."""
    told = queries.signs_of(seat, item)
    filled = {
        "helped": "\n".join(told.helped),
        "harder": "\n".join(told.harder),
        "based_on": told.edition,
    }
    return SignsPage(told, Place(told.label, f"/reviews/{seat.ref}/codes/item/{item}/"), {"form": filled})
