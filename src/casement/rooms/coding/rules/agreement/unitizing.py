"""Krippendorff's alpha for marks on stretches of text, whatever their length and wherever they begin.

Source: K. Krippendorff, Y. Mathet, S. Bouvry and A. Widlöcher, "On the reliability of unitizing textual continua:
Further developments", Quality & Quantity 50, 2016, sections 4 and 5.1 (u-alpha). A coder cannot be paired with
their own mark, so the square of each mark's length is taken out of what chance would give; text between marks
has no such structure and counts letter by letter.

Where only some coders went through a stretch, its coincidences are weighted for their number, as alpha does for
a unit with missing values. With all coders everywhere this is the paper's own formula.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple


class Piece(NamedTuple):
    """A mark in one block: letters [start, end) of the block, and what it says.

    A mark that runs over the end of a block is one mark in each.
    """

    start: int
    end: int
    value: Hashable


class Block(NamedTuple):
    """A stretch of text of `length` letters. `tracks` has one place for each coder, None where not gone through.

    The pieces of one track do not overlap.
    """

    length: int
    tracks: Sequence[Sequence[Piece] | None]


class Coincidences(NamedTuple):
    """What blocks add up to, in letters: `total` of all values, `agreed` of them, and by value.

    `counts` has the letters each value was given to, with None for text left unmarked. `wholes` has the sum of
    the squared lengths of marks, by value.
    """

    total: float
    agreed: float
    counts: Mapping[Hashable | None, float]
    wholes: Mapping[Hashable, float]


def coincidences(blocks: Iterable[Block]) -> Coincidences:
    """Sum blocks. Those that fewer than two coders went through count for nothing."""
    total = agreed = 0.0
    counts: Counter[Hashable | None] = Counter()
    wholes: Counter[Hashable] = Counter()
    for length, tracks in blocks:
        through = [track for track in tracks if track is not None]
        if len(through) < 2:
            continue
        total += length * len(through)
        for track in through:
            counts[None] += length - sum(piece.end - piece.start for piece in track)
            for piece in track:
                counts[piece.value] += piece.end - piece.start
                wholes[piece.value] += (piece.end - piece.start) ** 2
        agreed += sum(alike(length, *pair) for pair in permutations(through, 2)) / (len(through) - 1)
    return Coincidences(total, agreed, counts, wholes)


def alike(length: int, one: Sequence[Piece], other: Sequence[Piece]) -> int:
    """In how many letters of a block two coders said the same, having left it unmarked included."""
    same = meeting = 0
    for a in one:
        for b in other:
            both = max(0, min(a.end, b.end) - max(a.start, b.start))
            meeting += both
            same += both if a.value == b.value else 0
    marked = sum(piece.end - piece.start for track in (one, other) for piece in track)
    return length - (marked - meeting) + same


def from_coincidences(told: Coincidences) -> float | None:
    """u-alpha from what blocks add up to; None when nothing could differ because everybody did one thing."""
    alone = {**told.wholes, None: told.counts.get(None, 0)}
    pairs = told.total**2 - sum(alone.values())
    if pairs <= 0:
        return None
    by_chance = sum(n * n - alone.get(value, 0) for value, n in told.counts.items())
    expected = told.total - told.total * by_chance / pairs
    return 1 - (told.total - told.agreed) / expected if expected > 1e-9 else None


def u_alpha(blocks: Iterable[Block]) -> float | None:
    """Krippendorff's u-alpha: whether coders mark the same stretches of text and give them the same value."""
    return from_coincidences(coincidences(blocks))
