"""What a room puts beside a thing of a room below it: a line, and the way to it.

The page of the lower thing asks for what there is; it does not know who answers. Answers are narrowed to the seat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from casement.foundation.access import Seat


@dataclass(frozen=True)
class Beside:
    """One line beside a thing: what it says, the way to it, and a remark such as where it stands.

    `under` is the heading it stands under where a page has several; `said` are words of somebody else.
    """

    words: str
    href: str
    remark: str = ""
    under: str = ""
    said: str = ""


TELLERS: dict[str, list[Callable[[Seat, int], Iterable[Beside]]]] = {}


def tells_beside(kind: str) -> Callable[[Callable[[Seat, int], Iterable[Beside]]], Callable[..., Iterable[Beside]]]:
    """Answer for things of `kind`, such as an episode, by number; used in a room's reactions.py."""

    def keep(teller: Callable[[Seat, int], Iterable[Beside]]) -> Callable[..., Iterable[Beside]]:
        TELLERS.setdefault(kind, []).append(teller)
        return teller

    return keep


def beside(seat: Seat, kind: str, number: int) -> tuple[Beside, ...]:
    """What stands beside one thing for this seat, room by room."""
    return tuple(one for teller in TELLERS.get(kind, ()) for one in teller(seat, number))
