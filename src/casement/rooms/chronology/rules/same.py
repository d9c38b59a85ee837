"""Which entries of different agencies may speak of one event, with the reason in words. A person decides.

Entries are compared only where their days meet and they share words that few entries of that week share, so the
work grows with the number of entries and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from math import log

from rapidfuzz.fuzz import token_set_ratio

NEXT_DAY = timedelta(days=1)  # an event of the night is often written down the day after
WIDEST = 45  # days; a date rougher than that meets nearly everything
MOST_IN_WEEK = 16  # entries of a week that may share a word before it says nothing
COMMON = 12  # entries that may share a word in all, or one in two hundred, before it says nothing
MOST_WORDS = 40  # of an entry that are looked at, the rarest first
ENOUGH, FEWER, ALIKE = 3, 2, 60  # shared words; with fewer, how alike the texts must be, of 100
EACH = 3  # pairs offered for one entry


@dataclass(frozen=True)
class Account:
    """One entry as it is compared: its words by their stem, who was present, and the days it can mean."""

    key: int
    agency: int
    first: date
    last: date
    text: str
    words: Mapping[str, str]
    people: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likely:
    """Two entries that may speak of one event, and why; the lower key stands first."""

    first: int
    second: int
    shared: tuple[str, ...]
    people: tuple[str, ...]
    strength: int


def meet(one: Account, other: Account) -> bool:
    """Whether the two can share a day, or stand on neighbouring days."""
    return one.first - NEXT_DAY <= other.last and other.first - NEXT_DAY <= one.last


def likely_pairs(accounts: Sequence[Account]) -> tuple[Likely, ...]:
    """Pairs worth showing to a person, those that share most first."""
    usable = [each for each in accounts if (each.last - each.first).days <= WIDEST]
    spread = Counter(stem for each in usable for stem in each.words)
    common = max(COMMON, len(usable) // 200)
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    for stem, group in together(usable, spread, common):
        for one, other in combinations(group, 2):
            if usable[one].agency != usable[other].agency and meet(usable[one], usable[other]):
                shared[one, other].add(stem)
    found = [
        told
        for (one, other), stems in shared.items()
        if (told := weighed(usable[one], usable[other], stems, spread, len(usable))) is not None
    ]
    return strongest(found)


def together(
    accounts: Sequence[Account], spread: Mapping[str, int], common: int
) -> Iterable[tuple[str, list[int]]]:
    """Each word with the places of the entries of one week that hold it."""
    weeks: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at, each in enumerate(accounts):
        telling = [stem for stem in each.words if 1 < spread[stem] <= common]
        telling.sort(key=lambda stem: (spread[stem], stem))
        reach = range((each.first.toordinal() - 1) // 7, (each.last.toordinal() + 1) // 7 + 1)
        for stem in telling[:MOST_WORDS]:
            for week in reach:
                weeks[week, stem].append(at)
    return ((stem, group) for (_, stem), group in weeks.items() if 1 < len(group) <= MOST_IN_WEEK)


def weighed(one: Account, other: Account, stems: set[str], spread: Mapping[str, int], count: int) -> Likely | None:
    """The pair with its reason, or None when too little speaks for it."""
    people = tuple(sorted(one.people & other.people))
    if len(stems) + len(people) < FEWER:
        return None
    if len(stems) < ENOUGH and not people and token_set_ratio(one.text, other.text) < ALIKE:
        return None
    ordered = sorted(stems, key=lambda stem: (spread[stem], stem))
    first, second = sorted((one, other), key=lambda each: each.key)
    strength = sum(10 * log(1 + count / spread[stem]) for stem in ordered) + 10 * len(people)
    return Likely(first.key, second.key, tuple(first.words[stem] for stem in ordered), people, round(strength))


def strongest(found: Iterable[Likely]) -> tuple[Likely, ...]:
    """The pairs, with no entry in more than a few of them."""
    taken: Counter[int] = Counter()
    told = []
    for pair in sorted(found, key=lambda each: (-each.strength, each.first, each.second)):
        if taken[pair.first] < EACH and taken[pair.second] < EACH:
            taken.update((pair.first, pair.second))
            told.append(pair)
    return tuple(told)
