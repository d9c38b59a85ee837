"""What a corrected text says otherwise, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 12  # paragraphs in a row among which the likest are looked for
HALF = 0.5  # paragraphs that share less of their words are not set against each other


class Difference(NamedTuple):
    """A paragraph [first, last) of the present text, and the one of the corrected text that stands in its stead.

    One of the two may be empty: then a paragraph is new, or gone.
    """

    first: int
    last: int
    new_first: int
    new_last: int

    @property
    def kind(self) -> str:
        """Whether it is changed, new or gone."""
        return "new" if self.first == self.last else "gone" if self.new_first == self.new_last else "changed"


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[Difference, ...]:
    """Where two texts differ, each given as its paragraphs in order. Both may be long.

    Ratcliff and Obershelp's way of difflib, as for the words within one paragraph.
    """
    head = alike(old, new)
    tail = alike(old[head:][::-1], new[head:][::-1])
    middle, other = old[head : len(old) - tail], new[head : len(new) - tail]
    codes = SequenceMatcher(None, middle, other).get_opcodes()  # its junk rule bounds texts that repeat themselves
    return tuple(
        one
        for tag, a, b, c, d in codes
        if tag != "equal"
        for one in apart(middle[a:b], other[c:d], a + head, c + head)
    )


def alike(old: Sequence[str], new: Sequence[str]) -> int:
    """How many paragraphs are the same from the beginning."""
    for at, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return at
    return min(len(old), len(new))


def apart(olds: Sequence[str], news: Sequence[str], first: int, new_first: int) -> Iterator[Difference]:
    """One stretch, which begins at these paragraphs, as differences that can each be read.

    Paragraphs are set against each other where they share most of their words; in a long stretch, in their order.
    """
    pairs = [*likest(olds, news), (len(olds), len(news))]
    at = new_at = 0
    for pair, new_pair in pairs:
        for gone in range(at, pair):
            yield Difference(first + gone, first + gone + 1, new_first + new_at, new_first + new_at)
        for new in range(new_at, new_pair):
            yield Difference(first + pair, first + pair, new_first + new, new_first + new + 1)
        at, new_at = pair + 1, new_pair + 1
        if pair < len(olds) and new_pair < len(news):
            yield Difference(first + pair, first + at, new_first + new_pair, new_first + new_at)


def likest(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Which paragraphs say the same otherwise: pairs in order that share the most words together."""
    if len(olds) == len(news) == 1 or max(len(olds), len(news)) > MOST:
        return [(at, at) for at in range(min(len(olds), len(news)))]
    words, others = [Counter(one.split()) for one in olds], [Counter(one.split()) for one in news]
    best: dict[tuple[int, int], tuple[float, list[tuple[int, int]]]] = {}
    for at in range(len(olds), -1, -1):
        for new_at in range(len(news), -1, -1):
            ways: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
            ways += [best[step] for step in ((at + 1, new_at), (at, new_at + 1)) if step in best]
            if (after := best.get((at + 1, new_at + 1))) and (share := shared(words[at], others[new_at])) >= HALF:
                ways.append((after[0] + share, [(at, new_at), *after[1]]))
            best[at, new_at] = max(ways, key=lambda way: way[0])
    return best[0, 0][1]


def shared(words: Counter[str], others: Counter[str]) -> float:
    """How much of two paragraphs' words are the same (Dice's coefficient)."""
    both = sum(words.values()) + sum(others.values())
    return 2 * sum((words & others).values()) / both if both else 0.0
