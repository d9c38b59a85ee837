"""Keeps names out of what is published: puts labels for names, and finds every name that is left.

A name is met whatever its case, accents, hyphens or apostrophes, as a possessive, turned round with a comma,
or run together as in an e-mail address. What was found is told by the label, never by the name. A name that
is also an everyday word is masked only where its capital can come from nothing else; a person looks at the rest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from casement.rooms.reports.rules.material import Known

TITLES = r"(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|pc|dc|ds|sgt|rev|sister|nurse)\b\.?[^\w]{1,2})"
_BETWEEN = r"[^\w]{0,3}_{0,1}"
_PLAIN = re.compile("[\x00-\x7f‘’“”–—…•£]*")  # nothing here folds to anything but lower case
_PARTS = re.compile(r"[^\W_]+")
_OPENS = re.compile(r"(?:^|[.:?!\n\"“‘(\[*-])[\s\"“‘(\[*-]*$")
MONTH_NAMES = frozenset({"april", "may", "june", "august"})
_EVERYDAY = """
abbey amber april art ash august autumn basil bay bell bill bishop black blue bob bond brook brown buck bush
carol chance chase christian coral crystal daisy dale dawn dean dove drew duke earl eve faith field flora ford
forest frank gene glen good grace grant gray green grey guy harmony harry hazel heath heather hill hope iris
ivy jack jade jay jewel job john joy june justice king lane lily long love major marina mark may melody mercy
miles miller moss nick norm north olive page park pat patience pearl penny pierce pip piper poppy price prince
queen ray rich rob robin rock rose ruby rush rusty sandy savage scarlet sharp short sky smith south star stone
storm sue summer sunny temple tony trinity violet wade ward wells west white will willow winter wise wood
woods woody young
"""
ALSO_WORDS = frozenset(_EVERYDAY.split())


@dataclass(frozen=True)
class Met:
    """A name met in a text: where, the label that stands for it, and whether it can be anything else."""

    start: int
    end: int
    label: str
    sure: bool = True


def folded(text: str) -> tuple[str, Sequence[int]]:
    """A text without case, accents or invisible signs, and for each of its characters the place it had."""
    if _PLAIN.fullmatch(text):
        return text.lower(), range(len(text) + 1)
    told: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        for base in unicodedata.normalize("NFKD", sign).casefold():
            if unicodedata.category(base) in ("Mn", "Cf"):
                continue
            told.append(base)
            places.append(at)
    places.append(len(text))
    return "".join(told), places


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded; apostrophes and hyphens part them."""
    return tuple(_PARTS.findall(folded(name)[0]))


def pattern_of(name: str) -> str:
    """What matches a name in folded text: its words in order, or the family name first, whatever stands between."""
    parts = [re.escape(part) for part in parts_of(name)]
    if not parts:
        return ""
    ways = [_BETWEEN.join(parts)]
    for cut in range(1, len(parts)):
        ways.append(_BETWEEN.join(parts[cut:]) + r"[^\w]{1,3}" + _BETWEEN.join(parts[:cut]))
    return "|".join(ways)


class Register:
    """The names that must not be printed, ready to look for."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.known = tuple(known)

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        """Each name's pattern with its label, longest first, so that a full name goes before its parts."""
        told = {(pattern_of(name), one.label) for one in self.known for name in one.names}
        return tuple(sorted((pair for pair in told if pair[0]), key=lambda pair: (-len(pair[0]), pair)))

    @cached_property
    def _any(self) -> re.Pattern[str] | None:
        """One expression for all names; the group that matched says which."""
        if not self._names:
            return None
        ways = "|".join(f"(?P<n{at}>{pattern})" for at, (pattern, _) in enumerate(self._names))
        return re.compile(rf"(?<![^\W_])(?:{TITLES}{{0,2}})(?:{ways})(?![^\W_])")

    @cached_property
    def _rarest(self) -> frozenset[str]:
        """The longest word of each name: a text that holds none of them holds no name."""
        words = (parts_of(name) for one in self.known for name in one.names)
        return frozenset(max(each, key=len) for each in words if each)

    def met(self, text: str) -> Iterator[Met]:
        """Every name in a text, from left to right."""
        if self._any is None or not text:
            return
        bare, places = folded(text)
        if not any(word in bare for word in self._rarest):
            return
        for found in self._any.finditer(bare):
            label = self._names[int((found.lastgroup or "n0")[1:])][1]
            start, end = places[found.start()], places[found.end() - 1] + 1
            yield Met(start, end, label, sure=is_surely_a_name(text, start, found.group(0)))

    def masked(self, text: str) -> str:
        """The text with labels in place of names. Text without names comes back as it was."""
        told, at = [], 0
        for one in self.met(text):
            if one.sure:
                told += [text[at : one.start], one.label]
                at = one.end
        return "".join([*told, text[at:]])

    def left_in(self, text: str) -> tuple[str, ...]:
        """The labels of people and places whose names are in a text, each once."""
        met = (one for one in self.met(text) if one.sure and not self._is_label(text, one))
        return tuple(dict.fromkeys(one.label for one in met))

    def _is_label(self, text: str, met: Met) -> bool:
        """Whether what was met is the label itself, where a label is also one of the names."""
        return text[met.start : met.end] == met.label

    @cached_property
    def _perhaps(self) -> dict[str, str]:
        """Single words of longer names that could give somebody away, with the label."""
        labels = {part for one in self.known for part in parts_of(one.label)}
        told: dict[str, str] = {}
        for one in self.known:
            for name in one.names:
                words = parts_of(name)
                for word in words:
                    if len(words) > 1 and len(word) > 3 and word not in labels:
                        told.setdefault(word, one.label)
        return told

    def perhaps_in(self, text: str) -> tuple[tuple[str, str], ...]:
        """Words of a text that may be a name or part of one: the word and the label, each once."""
        told = {text[one.start : one.end]: one.label for one in self.met(text) if not one.sure}
        for found in _PARTS.finditer(text):
            word = found.group(0)
            label = self._perhaps.get(folded(word)[0]) if word[:1].isupper() else None
            if label:
                told.setdefault(word, label)
        return tuple(told.items())


def is_surely_a_name(text: str, start: int, found: str) -> bool:
    """Whether what was found can only be a name: not an everyday word, or one whose capital says so."""
    if found not in ALSO_WORDS:
        return True
    return found not in MONTH_NAMES and text[start].isupper() and not _OPENS.search(text[:start])
