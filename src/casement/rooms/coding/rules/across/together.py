"""Which codes stand on the same words.

Two passages touch when they share at least one letter of the same text. Of the passages of one code, those are
counted that touch a passage of the other; so the table reads by row, and each cell is as many as its list holds.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

Row = tuple[int, int, int, int]  # text, start, end, code
Span = tuple[int, int, int]  # text, start, end


def counted(rows: Iterable[Row]) -> dict[tuple[int, int], int]:
    """For each pair (code, other): how many passages of `code` touch one of `other`.

    A pair of a code with itself is how many passages the code has. Takes time in proportion to n log n for what is
    sorted and to n times the number of passages that begin inside one, which is small in any real text.
    """
    bits: dict[int, int] = {}
    codes: list[int] = []
    kinds: Counter[tuple[int, int]] = Counter()
    for _, text in groupby(sorted(rows), key=lambda row: row[0]):
        spans: list[list[int]] = []
        last = (-1, -1)
        for _, start, end, code in text:
            bit = bits.get(code)
            if bit is None:
                bit = bits[code] = 1 << len(codes)
                codes.append(code)
            if (start, end) == last:
                spans[-1][2] |= bit
            else:
                last = (start, end)
                spans.append([start, end, bit])
        kinds.update(zip((span[2] for span in spans), touching(spans), strict=True))
    told: Counter[tuple[int, int]] = Counter()
    for (own, met), times in kinds.items():
        others = of_bits(met, codes)
        for code in of_bits(own, codes):
            for other in others:
                told[code, other] += times
    return dict(told)


def touching(spans: Sequence[Sequence[int]]) -> list[int]:
    """For each (start, end, codes) in order: the codes of all that touch it, its own among them, as bits."""
    met = [span[2] for span in spans]
    open_: list[int] = []
    for at, (start, _, bits) in enumerate(spans):
        if open_:
            open_ = [one for one in open_ if spans[one][1] > start]
            for one in open_:
                met[at] |= spans[one][2]
                met[one] |= bits
        open_.append(at)
    return met


def of_bits(bits: int, codes: Sequence[int]) -> list[int]:
    """The codes behind the bits."""
    told = []
    while bits:
        low = bits & -bits
        told.append(codes[low.bit_length() - 1])
        bits ^= low
    return told


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
