"""Where two texts say the opposite of each other, by their words alone, and which words those are.

A word stands under a "not" when a word of denial comes shortly before it in the same clause: the window of negation
of Das and Chen (2001), ended by punctuation or "but". Two texts oppose each other where one says a word and the
other denies it, or where one says a word and the other its opposite, from a list of opposites kept beside this
file. A second list tells which way a passage leans: of work that went well, or that did not. Nothing is learned;
each finding can be told by its two words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from casement.foundation.search.likeness import small_words, stem_of

TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?|[.,;:!?()–—]", re.UNICODE)
DENIALS = frozenset(
    {"no", "not", "never", "nobody", "none", "nothing", "nowhere", "without", "neither", "nor", "cannot", "hardly",
     "rarely", "seldom"}
)  # fmt: skip
ENDS = frozenset(".,;:!?()–—") | {"but", "though", "although", "until", "unless"}
TURNS = frozenset({"but", "however", "although", "though", "except", "yet", "instead", "whereas", "actually"})
LEAST_SHARED = 2
REACH = 5  # words that a denial bears on
WELL, BADLY = "well", "badly"


@dataclass(frozen=True)
class Said:
    """What a text says, word by word: each telling stem, whether it is denied, and how it is written there.

    `turns` is the word by which the text turns against what came before it, empty when none does.
    """

    denied: Mapping[str, bool]
    forms: Mapping[str, str]
    turns: str = ""


@dataclass(frozen=True)
class Opposed:
    """Two words that speak against each other: `ours` and `theirs`. Where they are one word, `denied` says who
    denies it, "ours" or "theirs"; it is empty where the two are opposites.
    """

    ours: str
    theirs: str
    denied: str = ""


@lru_cache(maxsize=4_000)
def said(text: str) -> Said:
    """A text word by word."""
    denied: dict[str, bool] = {}
    forms: dict[str, str] = {}
    reach, turns = 0, ""
    for token in TOKEN.findall(text.lower()):
        word = re.split("[’']", token)[0]
        if token.endswith(("n’t", "n't")) or word in DENIALS:
            reach = REACH
        if token in ENDS:
            reach = 0
        turns = turns or (word if word in TURNS else "")
        if len(word) > 2 and word.isalpha() and (word not in small_words() or word in opposites()):
            stem = stem_of(word)
            denied.setdefault(stem, reach > 0)
            forms.setdefault(stem, word)
        reach = max(reach - 1, 0)
    return Said(denied, forms, turns)


def opposed(ours: Said, theirs: Said) -> tuple[Opposed, ...]:
    """The words by which two texts oppose each other: denials first, then opposites.

    One word alone that is denied is chance as often as not; texts that share two speak of the same.
    """
    shared = [stem for stem in ours.denied if stem in theirs.denied]
    told = [
        Opposed(ours.forms[stem], theirs.forms[stem], "ours" if ours.denied[stem] else "theirs")
        for stem in shared
        if theirs.denied[stem] != ours.denied[stem] and len(shared) >= LEAST_SHARED
    ]
    for stem, denied in ours.denied.items():
        for other in opposites().get(stem, ()):
            if other in theirs.denied and theirs.denied[other] == denied and stem not in theirs.denied:
                told.append(Opposed(ours.forms[stem], theirs.forms[other]))
    return tuple(told)


def leaning(one: Said) -> dict[str, tuple[str, ...]]:
    """The words by which a passage tells that work went well, and those by which it tells that it did not."""
    told: dict[str, list[str]] = {WELL: [], BADLY: []}
    for stem, denied in one.denied.items():
        way = bearings().get(stem)
        if way:
            turned = {WELL: BADLY, BADLY: WELL}[way] if denied else way
            told[turned].append(f"not {one.forms[stem]}" if denied else one.forms[stem])
    return {way: tuple(words) for way, words in told.items()}


def leans(one: Said) -> str:
    """Which way a passage leans, empty when it does neither or both alike."""
    told = leaning(one)
    well, badly = len(told[WELL]), len(told[BADLY])
    return "" if well == badly else WELL if well > badly else BADLY


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """By stem, the stems that say the opposite; words themselves are keys as well, to be looked up as written."""
    told: dict[str, set[str]] = {}
    for line in _lines("opposites.txt"):
        one, other = (group.split() for group in line.split("|"))
        for here, there in ((one, other), (other, one)):
            for word in here:
                for key in {word, stem_of(word)}:
                    told.setdefault(key, set()).update(stem_of(each) for each in there)
    return {word: frozenset(others) for word, others in told.items()}


@cache
def bearings() -> Mapping[str, str]:
    """By stem, which way it leans."""
    told: dict[str, str] = {}
    for line in _lines("bearings.txt"):
        sign, *words = line.split()
        told |= {stem_of(word): WELL if sign == "+" else BADLY for word in words}
    return told


def _lines(name: str) -> list[str]:
    words = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line for line in words if line.strip() and not line.startswith("#")]
