"""The ways in which programs count places in a text, and the same place in code points.

The standard counts Unicode code points from 0. NVivo counts UTF-16 units, so an emoji is two. Windows text ends
its lines with two characters: some programs count both, others one. A byte order mark before the text may be
counted or not. The end of a passage is the place after its last character, or the last character itself.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import product

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_TWO_FOR_A_LINE = re.compile("\r\n")


@dataclass(frozen=True)
class Counting:
    """One way of counting places."""

    wide_is_two: bool = False  # UTF-16 units, not code points
    line_end_is_two: bool = True  # carriage return and line feed are two characters
    mark_counts: bool = False  # the byte order mark is a character
    end_is_last: bool = False  # the end names the last character, not the place after it


STANDARD = Counting()
NVIVO = Counting(wide_is_two=True)
ATLAS = Counting(line_end_is_two=False)
EVERY = tuple(Counting(*told) for told in product((False, True), (True, False), (False, True), (False, True)))


def usual(origin: str) -> Counting:
    """How the program that wrote a file is known to count; the standard's way for any other."""
    told = origin.casefold()
    if "nvivo" in told or "utf-16" in told:
        return NVIVO
    return ATLAS if "atlas" in told else STANDARD


def in_words(told: Counting, text_has: "Traits") -> str:
    """A way of counting, said only as far as it matters to the texts at hand."""
    parts = ["UTF-16 units (an emoji is two)" if told.wide_is_two else "Unicode characters (an emoji is one)"]
    if text_has.line_ends:
        parts.append(f"a line end as {'two' if told.line_end_is_two else 'one'}")
    if text_has.mark:
        parts.append(f"the byte order mark {'counted' if told.mark_counts else 'not counted'}")
    parts.append("the end as the last character" if told.end_is_last else "the end as the place after the passage")
    return ", ".join(parts)


@dataclass(frozen=True)
class Traits:
    """What there is in texts that makes one way of counting differ from another."""

    wide: bool = False
    line_ends: bool = False
    mark: bool = False

    def __or__(self, other: "Traits") -> "Traits":
        return Traits(self.wide or other.wide, self.line_ends or other.line_ends, self.mark or other.mark)

    def differ(self, told: Counting) -> bool:
        """Whether this way is worth trying: it does not differ from the standard's in what the texts lack."""
        return (
            (self.wide or not told.wide_is_two)
            and (self.line_ends or told.line_end_is_two)
            and (self.mark or not told.mark_counts)
        )


def traits(text: str, marked: bool) -> Traits:
    """What there is in this text."""
    return Traits(bool(_WIDE.search(text)), "\r\n" in text, marked)


class Ruler:
    """A text, to be measured in one way of counting."""

    def __init__(self, text: str, marked: bool, told: Counting) -> None:
        self.length = len(text)
        self._shift = 1 if told.mark_counts and marked else 0
        self._last = told.end_is_last
        steps: list[tuple[int, int]] = []  # after this many code points the count is off by one more
        if told.wide_is_two:
            steps += [(found.end(), 1) for found in _WIDE.finditer(text)]
        if not told.line_end_is_two:
            steps += [(found.end(), -1) for found in _TWO_FOR_A_LINE.finditer(text)]
        self._counted: list[int] = []
        self._off: list[int] = []
        self._at = [at for at, _ in sorted(steps)]
        off = 0
        for at, step in sorted(steps):
            off += step
            self._counted.append(at + off)
            self._off.append(off)
        self.counted_length = self.length + off + self._shift

    def place(self, counted: int) -> int:
        """The place in code points; inside a wide character it is the place before it."""
        at = counted - self._shift
        before = bisect_right(self._counted, at)
        off = self._off[before - 1] if before else 0
        found = at - off
        following = self._counted[before] - self._off[before] if before < len(self._counted) else None
        return min(found, following - 1) if following is not None else found

    def counted(self, place: int) -> int:
        """The place, in code points, as this way counts it: the other direction of `place`."""
        at = bisect_right(self._at, place)
        return place + (self._off[at - 1] if at else 0) + self._shift

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """A passage as [start, end) in code points; None where it is outside the text or ends before it begins."""
        end += self._last
        if not self._shift <= start <= end <= self.counted_length:
            return None
        return self.place(start), self.place(end)
