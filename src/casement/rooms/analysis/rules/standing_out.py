"""How far a passage stands out, among all that can be read, as what one would say if a claim were not so.

Kinds of nearness are each measured in standard deviations from what is usual in the material, and added up: near
the signs that its factors work the other way, near what people expect to have been told, about the same matter,
like the passages that the claim cites, and, with a minus, near what people say of any kind of factor: what stands
near everything is near nothing in particular (Radovanović, Nanopoulos and Ivanović 2010, "Hubs in space"). Last
counts which way it leans: how far it lies towards what people say of any factor where work went the other way than
the claim says. The weights were settled once, on planted passages; the sum is for the order alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Cosines = NDArray[np.float32]


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


def standing_out(told: Mapping[Near, Cosines]) -> Cosines:
    """One number for each passage, higher for what stands out more.

    The cosines are given passage by passage, in one order; what is not there is left empty. Nothing stands out
    where there is neither a sign nor anything expected.
    """
    import numpy as np

    if not any(len(told.get(kind, ())) for kind in (Near.SIGNS, Near.EXPECTED)):
        return np.zeros(0, dtype=np.float32)
    out: Cosines = np.sum([deviations(some, COUNTS[kind]) for kind, some in told.items() if len(some)], axis=0)
    return out


def deviations(told: Cosines, counts: float) -> Cosines:
    """Each number as its distance from the mean in standard deviations, times what it counts; zeros where all are
    alike.
    """
    spread = float(told.std())
    away: Cosines = (told - told.mean()) * (counts / spread if spread > LEAST else 0.0)
    return away
