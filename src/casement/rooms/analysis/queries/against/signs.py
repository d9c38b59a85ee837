"""What people say where the factors of a claim work the other way, as the framework or this review words it."""

from __future__ import annotations

from collections.abc import Mapping
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
    """The signs against a claim, and what people say of each kind of factor, helping or making things harder."""

    against: tuple[Sign, ...] = ()
    helped: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()

    @property
    def usual(self) -> tuple[str, ...]:
        """What people say of any kind of factor, either way."""
        return (*self.helped, *self.harder)


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
    helped, harder = usual(told, Influence.HELPED), usual(told, Influence.HARDER)
    return Signed(tuple({one.text: one for one in against}.values()), helped, harder)


def usual(told: Mapping[str, Signs], way: str) -> tuple[str, ...]:
    """What people say of each kind of factor, a sentence each: few, since a model has to read them."""
    kinds: dict[str, str] = {}
    for one in told.values():
        for text in said(one, way)[:1]:
            kinds.setdefault(one.item.partition(".")[0], text)
    return tuple(kinds.values())


def said(signs: Signs, way: str) -> tuple[str, ...]:
    """The sentences of one way."""
    return signs.helped if way == Influence.HELPED else signs.harder
