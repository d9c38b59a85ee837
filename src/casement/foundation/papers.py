"""Papers that rooms keep and that something may point to: by a key, a name, and the door they stand behind.

A room that keeps papers puts a shelf here (in its reactions.py); a room that points to them asks for all shelves,
and keeps to who may open what. So a room can point to papers of a room above it without knowing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

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


SHELVES: list[Callable[[int], Iterable[Paper]]] = []


def shelf(told: Callable[[int], Iterable[Paper]]) -> Callable[[int], Iterable[Paper]]:
    """Keep the papers that `told` finds in a review; used in a room's reactions.py."""
    SHELVES.append(told)
    return told


def papers_of(review_id: int) -> dict[str, Paper]:
    """Every paper of a review, by key."""
    return {one.key: one for told in SHELVES for one in told(review_id)}


def opens(standing: Standing, paper: Paper) -> bool:
    """Whether somebody standing here may open the paper now."""
    return allows(standing, paper.action) and (paper.kept_by is None or allows(standing, paper.kept_by))
