"""Where to go after a change."""

from collections.abc import Callable
from typing import Any

from casement.foundation.access import Seat
from casement.rooms.analysis import queries

Way = Callable[..., str]


def within(folder: str, anchor: str = "") -> Way:
    """To the page of the thing that was made or changed, in `folder`."""

    def go(seat: Seat, result: Any, **parts: Any) -> str:
        return f"/reviews/{seat.ref}/{folder}/{result.number}/{anchor}"

    return go


def to_list(folder: str) -> Way:
    """To a list."""

    def go(seat: Seat, result: Any, **parts: Any) -> str:
        return f"/reviews/{seat.ref}/{folder}/"

    return go


def to_episode_of(seat: Seat, result: Any, **parts: Any) -> str:
    """To the episode a factor use belongs to."""
    return f"/reviews/{seat.ref}/episodes/{result.episode.number}/#factors"


def to_finding_of(anchor: str) -> Way:
    """To the finding a figure or question belongs to."""

    def go(seat: Seat, result: Any, **parts: Any) -> str:
        return f"/reviews/{seat.ref}/findings/{result.finding.number}/{anchor}"

    return go


def to_home(seat: Seat, result: Any, **parts: Any) -> str:
    """To the part a text stands in."""
    return queries.home_of(seat, result)


def to_statement(seat: Seat, result: Any, **parts: Any) -> str:
    """To the page of a text."""
    return f"/reviews/{seat.ref}/statements/{result.number}/"


def to_statement_of(seat: Seat, result: Any, **parts: Any) -> str:
    """To the text a piece of evidence belongs to."""
    return queries.statement_of(seat, result)


def to_owner(seat: Seat, result: Any, *, owner: str, number: int, **parts: Any) -> str:
    """To the episode, pattern or finding named in the address."""
    folders = {"episode": "episodes", "pattern": "patterns", "finding": "findings"}
    return f"/reviews/{seat.ref}/{folders[owner]}/{number}/"
