"""Which accounts stand together in one line, because people said that they speak of one event."""

from collections.abc import Iterable
from typing import NamedTuple


class Said(NamedTuple):
    """What was said of two entries, by their numbers; `differ` when the accounts do not agree."""

    first: int
    second: int
    differ: bool
    pair: int


class Together(NamedTuple):
    """Entries said to be of one event, with the pairs in which that was said."""

    entries: tuple[int, ...]
    said: tuple[Said, ...]

    @property
    def differ(self) -> bool:
        """Whether any two of the accounts were said to differ."""
        return any(each.differ for each in self.said)


def together(said: Iterable[Said]) -> tuple[Together, ...]:
    """Entries that belong together, also by way of a third; each entry is in one group at most.

    Nobody said so of every two of a group: the pairs that were answered stay with it, so that this can be seen.
    """
    group: dict[int, list[int]] = {}
    every = sorted(set(said))
    for each in every:
        first, second = group.setdefault(each.first, [each.first]), group.setdefault(each.second, [each.second])
        if first is not second:
            first += second
            group.update(dict.fromkeys(second, first))
    there = {id(found): found for found in group.values()}
    return tuple(
        Together(tuple(sorted(found)), tuple(each for each in every if group[each.first] is found))
        for found in there.values()
    )
