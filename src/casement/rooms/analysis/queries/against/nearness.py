"""What each passage is near in meaning, told from the middle of what it is compared among."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from casement.foundation.search.meaning import Model
from casement.foundation.search.opposing import WELL
from casement.foundation.search.speaking import Seen, Speaking, from_middle, learned, speaking
from casement.rooms.analysis.queries.against.claims import Claimed
from casement.rooms.analysis.queries.against.signs import Signed
from casement.rooms.analysis.rules.standing_out import Near

if TYPE_CHECKING:
    from casement.foundation.search.meaning import Matrix

FEW = 4  # signs that a passage is compared with: one alone may share no more than its place or its hour


def kinds_of_nearness(claim: Claimed, signed: Signed, means: Model, every: Matrix) -> dict[Near, Matrix]:
    """The kinds of nearness of each passage, of which `every` holds one vector a row.

    Passages, and what is taken from them, are told from the middle of all passages; what people say of factors from
    the middle of what is said of all factors.
    """
    spoken = speaking(means) or of_usual(signed, means)
    middle = every.mean(axis=0)
    seen = Seen(every, middle)

    def ours(texts: Sequence[str]) -> Matrix:
        return from_middle(means.known(texts), middle) if texts else every[:0]

    def said(texts: Sequence[str]) -> Matrix:
        if not texts:
            return every[:0]
        return from_middle(means.known(texts), spoken.middle if spoken else middle)

    return {
        Near.SIGNS: seen.nearest_few(said([one.text for one in signed.against]), FEW),
        Near.EXPECTED: seen.nearest_few(said(claim.expected), 1),
        Near.ABOUT: seen.near(ours(claim.about)),
        Near.CITED: seen.near(ours(claim.quotes)),
        Near.USUAL: seen.near(said(signed.usual)),
        Near.LEANS: leaning(claim, spoken, seen),
    }


def of_usual(signed: Signed, means: Model) -> Speaking | None:
    """What the usual sentences of each kind of factor teach, where the installation was not prepared."""
    if not signed.helped or not signed.harder:
        return None
    return learned(means.known(signed.helped), means.known(signed.harder))


def leaning(claim: Claimed, spoken: Speaking | None, seen: Seen) -> Matrix:
    """How far each passage lies towards what people say where work went the other way than the claim leans; empty
    where the claim leans to neither side.
    """
    if spoken is None or not claim.leaning:
        return seen.none
    return seen.near(-spoken.way[None] if claim.leaning == WELL else spoken.way[None])
