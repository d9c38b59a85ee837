"""Looking for what would weaken a claim: passages proposed in ways that can be told, for the team to weigh.

The program passes no verdict and shows no number: each passage comes with the reason why it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.against.claims import Claimed, Place, claimed
from casement.rooms.analysis.queries.against.expected import ExpectedView, expected
from casement.rooms.analysis.queries.against.material import Passage, material
from casement.rooms.analysis.queries.against.places import address, named, passage_at, where
from casement.rooms.analysis.queries.against.signs import Signed, signs_against
from casement.rooms.analysis.queries.against.ways import WAYS, Looked
from casement.rooms.analysis.queries.against.weighed import WeighedView, draft_of_search, weighed
from casement.rooms.analysis.rules.opposing import Way, fused

MOST = 60

__all__ = [
    "Claimed",
    "ExpectedView",
    "OtherSide",
    "Passage",
    "Proposed",
    "WeighedView",
    "address",
    "claimed",
    "draft_of_search",
    "expected",
    "named",
    "other_side",
    "passage_at",
    "signs_against",
    "weighed",
    "where",
]


@dataclass(frozen=True)
class Proposed:
    """A passage that may speak against a claim, and why it is shown, most telling reason first."""

    passage: Passage
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class OtherSide:
    """A claim and what may speak against it. `model` is the model of meanings that was used, if any."""

    claim: Claimed
    proposed: tuple[Proposed, ...]
    model: str


def other_side(
    seat: Seat, owner: str, number: int, *, without: Iterable[Place] = (), ways: Iterable[Way] = tuple(Way),
    told_otherwise: Iterable[str] | None = None,
) -> OtherSide:  # fmt: skip
    """What may speak against a pattern, a finding or an episode, without what is cited or `without` these places.

    `told_otherwise` is what the team expects to have been told if it were not so, where it has been read already.
    Nine to twelve queries. NotHere when there is no such claim for this seat.
    """
    if told_otherwise is None:
        told_otherwise = (one.text for one in expected(seat, owner, number))
    claim = replace(claimed(seat, owner, number), expected=tuple(told_otherwise))
    signed = signs_against(seat, claim) if Way.SIGNS in set(ways) else Signed()
    found = material(seat, claim, signed)
    for place in without:
        found.passages.pop(place, None)
    told = Looked(claim, found, signed)
    orders = {way: look(told) for way, look in WAYS.items() if way in set(ways)}
    merged = fused({way: order.places for way, order in orders.items()}, by_meaning=bool(found.model))[:MOST]
    return OtherSide(
        claim,
        tuple(
            Proposed(
                found.passages[place],
                why([order.reasons[place] for order in orders.values() if place in order.places], told, place),
            )
            for place in merged
        ),
        found.model,
    )


def why(reasons: list[str], told: Looked, place: Place) -> tuple[str, ...]:
    """Why a passage is shown, a sentence for each way, and last which way it leans."""
    return tuple(one for one in (*reasons, told.leaning_words(place)) if one)
