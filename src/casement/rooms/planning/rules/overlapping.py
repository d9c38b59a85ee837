"""Double bookings: meetings of one person, or in one place, that overlap."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Booked:
    """One meeting in somebody's calendar. `key` tells which."""

    key: int
    starts: datetime
    ends: datetime


def overlap(one: Booked, other: Booked) -> bool:
    """Whether two meetings share a moment; one that begins when the other ends does not."""
    return one.starts < other.ends and other.starts < one.ends


def clashes(mine: Booked, others: Iterable[Booked]) -> tuple[Booked, ...]:
    """The others that overlap with this one."""
    return tuple(each for each in others if each.key != mine.key and overlap(mine, each))


def double(meetings: Sequence[Booked]) -> tuple[tuple[int, int], ...]:
    """Every two of these that overlap, by key."""
    told = sorted(meetings, key=lambda one: (one.starts, one.key))
    return tuple(
        (one.key, other.key) for place, one in enumerate(told) for other in told[place + 1 :] if overlap(one, other)
    )
