"""The pages that belong together here: the register, holds, disclosures, how long material is kept."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place

PAGES = (
    ("proceedings", "Proceedings and witnesses", Action.PROCEEDINGS_LIST),
    ("holds", "Holds", Action.PROCEEDINGS_LIST),
    ("disclosures", "Disclosures", Action.PROCEEDINGS_READ),
    ("keeping", "How long we keep it", Action.PROCEEDINGS_READ),
)


@dataclass(frozen=True)
class Around:
    """The pages of this part that a person may open, the current one marked."""

    pages: tuple[Place, ...]


def around(seat: Seat, here: str) -> Around:
    """The pages that this seat may open."""
    told = [(key, text) for key, text, action in PAGES if allows(seat.standing, action)]
    return Around(tuple(Place(text, f"/reviews/{seat.ref}/{key}/", key == here) for key, text in told))
