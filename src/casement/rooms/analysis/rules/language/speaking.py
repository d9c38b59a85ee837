"""speaks(text): where a reader may hear hindsight, outcome, blame or vagueness, and which rule says so.

One pass over the words of a text: a word that begins a rule's phrase is looked at more closely, all others cost
nothing. Plain Python.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from casement.rooms.analysis.rules.language.quoting import without_quotes

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
ENDS = re.compile(r"[.!?][\"'”’)\0]*\s+(?=[\"'“‘(\0]?[A-Z0-9\0])|\n+")
BEFORE = 80  # how far back a rule looks for what makes it silent


@dataclass(frozen=True)
class Rule:
    """One rule: what it is called, what to do instead and why; and what makes it speak or stay silent."""

    name: str
    kind: str
    title: str
    advice: str
    reason: str
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Rules:
    """All rules, by name, and the phrases they look for, by first word."""

    named: Mapping[str, Rule]
    starting: Mapping[str, tuple[tuple[Rule, re.Pattern[str]], ...]]


@dataclass(frozen=True)
class Flag:
    """A place where a reader may hear it: offsets into the text, the rule, and the sentence it stands in."""

    start: int
    end: int
    rule: Rule
    sentence: str

    @property
    def advice(self) -> str:
        """What to do instead."""
        return self.rule.advice


def speaks(text: str, rules: Rules) -> tuple[Flag, ...]:
    """Every flag of a text in order. Of two phrases that overlap the first stays, then the longer."""
    plain = without_quotes(text).replace("’", "'")
    found: list[Flag] = []
    start, covered = 0, 0
    for end in [*(one.end() for one in ENDS.finditer(plain)), len(plain)]:
        for word in WORD.finditer(plain, start, end):
            near = rules.starting.get(word.group().lower())
            if near is None or word.start() < covered:
                continue
            best = longest(plain, near, word, start, end)
            if best is not None:
                covered = best[1]
                found.append(Flag(word.start(), best[1], best[0], text[start:end].strip()))
        start = end
    return tuple(found)


def longest(
    plain: str,
    near: tuple[tuple[Rule, re.Pattern[str]], ...],
    word: re.Match[str],
    start: int,
    end: int,
) -> tuple[Rule, int] | None:
    """The rule that matches most from this word on, and where it ends; the sentence is `start` to `end`."""
    best: tuple[Rule, int] | None = None
    for rule, then in near:
        match = then.match(plain, word.end(), end)
        if match and (best is None or match.end() > best[1]) and holds(plain, rule, word.start(), start, end):
            best = rule, match.end()
    return best


def holds(plain: str, rule: Rule, at: int, start: int, end: int) -> bool:
    """Whether what stands around the phrase lets the rule speak."""
    if rule.not_after is not None and rule.not_after.search(plain[max(start, at - BEFORE) : at]):
        return False
    if rule.needs is not None and not rule.needs.search(plain, start, end):
        return False
    return rule.unless is None or not rule.unless.search(plain[start:end].strip())


def same_sentence(sentence: str) -> str:
    """A sentence as it is remembered: white space made single, so that a new line does not bring a note back."""
    return " ".join(sentence.split())
