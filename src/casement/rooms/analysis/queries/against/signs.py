"""What people say where the factors of a claim work the other way, as the framework or this review words it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.against.claims import Claimed
from casement.rooms.analysis.rules.opposing import others
from casement.rooms.analysis.vocabulary import Influence
from casement.rooms.coding.queries import Signs, signs_of_factors


@dataclass(frozen=True)
class Sign:
    """One sentence that somebody would say where a factor of a claim works the other way than the claim says."""

    text: str
    factor: str
    way: str


@dataclass(frozen=True)
class Signed:
    """The signs against a claim, and `usual`: what people say of any kind of factor."""

    against: tuple[Sign, ...] = ()
    usual: tuple[str, ...] = ()


def signs_against(seat: Seat, claim: Claimed) -> Signed:
    """The signs that speak against a claim by the factors it gathers; one query, none without a factor."""
    turned = {code: others(ways) for code, ways in claim.factors.items() if code.startswith("item:")}
    if not any(turned.values()):
        return Signed()
    told = signs_of_factors(seat)
    against = [
        Sign(text, claim.labels[code], way)
        for code, ways in turned.items()
        if code in told
        for way in sorted(ways)
        for text in said(told[code], way)
    ]
    return Signed(tuple({one.text: one for one in against}.values()), usual(told))


def usual(told: Mapping[str, Signs]) -> tuple[str, ...]:
    """What people say of each kind of factor, a sentence for each side: few, since a model has to read them."""
    kinds: dict[str, Signs] = {}
    for one in told.values():
        kinds.setdefault(one.item.partition(".")[0], one)
    return tuple(side[0] for one in kinds.values() for side in (one.helped, one.harder) if side)


def said(signs: Signs, way: str) -> Iterable[str]:
    """The sentences of one way."""
    return signs.helped if way == Influence.HELPED else signs.harder
