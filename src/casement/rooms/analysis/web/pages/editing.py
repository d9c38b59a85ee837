"""Pages that hold one form: what they ask, what they start with, what they offer to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.design.frame import Place
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.choices import Voices
from casement.rooms.analysis.queries.tree import ItemView
from casement.rooms.analysis.rules.matrix import heading
from casement.rooms.analysis.web.pages.blocks import Piece

Options = Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class FormPage:
    """One question or one group of facts. `edition` is what the form was opened on, where two may change it."""

    heading: str
    sentence: str
    above: Place
    tab: str
    button: str = "Save"
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    choices: Mapping[str, Options] = field(default_factory=dict)
    edition: int | None = None
    quoted: tuple[tuple[str, str], ...] = ()
    pieces: tuple[Piece, ...] = ()
    second: Place | None = None
    fold: str = ""


def citing(seat: Seat) -> dict[str, Options]:
    """What the citing fields offer."""
    told = queries.citable(seat)
    return {
        "excerpt": [("", "None of these"), *told.passages],
        "source": [("", "No source"), *told.sources],
    }


def voices_of(told: Voices, *, none: str = "") -> dict[str, Options]:
    """Whose view it may be, in the shapes that different forms want."""
    roles = [offer for _, offers in told.roles for offer in offers]
    return {
        "strands": list(told.agencies),
        "roles": roles,
        "account_of": [("", none or "Nobody in particular"), *told.roles],
        "about": [
            ("", "Choose one"),
            *((group, [(f"role:{number}", name) for number, name in offers]) for group, offers in told.roles),
            ("Agencies", [(f"agency:{number}", name) for number, name in told.agencies]),
        ],
    }


def factor_options(items: Sequence[ItemView]) -> Options:
    """The factors of the framework under their level and type."""
    return [("", "Choose a factor"), *in_groups(items)]


def in_groups(items: Sequence[ItemView]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Items under the heading of their level and type."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for item in items:
        groups.setdefault(heading(item.level, item.group), []).append((item.item_id, item.label))
    return list(groups.items())


def category_options(items: Sequence[ItemView]) -> Options:
    """The six families of patterns, each with what belongs to it."""
    groups: dict[str, list[tuple[str, str]]] = {}
    families = {item.item_id: item.words for item in items if "." not in item.item_id}
    for item in items:
        family = item.item_id.partition(".")[0]
        inner = "." in item.item_id
        name = families.get(family, family)
        groups.setdefault(name, []).append((item.item_id, item.words if inner else f"{name} (as a whole)"))
    return list(groups.items())


def one_category(items: Sequence[ItemView], none: str = "Not placed yet") -> Options:
    """One category or none."""
    return [("", none), *category_options(items)]


def flat(items: Sequence[ItemView], chosen: Sequence[ItemView] = ()) -> Options:
    """The six families, and whatever narrower item is chosen already, for ticking several."""
    kept = {item.item_id for item in chosen}
    return [(item.item_id, item.words) for item in items if "." not in item.item_id or item.item_id in kept]


def to(seat: Seat, path: str, words: str) -> Place:
    """A way back to a page of the analysis."""
    return Place(words, f"/reviews/{seat.ref}/{path}")
