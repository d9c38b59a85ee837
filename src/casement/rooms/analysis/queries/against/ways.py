"""The ways to look for the other side of a claim: each puts passages in an order and says why each stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from casement.foundation.search.likeness import Weights, cosine, nearest_among, stems, weighing
from casement.foundation.search.opposing import BADLY, WELL, Opposed, Said, leaning, leans, opposed, said
from casement.rooms.analysis.queries.against.claims import Claimed, Place
from casement.rooms.analysis.queries.against.material import Material, Passage
from casement.rooms.analysis.queries.against.signs import Signed
from casement.rooms.analysis.rules.opposing import Way, others
from casement.rooms.analysis.vocabulary import Influence
from casement.rooms.coding.vocabulary import INFLUENCE_LONG

MOST = 60  # passages in one order
OTHER_WAY = {WELL: BADLY, BADLY: WELL}
LEAN_WORDS = {WELL: "went well", BADLY: "did not go well"}
WORKS: dict[str, str] = {Influence.HELPED: "helps", Influence.HARDER: "makes things harder"}
LEAST_NEAR = 0.15
LEAST_AWAITED = 0.1
LEAST_SIGN, LEAST_OUT = 0.2, 0.1  # below it, sentence models put together what has nothing in common
LEAN = 0.3  # the same beside standing out as near a sign, which is told in standard deviations
STEP = 0.1  # what leaning the other way counts for beside nearness in meaning


@dataclass(frozen=True)
class Order:
    """Passages in one order, and why each stands in it."""

    places: tuple[Place, ...]
    reasons: dict[Place, str]


class Looked:
    """A claim and what there is to choose from, each passage compared with the claim once."""

    def __init__(self, claim: Claimed, found: Material, signed: Signed) -> None:
        self.claim, self.found, self.signed = claim, found, signed
        self.ours = [said(sentence) for sentence in claim.sentences]

    @cached_property
    def theirs(self) -> dict[Place, Said]:
        """Every passage word by word."""
        return {place: said(one.words) for place, one in self.found.passages.items()}

    @cached_property
    def likeness(self) -> dict[Place, float]:
        """How much each passage is about the same: near in meaning, or by the words both hold."""
        wanted = self.weigh(stems(" ".join(self.claim.about)))
        return {
            place: max(cosine(wanted, self.weighed[place]), one.near or 0.0)
            for place, one in self.found.passages.items()
        }

    @cached_property
    def stems(self) -> dict[Place, Counter[str]]:
        """The words of every passage by their stems."""
        return {place: stems(one.words) for place, one in self.found.passages.items()}

    @cached_property
    def weigh(self) -> Callable[[Counter[str]], Weights]:
        """How much each word weighs among all the passages."""
        return weighing(list(self.stems.values()))

    @cached_property
    def weighed(self) -> dict[Place, Weights]:
        """The words of every passage with their weights."""
        return {place: self.weigh(one) for place, one in self.stems.items()}

    def nearest_by_words(self, texts: Iterable[str]) -> dict[Place, tuple[float, int]]:
        """How close each passage is, by the words both hold, to that text to which it is closest, and which."""
        nearest = nearest_among([self.weigh(stems(text)) for text in texts])
        return {place: nearest(found) for place, found in self.weighed.items()}

    @cached_property
    def awaited(self) -> dict[Place, tuple[float, int]]:
        """How close each passage is to that expectation of the team to which it is closest, and which that is.

        In meaning where a model has told, by the words both hold elsewhere.
        """
        if not self.claim.expected:
            return {}
        told = {place: one.expected for place, one in self.found.passages.items() if one.expected}
        if told:
            return told
        return self.nearest_by_words(self.claim.expected)

    @cached_property
    def near_signs(self) -> dict[Place, tuple[float, int]]:
        """How close each passage is to that sign against the claim to which it is closest, and which."""
        if not self.signed.against:
            return {}
        told = {place: one.sign for place, one in self.found.passages.items() if one.sign}
        return told or self.nearest_by_words(one.text for one in self.signed.against)

    def opposed(self, place: Place) -> tuple[Opposed, ...]:
        """The words by which a passage opposes the claim."""
        return tuple(dict.fromkeys(pair for ours in self.ours for pair in opposed(ours, self.theirs[place])))

    def lean(self, place: Place) -> int:
        """1 where a passage leans the other way than the claim, -1 where it leans the same way, 0 otherwise."""
        way = leans(self.theirs[place])
        return 0 if not way or not self.claim.leaning else -1 if way == self.claim.leaning else 1

    def leaning_words(self, place: Place) -> str:
        """Which words make a passage lean the other way, as a sentence; empty when it does not."""
        if self.lean(place) < 1:
            return ""
        way = OTHER_WAY[self.claim.leaning]
        words = " and ".join(f"“{word}”" for word in leaning(self.theirs[place])[way][:2])
        return f"It tells of what {LEAN_WORDS[way]} ({words}), our claim of what {LEAN_WORDS[self.claim.leaning]}."

    def ordered(self, reasons: dict[Place, str], key: Callable[[Place], tuple[float, ...]]) -> Order:
        """Those passages that have a reason, highest first."""
        places = sorted(reasons, key=lambda place: (tuple(-each for each in key(place)), place))
        return Order(tuple(places[:MOST]), reasons)


def influence(told: Looked) -> Order:
    """The same factor, marked with the other influence."""
    turned = {code: others(ways) for code, ways in told.claim.factors.items()}
    reasons: dict[Place, str] = {}
    weight: dict[Place, float] = {}
    for place, one in told.found.passages.items():
        hits = {mark.code: mark for mark in one.marks if mark.influence in turned.get(mark.code, ())}
        if hits:
            words = ", ".join(f"“{mark.label}” as “{INFLUENCE_LONG[mark.influence]}”" for mark in hits.values())
            reasons[place] = f"Same factor, other influence: marked {words}."
            weight[place] = len(hits)
    return told.ordered(reasons, lambda place: (weight[place], told.lean(place), told.likeness[place]))


def expected(told: Looked) -> Order:
    """Close to what the team would expect to have been told if the claim were not so."""
    reasons = {
        place: f"Close to what you would expect if it were not so: “{told.claim.expected[at]}”"
        for place, (close, at) in told.awaited.items()
        if close >= LEAST_AWAITED
    }
    return told.ordered(reasons, lambda place: (told.awaited[place][0],))


def signs(told: Looked) -> Order:
    """Close to what people say where a factor of the claim works the other way."""
    reasons: dict[Place, str] = {}
    weight: dict[Place, float] = {}
    for place, one in told.found.passages.items():
        close, at = told.near_signs.get(place, (0.0, 0))
        if close >= (LEAST_SIGN if one.out is None else LEAST_OUT):
            sign = told.signed.against[at]
            near = "Close" if close >= LEAST_SIGN else "About the same as you say and cite, and not far"
            away = "to" if close >= LEAST_SIGN else "from"
            reasons[place] = f"{near} {away} what people say where “{sign.factor}” {WORKS[sign.way]}: “{sign.text}”"
        elif one.out is not None and told.awaited.get(place, (0.0, 0))[0] >= LEAST_SIGN:
            reasons[place] = ""  # told by `expected`
        weight[place] = close + told.likeness[place] / 2 if one.out is None else one.out
    return told.ordered(reasons, lambda place: (weight[place] + told.lean(place) * LEAN,))


def together(told: Looked) -> Order:
    """A code of the claim in a source where none of those that are held to go with it stands."""
    ways = told.claim.factors
    reasons: dict[Place, str] = {}
    for place, one in told.found.passages.items():
        for mark in one.marks:
            rest = [code for code in ways if code != mark.code and set(ways[code]) & set(ways[mark.code])]
            if rest and mark.influence in ways[mark.code] and not told.found.coded.get(place[1], set()) & set(rest):
                missing = ", ".join(f"“{told.claim.labels[code]}”" for code in rest[:2])
                reasons[place] = (
                    f"Codes expected together: “{mark.label}” stands here as in our claim, "
                    f"and {missing} nowhere in this source that you can see."
                )
    return told.ordered(reasons, lambda place: (told.lean(place), told.likeness[place]))


def opposite(told: Looked) -> Order:
    """Words that say the opposite of ours, or deny what we say."""
    reasons: dict[Place, str] = {}
    weight: dict[Place, float] = {}
    for place in told.found.passages:
        pairs = told.opposed(place)
        if pairs:
            reasons[place] = f"Opposite words: {pair_words(pairs[0])}."
            weight[place] = len(pairs)
        elif told.lean(place) > 0 and told.likeness[place] >= LEAST_NEAR:
            reasons[place] = ""  # told once for all ways, by `leaning_words`
            weight[place] = 0.5
    return told.ordered(
        reasons,
        lambda place: (weight[place] * told.likeness[place] + told.lean(place) * STEP, told.likeness[place]),
    )


def pair_words(pair: Opposed) -> str:
    """Two words that oppose each other, as they are written."""
    if pair.denied:
        who = ("ours", "this") if pair.denied == "ours" else ("this", "ours")
        return f"{who[0]} denies “{pair.theirs}”, {who[1]} does not"
    return f"ours says “{pair.ours}”, this says “{pair.theirs}”"


def meaning(told: Looked) -> Order:
    """Near in meaning, and better when leaning the other way: a model of meanings does not know “not”."""
    reasons = {}
    for place in told.found.by_meaning:
        if (told.found.passages[place].near or 0) > 0 and told.lean(place) >= 0:
            reasons[place] = "About the same, by what its words mean."
    return told.ordered(reasons, lambda place: ((told.found.passages[place].near or 0) + told.lean(place) * STEP,))


def elsewhen(told: Looked) -> Order:
    """The same role or agency at another time, where it is about the same and does not say the same."""
    reasons: dict[Place, str] = {}
    for place, one in told.found.passages.items():
        same = (
            one.speaker
            if one.speaker in told.claim.speakers
            else one.agency
            if one.agency in told.claim.agencies
            else ""
        )
        if same and apart(told.claim, one) and told.likeness[place] >= LEAST_NEAR and told.lean(place) >= 0:
            who = "Same role" if same == one.speaker else "Same agency"
            reasons[place] = f"{who}, at another time: {same}, {one.recorded}. Was it so then too?"
    return told.ordered(reasons, lambda place: (told.lean(place), told.likeness[place]))


def apart(claim: Claimed, one: Passage) -> bool:
    """Whether a passage is dated wholly outside the time a claim speaks of."""
    if one.first is None or one.last is None or claim.first is None or claim.last is None:
        return False
    return one.last < claim.first or one.first > claim.last


def uncited(told: Looked) -> Order:
    """Passages of the cited sources that are not cited, those first that turn against what stands before them."""
    beside = {(number, at + step) for _, number, at in told.claim.cited for step in (-1, 1)}
    reasons: dict[Place, str] = {}
    weight: dict[Place, float] = {}
    for place in told.found.passages:
        if place[0] != "source" or place[1] not in told.claim.sources:
            continue
        turns, near, lean = told.theirs[place].turns, place[1:] in beside, told.lean(place)
        if lean < 0 or not (turns or near or lean or told.likeness[place] >= LEAST_NEAR):
            continue
        told_why = ["You cite this source, and not this passage"]
        told_why += ["it stands beside one that you cite"] if near else []
        told_why += [f"it turns with “{turns}”"] if turns else []
        reasons[place] = "; ".join(told_why) + "."
        weight[place] = lean * 2 + bool(turns) + near
    return told.ordered(reasons, lambda place: (weight[place], told.likeness[place]))


WAYS: dict[Way, Callable[[Looked], Order]] = {
    Way.INFLUENCE: influence,
    Way.EXPECTED: expected,
    Way.SIGNS: signs,
    Way.OPPOSITE: opposite,
    Way.MEANING: meaning,
    Way.ELSEWHEN: elsewhen,
    Way.TOGETHER: together,
    Way.UNCITED: uncited,
}
