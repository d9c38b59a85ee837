"""Where a passage stands once the text around it was corrected.

A passage follows its words only where the words and enough of what stands beside them point to one place and
no other. What is left is never placed by guess: a person says where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

NEAR = 32  # how much beside a passage, in code points, must be as it was before nothing more is asked
TOLD_BY = 24  # a shorter run of letters may stand somewhere by chance
# How much to the left and to the right is looked at, and how long a passage must be for that to be enough: what
# was put in beside a short one may begin or end with the very same letters.
SIDES = (
    (NEAR, NEAR, 1), (16, 16, 1), (8, 8, 1), (NEAR, 4, 4), (4, NEAR, 4), (NEAR, 2, 8), (2, NEAR, 8),
    (64, 0, TOLD_BY), (0, 64, TOLD_BY), (NEAR, 0, TOLD_BY), (0, NEAR, TOLD_BY), (0, 0, TOLD_BY),
)  # fmt: skip
LONGER_BY = 4  # a changed passage is offered when it is at most so many times as long as before
EDGE = "\0" * NEAR  # the beginning and the end of a text are neighbours too; no text holds this sign


class Outcome(StrEnum):
    """What became of a passage."""

    SAME = "same"  # same words at the same offset
    MOVED = "moved"  # same words, another offset
    CHANGED = "changed"  # changed, or changed right beside it: a place is offered and a person decides
    LOST = "lost"  # could not be placed


class Followed(NamedTuple):
    """Where a passage stands now, [start, end) in code points; nowhere when it is lost.

    Of a changed passage it is the place that is offered, not one that was taken.
    """

    outcome: Outcome
    start: int | None = None
    end: int | None = None


def follow(old: str, new: str, start: int, end: int) -> Followed:
    """Where `old[start:end]` stands in `new`."""
    return Follower(old, new).follow(start, end)


class Follower:
    """Two texts, and where passages of the first stand in the second."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = EDGE + old + EDGE, EDGE + new + EDGE
        shorter = min(len(self.old), len(self.new))
        self.head = alike(self.old, self.new, shorter)
        self.tail = alike(self.old[::-1], self.new[::-1], shorter - self.head)

    def follow(self, start: int, end: int) -> Followed:
        """Where the passage [start, end) of the first text stands in the second."""
        outcome, first, last = self.place(start + NEAR, end + NEAR)
        if first is None or last is None:
            return Followed(outcome)
        return Followed(outcome, first - NEAR, last - NEAR)

    def place(self, start: int, end: int) -> Followed:
        """The same, both counted with the edge."""
        shift = len(self.new) - len(self.old)
        if end + NEAR <= self.head or self.old == self.new:
            return Followed(Outcome.SAME, start, end)
        if start - NEAR >= len(self.old) - self.tail:
            return landed(start, end, start + shift)
        if (at := self.only_place(start, end, sure=True)) is not None:
            return landed(start, end, at)
        if (at := self.only_place(start, end, sure=False)) is not None:
            return Followed(Outcome.CHANGED, at, at + end - start)
        return self.between(start, end)

    def only_place(self, start: int, end: int, *, sure: bool) -> int | None:
        """The one place that the passage and what stands beside it point to, in both texts."""
        for around, before in self.surroundings(start, end, sure):
            if occurrences(self.old, around) == 1 and occurrences(self.new, around) == 1:
                return self.new.index(around) + before
        return None

    def surroundings(self, start: int, end: int, sure: bool) -> Iterator[tuple[str, int]]:
        """The passage with ever less of what stands beside it, and how much of that stands before it.

        Those that are enough for a passage of this length, or (not `sure`) those that only suggest a place.
        """
        for left, right, least in SIDES:
            if (end - start >= least) is not sure:
                continue
            first, last = max(0, start - left), min(len(self.old), end + right)
            around = self.old[first:last]
            if len(around.strip("\0")) >= TOLD_BY:
                yield around, start - first

    def between(self, start: int, end: int) -> Followed:
        """The words that now stand between what stood on either side of the passage."""
        before, after = self.old[max(0, start - NEAR) : start], self.old[end : end + NEAR]
        for side in (before, after):
            if len(side) < NEAR or occurrences(self.old, side) != 1 or occurrences(self.new, side) != 1:
                return Followed(Outcome.LOST)
        first, last = self.new.index(before) + NEAR, self.new.index(after)
        if not first < last <= first + LONGER_BY * (end - start) or not self.new[first:last].strip():
            return Followed(Outcome.LOST)
        return Followed(Outcome.CHANGED, first, last)


def landed(start: int, end: int, place: int) -> Followed:
    """A passage that kept its words and now begins at `place`."""
    return Followed(Outcome.SAME if place == start else Outcome.MOVED, place, place + end - start)


def occurrences(text: str, words: str) -> int:
    """How often `words` stand in `text`, overlaps counted; 2 stands for any more."""
    first = text.find(words)
    if first < 0:
        return 0
    return 2 if text.find(words, first + 1) >= 0 else 1


def alike(one: str, other: str, most: int) -> int:
    """How many of the first `most` code points are the same in both."""
    low, high = 0, most
    while low < high:  # comparing slices is far quicker than comparing letters
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
