"""Totals as a picture: a bar for each, a line where it was expected to end. The table beside it says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casement.rooms.timekeeping.queries import Line
from casement.rooms.timekeeping.rules.lengths import length_in_words

LEFT, WIDE, HIGH, RIGHT = 260, 440, 30, 110
SHOWN = 32


@dataclass(frozen=True)
class Bar:
    """One total. `expected` is None where nothing was expected."""

    label: str
    told: str
    y: int
    bottom: int
    width: float
    end: float
    expected: float | None


@dataclass(frozen=True)
class Picture:
    """The whole picture."""

    left: int
    width: int
    height: int
    bars: tuple[Bar, ...]
    expects: bool


def picture(lines: Sequence[Line]) -> Picture:
    """The picture of these totals, in their order."""
    most = max([one.minutes for one in lines] + [one.expected or 0 for one in lines] + [1])

    def at(minutes: int) -> float:
        return round(LEFT + WIDE * minutes / most, 1)

    bars = tuple(
        Bar(
            one.name if len(one.name) <= SHOWN else one.name[: SHOWN - 1].rstrip() + "…",
            length_in_words(one.minutes),
            place * HIGH,
            place * HIGH + HIGH - 4,
            max(2.0, round(at(one.minutes) - LEFT, 1)),
            max(at(one.minutes), at(one.expected or 0)),
            at(one.expected) if one.expected is not None else None,
        )
        for place, one in enumerate(lines)
    )
    expects = any(one.expected is not None for one in lines)
    return Picture(LEFT, LEFT + WIDE + RIGHT, len(lines) * HIGH + 8, bars, expects)
