"""Marks of one coder on one stretch as pieces that do not overlap."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from casement.rooms.coding.rules.agreement.unitizing import Piece


class Said(NamedTuple):
    """A mark as far as it reaches into one stretch: letters [start, end), the code, and its influence or ""."""

    start: int
    end: int
    code: str
    influence: str


def once(said: Sequence[Said] | None, wanted: Callable[[Said], bool]) -> list[Piece] | None:
    """The stretches covered by wanted marks; marks that overlap are one, because a code is given once or not."""
    if said is None:
        return None
    joined: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in said if wanted(one)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [Piece(start, end, True) for start, end in joined]


def layers(said: Sequence[Said] | None) -> list[Piece] | None:
    """The stretches between the edges of all marks, each with the set of codes given there."""
    if said is None:
        return None
    edges = sorted({edge for one in said for edge in (one.start, one.end)})
    told = []
    for start, end in pairwise(edges):
        codes = frozenset(one.code for one in said if one.start < end and one.end > start)
        if codes:
            told.append(Piece(start, end, codes))
    return told
