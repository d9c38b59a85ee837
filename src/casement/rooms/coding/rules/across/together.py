"""Which codes stand on the same words.

Two passages touch when they share at least one letter of the same text. Of the passages of one code, those are
counted that touch a passage of the other; so the table reads by row, and each cell is as many as its list holds.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby

Span = tuple[int, int, int]  # text, start, end


def counted(rows: Iterable[tuple[int, ...]]) -> dict[tuple[int, int], int]:
    """Rows of (text, start, end, code) as {(code, other): how many passages of `code` touch one of `other`}.

    A pair of a code with itself is how many passages the code has. One sweep over each text: the time grows with
    the number of passages and of pairs that touch.
    """
    told = list(rows)
    codes = list({row[3] for row in told})
    places = {code: at for at, code in enumerate(codes)}
    texts: defaultdict[int, set[tuple[int, int, int]]] = defaultdict(set)
    for text, start, end, code in told:
        texts[text].add((start, end, places[code]))
    size = len(codes)
    square = size * size
    pairs: Counter[int] = Counter()
    for spans in texts.values():
        here = sorted(spans)
        starts = [span[0] for span in here]
        met: set[int] = set()  # (passage, its code, a code it touches) as one number: each is there once
        add = met.add
        for at, (_, end, code) in enumerate(here):
            base = at * square + code * size
            add(base + code)
            # Those that begin before this one ends; those that began earlier have been here already.
            for later in range(at + 1, bisect_left(starts, end, at + 1)):
                other = here[later][2]
                add(base + other)
                add(later * square + other * size + code)
        pairs.update(map(square.__rmod__, met))
    return {(codes[pair // size], codes[pair % size]): times for pair, times in pairs.items()}


def near(spans: Iterable[Span], others: Iterable[Span]) -> set[Span]:
    """Those of `spans` that touch one of `others`."""
    told: set[Span] = set()
    theirs: dict[int, list[tuple[int, int]]] = {}
    for text, start, end in sorted(set(others)):
        theirs.setdefault(text, []).append((start, end))
    for text, group in groupby(sorted(set(spans)), key=lambda span: span[0]):
        there = theirs.get(text, [])
        at = 0
        held: list[tuple[int, int]] = []
        for span in group:
            while at < len(there) and there[at][0] < span[2]:
                held.append(there[at])
                at += 1
            held = [one for one in held if one[1] > span[1]]
            if any(start < span[2] for start, _ in held):
                told.add(span)
    return told


class Touching:
    """Passages in the order of their texts, to be asked again and again which of them touch a span."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._texts: dict[int, list[tuple[int, int]]] = {
            text: [span[1:] for span in group]
            for text, group in groupby(sorted(set(spans)), key=lambda span: span[0])
        }
        self._longest = {text: max(end - start for start, end in there) for text, there in self._texts.items()}

    def by(self, span: Span) -> Iterable[Span]:
        """Those that share at least one letter with a span, in order."""
        text, start, end = span
        there = self._texts.get(text, [])
        first = bisect_left(there, (start - self._longest.get(text, 0), 0))
        for begins, ends in there[first : bisect_left(there, (end, 0))]:
            if ends > start:
                yield text, begins, ends
