"""Who answers at which level, and which list belongs to a review. Plain Python."""

from __future__ import annotations

from collections.abc import Collection

from casement.foundation.access import Role
from casement.rooms.markers.vocabulary import Level

LEVEL_OF: dict[Role, Level] = {
    Role.ACCOUNTABLE: Level.ACCOUNTABLE,
    Role.DELEGATED: Level.DELEGATED,
    Role.LEAD: Level.CONDUCTING,
    Role.BUSINESS: Level.SUPPORT,
}


def level_of(role: Role | None) -> Level | None:
    """The level for which somebody in this role answers; None for those who only read."""
    return LEVEL_OF.get(role) if role else None


def lists_for(kind: str) -> tuple[str, ...]:
    """The published lists that fit a kind of review: one for a child's or an adult's case, otherwise both."""
    return (kind,) if kind in ("children", "adults") else ("children", "adults")


def for_now(step: str, offered_at: str, level: Level | None, asks: Collection[str], answered: bool) -> bool:
    """Whether a marker is for somebody now: it asks their level, its step has come, and they have not answered.

    Steps sort by their keys, S01 to S17.
    """
    return level is not None and level in asks and offered_at <= step and not answered
