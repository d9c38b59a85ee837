"""Papers that rooms keep and that something may point to: by a key, a name, and the door they stand behind.

A room that keeps papers puts a shelf here (in its reactions.py); a room that points to them asks for all shelves,
and keeps to who may open what. So a room can point to papers of a room above it without knowing it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from casement.foundation.access import Standing
from casement.foundation.actions import Action, allows


@dataclass(frozen=True)
class Paper:
    """One paper: a key, a name without content, its address inside the review, and what opening it needs.

    `kept_by` is set while only those who may do that can open it: it was not given out, or is no longer.
    """

    key: str
    name: str
    path: str
    action: Action
    kept_by: Action | None = None


Shelf: TypeAlias = Callable[[int, Collection[str] | None], Iterable[Paper]]
SHELVES: list[Shelf] = []


def shelf(told: Shelf) -> Shelf:
    """Keep the papers that `told` finds in a review; used in a room's reactions.py.

    It is given the keys that are looked for, so that it need not ask what nobody wants to know; None for all.
    """
    SHELVES.append(told)
    return told


def papers_of(review_id: int, wanted: Collection[str] | None = None) -> dict[str, Paper]:
    """The papers of a review, by key: all of them, or those with the keys that are `wanted`."""
    told = (one for each in SHELVES for one in each(review_id, wanted))
    return {one.key: one for one in told if wanted is None or one.key in wanted}


def opens(standing: Standing, paper: Paper) -> bool:
    """Whether somebody standing here may open the paper now."""
    return allows(standing, paper.action) and (paper.kept_by is None or allows(standing, paper.kept_by))
