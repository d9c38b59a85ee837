"""Finds again, in a corrected file, the rows of the file it corrects.

Rows are matched by what they say and by where they stand among the others. Two rows belong together beyond doubt
when they say the same, or when each is the only one that could be the other. Whatever could be several is asked.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from casement.rooms.chronology.vocabulary import Cell, Field

WHEN = (Field.DATE, Field.TIME, Field.END_DATE, Field.END_TIME)
SAID = (*WHEN, Field.EVENT, Field.SOURCE, Field.PRESENT, Field.ACTION, Field.ANALYSIS, Field.REFERENCE)
ALIKE = 0.5  # of the words of two events; a row put right keeps most of them
NEAR = 25  # rows between two that say the same; more are not compared for standing there
MOST_CANDIDATES = 5
Words = Mapping[Field, str]


class Row(NamedTuple):
    """A row of either file: its key and, for each field, the words that stand there."""

    key: int
    words: Words


@dataclass
class Matches:
    """Every row of the corrected file is in one of the first four; every row before in `gone`, or in the others.

    `doubtful` gives the rows before that one may be. Those it names may be gone too, which is known later.
    """

    same: dict[int, int] = field(default_factory=dict)
    changed: dict[int, int] = field(default_factory=dict)
    doubtful: dict[int, tuple[int, ...]] = field(default_factory=dict)
    new: list[int] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    repeated: set[int] = field(default_factory=set)  # gone, while another row that says the same is still there


def match(before: Sequence[Row], after: Sequence[Row]) -> Matches:
    """Which row of the corrected file is which row of the one before."""
    told = Matches()
    said_before, said_after = [said(row.words) for row in before], [said(row.words) for row in after]
    same = pairs_that_say_the_same(said_before, said_after)
    told.same = {after[new].key: before[old].key for old, new in same.items()}
    left_before = [at for at in range(len(before)) if at not in same]
    left_after = sorted(set(range(len(after))) - set(same.values()))
    could_be = candidates(before, after, left_before, left_after, same)
    wanted_by = Counter(old for olds in could_be.values() for old in olds)
    asked: set[int] = set()
    matched: set[int] = set()
    for new in left_after:
        olds = could_be.get(new, ())
        if not olds:
            told.new.append(after[new].key)
        elif len(olds) == 1 and wanted_by[olds[0]] == 1:
            told.changed[after[new].key] = before[olds[0]].key
            matched.add(olds[0])
        else:
            told.doubtful[after[new].key] = tuple(before[old].key for old in olds[:MOST_CANDIDATES])
            asked.update(olds[:MOST_CANDIDATES])
    still = {said_before[old] for old in same}
    for old in left_before:
        if old not in matched and old not in asked:
            told.gone.append(before[old].key)
            if said_before[old] in still:
                told.repeated.add(before[old].key)
    return told


def words_of(cells: Sequence[Cell], fields: Sequence[Field]) -> Words:
    """What a row says in each field, the words of several columns that become one joined."""
    told: dict[Field, str] = {}
    for cell, name in zip(cells, fields, strict=False):
        if name is not Field.IGNORE and cell.text.strip():
            told[name] = f"{told[name]}\n{cell.text}" if name in told else cell.text
    return told


def said(words: Words) -> tuple[str, ...]:
    """What a row says, however it is spaced."""
    return tuple(" ".join(words.get(name, "").split()) for name in SAID)


def differing(before: Words, after: Words) -> tuple[Field, ...]:
    """The fields in which two rows say something else."""
    told = zip(SAID, said(before), said(after), strict=True)
    return tuple(name for name, old, new in told if old != new)


def pairs_that_say_the_same(before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]) -> dict[int, int]:
    """Places of rows in both that say the same; of several alike the first is the first, and so on."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(after):
        places[words].append(at)
    found, used = {}, Counter[tuple[str, ...]]()
    for at, words in enumerate(before):
        if used[words] < len(places.get(words, ())):
            found[at] = places[words][used[words]]
            used[words] += 1
    return found


def candidates(
    before: Sequence[Row], after: Sequence[Row], left_before: Sequence[int], left_after: Sequence[int],
    same: dict[int, int],
) -> dict[int, tuple[int, ...]]:  # fmt: skip
    """For each row that is left, those before that it may be, the likeliest first: alike in words and in place.

    In place means with the same reference, the same time or the same event, or between the same two rows.
    """
    words = {at: tokens(before[at].words) for at in left_before}
    told: dict[int, tuple[int, ...]] = {}
    places = [keys_of(before[at], gap) for at, gap in gaps(left_before, sorted(same))]
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, keys in zip(left_before, places, strict=True):
        for key in keys:
            by_key[key].append(at)
    for new, gap in gaps(left_after, sorted(same.values()), {there: here for here, there in same.items()}):
        own = tokens(after[new].words)
        found: dict[int, float] = {}
        for key in keys_of(after[new], gap):
            there = by_key.get(key, ())
            if key[0] == "between" and len(there) > NEAR:
                continue
            for old in there:
                strong = key[0] in ("reference", "event")
                if old not in found and (strong or likeness(own, words[old]) >= ALIKE):
                    found[old] = likeness(own, words[old])
        told[new] = tuple(sorted(found, key=lambda old: (-found[old], old)))
    return told


def gaps(
    left: Sequence[int], kept: Sequence[int], named: dict[int, int] | None = None
) -> Iterator[tuple[int, str]]:  # fmt: skip
    """Each place that is left, with the place above it of a row that both files hold, as the first names it."""
    at = 0
    for place in left:
        while at < len(kept) and kept[at] < place:
            at += 1
        above = kept[at - 1] if at else -1
        yield place, str(named[above] if named and above >= 0 else above)


def keys_of(row: Row, gap: str) -> tuple[tuple[str, str], ...]:
    """By what a row may be found again."""
    when = " ".join(row.words.get(name, "") for name in WHEN).split()
    event = " ".join(row.words.get(Field.EVENT, "").casefold().split())
    reference = " ".join(row.words.get(Field.REFERENCE, "").casefold().split())
    found = (("reference", reference), ("event", event), ("when", " ".join(when)))
    return (*((kind, words) for kind, words in found if words), ("between", gap))


def tokens(words: Words) -> frozenset[str]:
    """The words of the event, in small letters."""
    return frozenset(re.findall(r"\w+", words.get(Field.EVENT, "").casefold()))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words that two events have in common, from 0 to 1 (Dice); without words nothing is alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
