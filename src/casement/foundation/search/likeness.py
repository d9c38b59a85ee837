"""Passages that speak of the same things as a given one: by the words they share, and those words are told.

Two orders are put together: the engine's own, and the cosine of TF-IDF weights. Weights are those of Salton and
Buckley (1988) with a smoothed inverse document frequency, ln((1 + n) / (1 + df)) + 1, reckoned over the passages
that share a word with the given one. Orders are put together by reciprocal rank fusion, 1 / (60 + rank), after
Cormack, Clarke and Büttcher (2009). Nothing is learned and nothing leaves the machine.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt
from pathlib import Path
from typing import Any

import snowballstemmer

from casement.foundation.access import Seat
from casement.foundation.search.asking import Term
from casement.foundation.search.finding import Found, read

WORD = re.compile(r"[^\W\d_]{3,}", re.UNICODE)
CANDIDATES, MOST_WORDS, LEAST_SHARED, FUSION = 400, 32, 2, 60
LEAD, LONGEST = 80, 320  # letters before the first shared word, and shown in all
Weights = dict[str, float]


@dataclass(frozen=True)
class Alike:
    """One passage like another: where it is, and the words they share, the most telling first."""

    found: Found
    shared: tuple[str, ...]


def alike(
    seats: Iterable[Seat], text: str, *, kind: str = "source", limit: int = 20,
    besides: Iterable[tuple[int, int]] = (),
) -> tuple[Alike, ...]:  # fmt: skip
    """The passages most like `text` among what these seats may read; one query.

    `besides` are the (number, place) of passages that are not looked for, such as the given one itself. A passage
    must share two telling words, or all there are.
    """
    asked = stems(text)
    terms = [Term((word,)) for word, _ in Counter(telling(text)).most_common(MOST_WORDS)]
    left_out = set(besides)
    rows = [
        row
        for row in read(seats, terms, kind=kind, limit=CANDIDATES, every=False)
        if (row[2], row[3]) not in left_out
    ]
    found = [stems(row[5]) for row in rows]
    weigh = weighing(found)
    wanted = weigh(asked)
    likeness = [cosine(wanted, weigh(one)) for one in found]
    by_words = sorted(range(len(rows)), key=lambda at: -likeness[at])
    places = [1 / (FUSION + at) for at in range(len(rows))]  # the engine's own order is the order they came in
    for place, at in enumerate(by_words):
        places[at] += 1 / (FUSION + place)
    told = []
    for at in sorted(range(len(rows)), key=lambda at: -places[at]):
        shared = sorted(asked.keys() & found[at].keys(), key=lambda stem: (-wanted[stem], stem))
        if len(shared) >= min(LEAST_SHARED, len(asked)):
            told.append(
                Alike(as_found(rows[at], set(shared)), tuple(first_form(rows[at][5], one) for one in shared))
            )
        if len(told) == limit:
            break
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
    return str(snowballstemmer.stemmer("english").stemWord(word.lower()))


@cache
def small_words() -> frozenset[str]:
    """Words that stand in every text."""
    return frozenset(Path(__file__).with_name("small_words.txt").read_text("utf-8").split())
