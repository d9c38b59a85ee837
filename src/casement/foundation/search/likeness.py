"""Passages that speak of the same things as a given one: by the words they share, and those words are told.

Orders are put together: the engine's own, and the cosine of TF-IDF weights. Weights are those of Salton and
Buckley (1988) with a smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1, reckoned over the passages
that share a word with the given one. Orders are put together by reciprocal rank fusion, 1 / (60 + rank), after
Cormack, Clarke and Büttcher (2009). Where the installation has a model of meanings, the cosine of its vectors is
a third order. Nothing is learned and nothing leaves the machine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt
from pathlib import Path
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.search.asking import Term
from casement.foundation.search.finding import Found, meanings, read
from casement.foundation.search.meaning import Model, model

WORD = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
CANDIDATES, MOST_WORDS, LEAST_SHARED, FUSION = 400, 32, 2, 60
# Below these cosines, static models of this kind put passages and words together that have nothing in common.
LEAST_LIKE, LEAST_CLOSE = 0.4, 0.5
LEAST_SAID = 3  # telling words of a passage that is near in meaning alone; a heading says too little
NEAREST, MOST_COMPARED, MOST_CLOSE = 100, 100, 3
LEAD, LONGEST = 80, 320  # letters before the first shared word, and shown in all
Weights = dict[str, float]
Place = tuple[Any, ...]  # review, kind, number, place


@dataclass(frozen=True)
class Alike:
    """One passage like another: where it is, and what makes it so, the most telling first.

    `shared` are the words both hold; `close` pairs of words, of the given passage and of this one, that the model
    of meanings holds to be near each other.
    """

    found: Found
    shared: tuple[str, ...]
    close: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Compared:
    """Passages like a given one, most alike first, and how they were compared.

    `model` is the name of the model of meanings, empty where only words were compared; `unready` passages have no
    vector of that model yet.
    """

    passages: tuple[Alike, ...]
    model: str = ""
    unready: int = 0


def alike(
    seats: Iterable[Seat], text: str, *, kind: str = "source", limit: int = 20,
    besides: Iterable[tuple[int, int]] = (),
) -> Compared:  # fmt: skip
    """The passages most like `text` among what these seats may read; one query, two with a model of meanings.

    `besides` are the (number, place) of passages that are not looked for, such as the given one itself. A passage
    must share two telling words, or all there are, or be near in meaning.
    """
    seats, left_out, asked = list(seats), set(besides), stems(text)
    terms = [Term((word,)) for word, _ in Counter(telling(text)).most_common(MOST_WORDS)]
    rows = read(seats, terms, kind=kind, limit=CANDIDATES, every=False)
    means = model()
    near, unready = nearest(means, seats, text, kind) if means and asked else ([], 0)
    rows, near = ([row for row in order if (row[2], row[3]) not in left_out] for order in (rows, near))
    known = {row[:4]: row for row in (*rows, *near)}
    found = {place: stems(row[5]) for place, row in known.items()}
    weigh = weighing(list(found.values()))
    wanted = weigh(asked)
    by_words = sorted((row[:4] for row in rows), key=lambda at: -cosine(wanted, weigh(found[at])))
    # The engine's own order is the order the rows came in.
    places = fused([row[:4] for row in rows], by_words, [row[:4] for row in near])
    by_meaning = {row[:4] for row in near}
    told: list[Alike] = []
    for at in sorted(known, key=lambda at: -places[at]):
        shared = sorted(asked.keys() & found[at].keys(), key=lambda stem: (-wanted[stem], stem))
        near_alone = at in by_meaning and found[at].total() >= LEAST_SAID
        if len(shared) >= min(LEAST_SHARED, len(asked)) or near_alone:
            close = close_words(means, text, known[at][5]) if means and means.tells_words else ()
            marked = {*shared, *(stem_of(word) for _, word in close)}
            words = tuple(first_form(known[at][5], stem) for stem in shared)
            told.append(Alike(as_found(known[at], marked), words, close))
        if len(told) == limit:
            break
    return Compared(tuple(told), means.name if means else "", unready)


def fused(*orders: list[Place]) -> dict[Place, float]:
    """What each passage has from the orders it stands in, by reciprocal rank."""
    places: dict[Place, float] = {}
    for order in orders:
        for rank, at in enumerate(order):
            places[at] = places.get(at, 0) + 1 / (FUSION + rank)
    return places


def nearest(means: Model, seats: list[Seat], text: str, kind: str) -> tuple[list[tuple[Any, ...]], int]:
    """The passages nearest in meaning, nearest first, and how many could not be compared; one query."""
    kept = meanings(seats, kind=kind)
    ready = [row for row in kept if means.made(row[-1])]
    likeness = means.likeness(text, [row[-1] for row in ready])
    order = sorted(range(len(ready)), key=lambda at: -likeness[at])[:NEAREST]
    return [ready[at][:-1] for at in order if likeness[at] >= LEAST_LIKE], len(kept) - len(ready)


def close_words(means: Model, text: str, other: str) -> tuple[tuple[str, str], ...]:
    """Pairs of different words of two texts that the model holds to be nearest, each word once."""
    ours, theirs = (list(dict.fromkeys(telling(words)))[:MOST_COMPARED] for words in (text, other))
    if not ours or not theirs:
        return ()
    likeness = means.vectors(ours) @ means.vectors(theirs).T
    pairs = [
        (float(likeness[at, to]), one, word)
        for at, one in enumerate(ours)
        for to, word in enumerate(theirs)
        if likeness[at, to] >= LEAST_CLOSE and stem_of(one) != stem_of(word)
    ]
    told: list[tuple[str, str]] = []
    for _, one, word in sorted(pairs, reverse=True):
        if len(told) < MOST_CLOSE and all(one != ours and word != theirs for ours, theirs in told):
            told.append((one, word))
    return tuple(told)


def weighing(found: list[Counter[str]]) -> Callable[[Counter[str]], Weights]:
    """How much each word of a passage weighs, as a function of the passage's words."""
    spread = Counter(stem for one in found for stem in one)

    def weigh(words: Counter[str]) -> Weights:
        return {stem: count * (log((1 + len(found)) / (1 + spread[stem])) + 1) for stem, count in words.items()}

    return weigh


def cosine(one: Weights, other: Weights) -> float:
    """How alike two weighted sets of words are, 0 to 1; 0 where one has no words."""
    length = sqrt(sum(weight**2 for weight in one.values())) * sqrt(sum(weight**2 for weight in other.values()))
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other) / length if length else 0.0


def nearest_among(wanted: Sequence[Weights]) -> Callable[[Weights], tuple[float, int]]:
    """How alike weighted words are to the nearest of several sets of them, and which that is.

    (0, 0) where no word is shared. As `cosine` with each, but every word is looked up once, however many there are.
    """
    lengths = [sqrt(sum(weight**2 for weight in one.values())) for one in wanted]
    holds: dict[str, list[tuple[int, float]]] = {}
    for at, one in enumerate(wanted):
        for stem, weight in one.items():
            holds.setdefault(stem, []).append((at, weight))

    def nearest(found: Weights) -> tuple[float, int]:
        sums: dict[int, float] = {}
        for stem, weight in found.items():
            for at, other in holds.get(stem, ()):
                sums[at] = sums.get(at, 0.0) + weight * other
        if not sums:
            return (0.0, 0)
        length = sqrt(sum(weight**2 for weight in found.values()))
        return max((told / (lengths[at] * length), at) for at, told in sums.items())

    return nearest


def as_found(row: tuple[Any, ...], shared: set[str]) -> Found:
    """A row of the index with the shared words marked; a long passage from a little before the first of them."""
    review_id, kind, number, place, title, text = row
    hits = [hit.span() for hit in WORD.finditer(text) if stem_of(hit[0]) in shared]
    start = max(0, hits[0][0] - LEAD) if hits and hits[0][0] > LEAD else 0
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    pieces: list[tuple[str, bool]] = [("…", False)] if start else []
    for first, last in hits:
        if first >= start and last <= end:
            pieces += [(text[start:first], False), (text[first:last], True)]
            start = last
    pieces.append((text[start:end] + ("…" if end < len(text) else ""), False))
    return Found(review_id, kind, number, place, title, tuple(one for one in pieces if one[0]))


def telling(text: str) -> list[str]:
    """The words of a text that say what it speaks of, in lower case: no small words, no numbers."""
    return [word for word in WORD.findall(text.lower()) if word not in small_words()]


def stems(text: str) -> Counter[str]:
    """How often each telling word stands in a text, whatever its ending."""
    return Counter(stem_of(word) for word in telling(text))


def first_form(text: str, stem: str) -> str:
    """The first word of a text with this stem, as it is written there, in lower case."""
    return next(word for word in telling(text) if stem_of(word) == stem)


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """A word without its ending, as Snowball's English rules take it off."""
    return str(_english().stemWord(word.lower()))


@cache
def _english() -> Any:
    import snowballstemmer  # with the first word: the library brings the rules of all languages

    return snowballstemmer.stemmer("english")


@cache
def small_words() -> frozenset[str]:
    """Words that stand in every text."""
    return frozenset(Path(__file__).with_name("small_words.txt").read_text("utf-8").split())
