"""Pages of the identity register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.reviews import queries


@dataclass(frozen=True)
class IdentitiesPage:
    """Every label and the names behind it."""

    lines: tuple[queries.IdentityLine, ...]
    places: tuple[tuple[str, str], ...]
    may_change: bool
    tab: str = "Names and labels"


@dataclass(frozen=True)
class IdentityPage:
    """One label and its names, to put right."""

    line: queries.IdentityLine
    up: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def identities_page(seat: Seat) -> IdentitiesPage:
    """The register."""
    places = tuple((str(number), label) for number, label in queries.place_labels(seat))
    return IdentitiesPage(queries.identities(seat), places, allows(seat.standing, Action.REVIEWS_IDENTIFY))


def identity_page(seat: Seat, number: int) -> IdentityPage:
    """One line of the register."""
    line = queries.identity(seat, number)
    up = f"/reviews/{seat.ref}/identity/"
    return IdentityPage(line, up, f"Label {number}", {"form": {"names": "\n".join(line.names)}})
