"""How far a passage stands out, among all that can be read, as what one would say if a claim were not so.

Kinds of nearness are each measured in standard deviations from what is usual in the material, and added up: near
the signs that its factors work the other way, near what people expect to have been told, about the same matter,
like the passages that the claim cites, and, with a minus, near what people say of any kind of factor: what stands
near everything is near nothing in particular (Radovanović, Nanopoulos and Ivanović 2010, "Hubs in space"). Last
counts which way it leans: how far it lies towards what people say of any factor where work went the other way than
the claim says. The weights were settled once, on planted passages; the sum is for the order alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import sqrt
from operator import mul


class Near(StrEnum):
    """What a passage can be near."""

    SIGNS = "signs"
    EXPECTED = "expected"
    ABOUT = "about"
    CITED = "cited"
    USUAL = "usual"
    LEANS = "leans"


COUNTS: dict[Near, float] = {
    Near.SIGNS: 1.0, Near.EXPECTED: 1.0, Near.ABOUT: 1.0, Near.CITED: 0.8, Near.USUAL: -0.25,
    Near.LEANS: 0.5,
}  # fmt: skip
LEAST = 1e-6  # a spread below it is rounding


def standing_out(told: Mapping[Near, Sequence[float]]) -> list[float]:
    """One number for each passage, higher for what stands out more.

    The cosines are given passage by passage, in one order; what is not there is left empty. Nothing stands out
    where there is neither a sign nor anything expected.
    """
    if not told.get(Near.SIGNS) and not told.get(Near.EXPECTED):
        return []
    each = [deviations(some, COUNTS[kind]) for kind, some in told.items() if some]
    return [sum(some) for some in zip(*each, strict=True)]


def deviations(told: Sequence[float], counts: float) -> list[float]:
    """Each number as its distance from the mean in standard deviations, times what it counts; zeros where all are
    alike.
    """
    mean = sum(told) / len(told)
    spread = sqrt(max(sum(map(mul, told, told)) / len(told) - mean * mean, 0.0))
    step = counts / spread if spread > LEAST else 0.0
    return [(one - mean) * step for one in told]
