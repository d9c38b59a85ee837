"""The ways in which a passage may speak against a claim, and how their orders are put together.

By reciprocal rank fusion, 1 / (60 + rank) added up over the orders a passage stands in, after Cormack, Clarke and
Büttcher (2009, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods"). What people
marked themselves counts for most, nearness in meaning for more than single words: an order has a weight, settled
once on planted passages. The sum is for the order alone; it is never shown and never kept.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from casement.rooms.analysis.vocabulary import Influence

FUSION = 60
_SOURCE = re.compile(r"source-([1-9]\d{0,8})-(\d{1,9})-([1-9]\d{0,8})")
_ENTRY = re.compile(r"entry-([1-9]\d{0,8})")
Key = TypeVar("Key", bound=Hashable)


class Voice(StrEnum):
    """Who would have told us, if a claim were not so."""

    WORKER = "worker"
    RECORD = "record"
    FAMILY = "family"
    OTHERS = "others"


VOICE_NAMES: dict[str, str] = {
    Voice.WORKER: "A worker",
    Voice.RECORD: "A record or an e-mail",
    Voice.FAMILY: "The family, or the person themselves",
    Voice.OTHERS: "A manager, or another agency",
}


class Way(StrEnum):
    """One way to look for the other side."""

    INFLUENCE = "influence"
    EXPECTED = "expected"
    SIGNS = "signs"
    TOGETHER = "together"
    ELSEWHEN = "elsewhen"
    OPPOSITE = "opposite"
    MEANING = "meaning"
    UNCITED = "uncited"


WAY_NAMES: dict[Way, str] = {
    Way.INFLUENCE: "the same factors, marked with the other influence",
    Way.EXPECTED: "what you would expect to have been told if it were not so",
    Way.SIGNS: "what people say where its factors work the other way",
    Way.OPPOSITE: "words that say the opposite of ours",
    Way.MEANING: "passages near in meaning",
    Way.ELSEWHEN: "the same roles and agencies at other times",
    Way.TOGETHER: "sources where codes that we hold to go together do not",
    Way.UNCITED: "passages of the cited sources that we do not cite",
}
WEIGHTS: dict[Way, float] = {
    Way.INFLUENCE: 12,
    Way.EXPECTED: 8,
    Way.SIGNS: 0.5,
    Way.MEANING: 2,
    Way.ELSEWHEN: 0.5,
    Way.TOGETHER: 0.5,
    Way.UNCITED: 0.2,
}
# What is near in meaning to a claim mostly agrees with it: once people have said what they would expect to hear if
# it were not so, that is asked for instead.
MEANING_BESIDE_EXPECTED = 0.5
# Standing out already counts in what is expected and what it is about.
STANDING_OUT: dict[Way, float] = {Way.INFLUENCE: 800, Way.SIGNS: 200, Way.EXPECTED: 2, Way.MEANING: 0.5}
OTHER = {Influence.HELPED: Influence.HARDER, Influence.HARDER: Influence.HELPED}


def fused(orders: Mapping[Way, Sequence[Key]], *, by_meaning: bool = False) -> list[Key]:
    """One order out of several; of equals, the one that stands first in the first order.

    `by_meaning` is whether a model of meanings has told how far passages stand out.
    """
    sums: dict[Key, float] = {}
    weights = WEIGHTS
    if by_meaning and orders.get(Way.SIGNS):
        weights = WEIGHTS | STANDING_OUT
    elif orders.get(Way.EXPECTED):
        weights = WEIGHTS | {Way.MEANING: MEANING_BESIDE_EXPECTED}
    for way, order in orders.items():
        for rank, key in enumerate(order):
            sums[key] = sums.get(key, 0.0) + weights.get(way, 1.0) / (FUSION + rank)
    return sorted(sums, key=lambda key: -sums[key])


def others(influences: Iterable[str]) -> frozenset[str]:
    """The influences that speak against those a claim gathers; none where it gathers both sides alike."""
    told = [one for one in influences if one in OTHER]
    helped, harder = told.count(Influence.HELPED), told.count(Influence.HARDER)
    if helped == harder:
        return frozenset()
    return frozenset({OTHER[Influence.HELPED if helped > harder else Influence.HARDER]})


def place_named(name: str) -> tuple[str, int, int, int] | None:
    """The place that a name in an address stands for: source, number, start and end, or entry and number."""
    if told := _SOURCE.fullmatch(name):
        number, start, end = (int(one) for one in told.groups())
        return ("source", number, start, end)
    if told := _ENTRY.fullmatch(name):
        return ("entry", int(told[1]), 0, 0)
    return None


def name_of(kind: str, number: int, start: int, end: int) -> str:
    """How a place is named in an address: by numbers alone."""
    return f"entry-{number}" if kind == "entry" else f"source-{number}-{start}-{end}"
