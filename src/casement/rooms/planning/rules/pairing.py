"""Which two people could hold which conversation: never tied to whom they listen to, fair in load, and why.

Everybody's load is kept level along ways of exchange (A gives a conversation to B, who gives one to C): while such
a way leads from somebody to somebody with two fewer, it is taken. Where every pair is open to everyone, loads then
differ by one at most.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

PAIR = 2


@dataclass(frozen=True)
class Listener:
    """Somebody who may hold conversations: agency and profession, if any, and how many they hold already."""

    key: int
    agency: int | None
    holds: int = 0
    profession: str = ""


@dataclass(frozen=True)
class Heard:
    """Somebody to be heard, and who may not sit there: tied by line of management or a conflict of interest."""

    key: int
    agency: int | None
    tied: frozenset[int] = frozenset()
    profession: str = ""


@dataclass(frozen=True)
class Proposed:
    """Two people for one conversation, or as many as there are. `another` says that one of them is from another
    agency or profession, or from no agency; `load` how many each would hold in all."""

    heard: int
    pair: tuple[int, ...]
    another: bool
    load: tuple[int, ...]
    left_out: frozenset[int]


Chosen: TypeAlias = dict[int, list[int]]


def elsewhere(listener: Listener, heard: Heard) -> bool:
    """Whether somebody is from another agency or profession than the one who is heard, or from no agency.

    A profession counts where both are known.
    """
    if listener.agency is None or heard.agency is None or listener.agency != heard.agency:
        return True
    return differ(listener.profession, heard.profession)


def differ(one: str, other: str) -> bool:
    """Whether two professions are known and not the same."""
    return bool(one and other) and one.casefold() != other.casefold()


def fits(pair: Sequence[Listener], heard: Heard) -> bool:
    """Whether these may hold this conversation: none tied, and one from elsewhere where there are two."""
    return not any(one.key in heard.tied for one in pair) and (
        len(pair) < PAIR or any(elsewhere(one, heard) for one in pair)
    )


def propose_pairs(listeners: Sequence[Listener], heard: Sequence[Heard]) -> tuple[Proposed, ...]:
    """A pair for each, in the order given. Somebody whom nobody may hear gets fewer than two."""
    by_key = {one.key: one for one in listeners}
    load = Counter({one.key: one.holds for one in listeners})
    chosen: Chosen = {}
    scarce = sorted(heard, key=lambda one: sum(each.key not in one.tied for each in listeners))
    for one in scarce:
        chosen[one.key] = _first(one, listeners, load)
        load.update(chosen[one.key])
    people = {one.key: one for one in heard}
    while _level(chosen, people, by_key, load):
        pass
    return tuple(
        Proposed(
            one.key,
            tuple(sorted(chosen[one.key])),
            any(elsewhere(by_key[key], one) for key in chosen[one.key]),
            tuple(load[key] for key in sorted(chosen[one.key])),
            frozenset(each.key for each in listeners if each.key in one.tied),
        )
        for one in heard
    )


def _first(heard: Heard, listeners: Sequence[Listener], load: Mapping[int, int]) -> list[int]:
    """The two with the least to do, one of them from elsewhere where there is anybody."""
    free = sorted((one for one in listeners if one.key not in heard.tied), key=lambda one: (load[one.key], one.key))
    from_elsewhere = [one for one in free if elsewhere(one, heard)]
    if not from_elsewhere:
        return [one.key for one in free[:PAIR]]
    first = from_elsewhere[0]
    return [first.key, *(one.key for one in free if one.key != first.key)][:PAIR]


def _level(chosen: Chosen, people: Mapping[int, Heard], by_key: Mapping[int, Listener], load: Counter[int]) -> bool:
    """Take one way of exchange from somebody to somebody with two fewer; False when there is none."""
    for start in sorted(by_key, key=lambda key: (-load[key], key)):
        came: dict[int, tuple[int, int]] = {}
        row = [start]
        while row:
            giver = row.pop(0)
            for heard, pair in sorted(chosen.items()):
                if giver not in pair:
                    continue
                for taker in sorted(by_key):
                    if taker in pair or taker in came or taker == start:
                        continue
                    new = [by_key[taker] if key == giver else by_key[key] for key in pair]
                    kept = fits(new, people[heard]) or not fits([by_key[key] for key in pair], people[heard])
                    if taker in people[heard].tied or not kept:
                        continue
                    came[taker] = (giver, heard)
                    if load[taker] + PAIR <= load[start] and _give(chosen, came, start, taker, people, by_key):
                        load[start] -= 1
                        load[taker] += 1
                        return True
                    row.append(taker)
    return False


def _give(
    chosen: Chosen, came: Mapping[int, tuple[int, int]], start: int, taker: int,
    people: Mapping[int, Heard], by_key: Mapping[int, Listener],
) -> bool:  # fmt: skip
    """Hand conversations on along the way; nothing changes when two exchanges in one conversation would not fit."""
    after = {heard: list(pair) for heard, pair in chosen.items()}
    at = taker
    while at != start:
        giver, heard = came[at]
        if giver not in after[heard] or at in after[heard]:
            return False
        after[heard] = [at if key == giver else key for key in after[heard]]
        at = giver
    fit = {key: fits([by_key[one] for one in pair], people[key]) for key, pair in after.items()}
    was = {key: fits([by_key[one] for one in pair], people[key]) for key, pair in chosen.items()}
    if any(was[key] and not fit[key] for key in fit):
        return False
    chosen.update(after)
    return True
