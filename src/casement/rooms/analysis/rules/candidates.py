"""Where an episode may be: turning points, crowded times, accounts that differ, and silences, each with its reason.

Nothing here is chosen. Each is a question for the team, told in one sentence, with all it rests on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2s
from itertools import chain, zip_longest
from math import ceil
from typing import NamedTuple


class Sort(StrEnum):
    """Why something may be an episode."""

    TURNING = "turning_point"
    DENSE = "density"
    DIFFER = "conflict"
    SILENT = "gap"


SORT_NAMES: dict[str, str] = {
    Sort.TURNING: "Turning points",
    Sort.DENSE: "Much at once",
    Sort.DIFFER: "Accounts that differ",
    Sort.SILENT: "Gaps",
}

SPAN = timedelta(days=14)
LEAST_ENTRIES, LEAST_AGENCIES, TIMES_USUAL = 6, 3, 3
LEAST_GAP, LEAST_OTHERS = timedelta(weeks=8), 3
TO_CITE = 12  # of what a candidate rests on, that stand ready to be cited

# What people say when they name a moment that mattered. Plain phrases, so that anybody can see why it was found.
PHRASES = (
    "turning point", "tipping point", "crossroads", "that was when", "that's when", "that is when", "from then on",
    "from that day", "from that moment", "after that everything", "everything changed", "changed everything",
    "never the same", "the moment when", "the moment i", "it went wrong", "went downhill",
    "could have gone the other way", "looking back", "the last time we saw", "the last time i saw", "nobody came",
    "we lost sight",
)  # fmt: skip
_SAID = re.compile(
    r"\b(" + "|".join(re.escape(each).replace("'", "['’]") for each in PHRASES) + r")\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+[”\"’')]*|$)")


class Moment(NamedTuple):
    """An entry as it is counted: its number, its agency, and the first and last day it can mean."""

    number: int
    agency: int
    first: date
    last: date


class Rest(NamedTuple):
    """One thing a candidate rests on: an entry ("entry 12") or a passage ("passage 3 100 180").

    `content` is what it says, or the days it stands on; when that changes, the candidate is another one.
    """

    key: str
    content: str = ""


@dataclass(frozen=True)
class Candidate:
    """A moment or a time that may be an episode, with its reason in words."""

    sort: Sort
    said: str
    rests: tuple[Rest, ...]
    agencies: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def mark(self) -> str:
        """A short sign for this very candidate; another one as soon as anything it rests on changes."""
        told = chain((self.sort.value, self.said), *self.rests)
        return blake2s("\x1f".join(told).encode(), digest_size=8).hexdigest()

    @property
    def to_cite(self) -> tuple[Rest, ...]:
        """What stands ready to be cited when it is taken."""
        return self.rests[:TO_CITE]


def days_in_words(first: date, last: date) -> str:
    """A stretch of days as people write it."""
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {last.day} {last:%B %Y}"
    began = f"{first.day} {first:%B}" + ("" if first.year == last.year else f" {first.year}")
    return f"{began} to {last.day} {last:%B %Y}"


def entry(one: Moment) -> Rest:
    """An entry as something to rest on."""
    return Rest(f"entry {one.number}", f"{one.first} {one.last}")


def crowded(moments: Iterable[Moment]) -> tuple[Candidate, ...]:
    """Fortnights in which far more was recorded than is usual, by several agencies; none overlaps another.

    Far more is at least three times the mean of a fortnight over the whole time, and at least six entries of three
    agencies. Entries whose day is in doubt by more than three days are left out.
    """
    sure = sorted((one for one in moments if (one.last - one.first).days <= 3), key=lambda one: (one.first, one))
    if not sure:
        return ()
    fortnights = max(1.0, ((sure[-1].first - sure[0].first).days + 1) / SPAN.days)
    usual = len(sure) / fortnights
    need = max(LEAST_ENTRIES, ceil(TIMES_USUAL * usual))
    full = sorted(
        (window for window in windows(sure) if window[1] - window[0] >= need and window[2] >= LEAST_AGENCIES),
        key=lambda window: (window[0] - window[1], window[0]),
    )
    taken: list[tuple[int, int]] = []
    for start, end, _ in full:
        first, last = sure[start].first, sure[end - 1].first
        if all(last < sure[a].first or first > sure[b - 1].first for a, b in taken):
            taken.append((start, end))
    return tuple(dense_one(sure[start:end], usual) for start, end in sorted(taken))


def windows(sure: Sequence[Moment]) -> Iterator[tuple[int, int, int]]:
    """For each first entry of a day: where its fortnight begins and ends, and how many agencies are in it."""
    agencies: Counter[int] = Counter()
    end = 0
    for start, one in enumerate(sure):
        while end < len(sure) and sure[end].first - one.first < SPAN:
            agencies[sure[end].agency] += 1
            end += 1
        if start == 0 or sure[start - 1].first != one.first:
            yield start, end, len(agencies)
        agencies[one.agency] -= 1
        if not agencies[one.agency]:
            del agencies[one.agency]


def dense_one(inside: Sequence[Moment], usual: float) -> Candidate:
    """One crowded time. What is ready to be cited is taken from each agency in turn."""
    first, last = inside[0].first, inside[-1].first
    agencies = tuple(sorted({one.agency for one in inside}))
    days = (last - first).days + 1
    said = (
        f"{len(inside)} entries of {len(agencies)} agencies within {counted(days, 'day')}, "
        f"{days_in_words(first, last)}. Usual in a fortnight of this chronology: {max(1, round(usual))}."
    )
    by_agency = [[one for one in inside if one.agency == agency] for agency in agencies]
    in_turn = [one for group in zip_longest(*by_agency) for one in group if one is not None]
    return Candidate(Sort.DENSE, said, tuple(map(entry, in_turn)), agencies, first, last)


def silences(moments: Iterable[Moment], names: Mapping[int, str]) -> tuple[Candidate, ...]:
    """Eight weeks or more in which one agency recorded nothing while others recorded several things."""
    told = sorted(moments, key=lambda one: (one.first, one))
    days = [one.first for one in told]
    lanes: dict[int, list[Moment]] = {}
    for one in told:
        lanes.setdefault(one.agency, []).append(one)
    found = []
    for agency, lane in lanes.items():
        before = lane[0]
        for after in lane[1:]:
            if after.first - before.last >= LEAST_GAP:
                others = [one for one in between(told, days, before.last, after.first) if one.agency != agency]
                if len(others) >= LEAST_OTHERS:
                    found.append(silent_one(before, after, others, names))
            before = max(before, after, key=lambda one: one.last)
    return tuple(sorted(found, key=lambda one: (one.first or date.min, one.agencies)))


def between(told: Sequence[Moment], days: Sequence[date], first: date, last: date) -> Sequence[Moment]:
    """The entries that begin after one day and before another."""
    return told[bisect_right(days, first) : bisect_left(days, last)]


def silent_one(before: Moment, after: Moment, others: Sequence[Moment], names: Mapping[int, str]) -> Candidate:
    """One silence, with the entries on both sides of it and how much others recorded meanwhile."""
    who = sorted({one.agency for one in others})
    weeks = (after.first - before.last).days // 7
    said = (
        f"Nothing recorded by {within(names[before.agency])} for {weeks} weeks, "
        f"{days_in_words(before.last, after.first)}. "
        f"Meanwhile {listed([names[one] for one in who])} recorded {counted(len(others), 'entry', 'entries')}."
    )
    rests = (entry(before), entry(after), *map(entry, others[: TO_CITE - 2]))
    return Candidate(Sort.SILENT, said, rests, (before.agency, *who), before.last, after.first)


def counted(number: int, one: str, more: str = "") -> str:
    """A count with its noun."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def within(name: str) -> str:
    """A name inside a sentence: "The hospital trust" is "the hospital trust" there."""
    return "the " + name[4:] if name.startswith("The ") else name


def listed(names: Sequence[str]) -> str:
    """Names in a row, inside a sentence; of many, the first three."""
    told = [within(one) for one in names]
    if len(told) > 4:
        return f"{', '.join(told[:3])} and {len(told) - 3} more"
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else "nobody"


def phrases_in(words: str) -> Iterator[tuple[int, int, str]]:
    """Sentences that name a turning point in plain words: where each begins and ends, and the phrase in it."""
    for sentence in _SENTENCE.finditer(words):
        found = _SAID.search(sentence.group(0))
        if found is not None:
            start = sentence.start() + len(sentence.group(0)) - len(sentence.group(0).lstrip())
            yield start, sentence.start() + len(sentence.group(0).rstrip()), found.group(0)
