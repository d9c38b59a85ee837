"""How easily a text reads, reckoned here from its words and sentences alone.

Two published formulas: the Automated Readability Index (Smith and Senter 1967), from letters, words and sentences,
and the Flesch-Kincaid grade (Kincaid and others 1975), from syllables, words and sentences. Both give a school year
of the United States, whose first begins at six: the reading age is the mean of both, plus five.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casement.rooms.letters.rules.blocks import blocks_of

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_END = re.compile(r"[.?!]+(?=[\s”’)]|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
YOUNGEST, OLDEST = 6, 25


@dataclass(frozen=True)
class Ease:
    """How easily a text reads: its words and sentences, both grades, and the age they come to."""

    words: int
    sentences: int
    ari: float
    flesch_kincaid: float

    @property
    def age(self) -> int:
        """About how old a reader has to be; never below six, where the formulas end."""
        return min(OLDEST, max(YOUNGEST, round((self.ari + self.flesch_kincaid) / 2 + 5)))

    @property
    def words_a_sentence(self) -> float:
        """How long a sentence is on average."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0


def syllables(word: str) -> int:
    """How many syllables an English word has, by its groups of vowels; a silent e at the end is none."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    if not bare:
        return 1
    count = len(_VOWELS.findall(bare))
    silent = (bare.endswith("e") and not bare.endswith(("le", "ee", "ye"))) or (
        bare.endswith(("ed", "es")) and (bare[-3:-2] not in "dtszxcg" and len(bare) > 3)
    )
    return max(1, count - bool(silent))


def prose_of(text: str) -> str:
    """What is read as sentences: no headings, greeting or signature; the points of a list go on from what leads
    to them, unless they are sentences themselves.
    """
    told: list[str] = []
    for block in blocks_of(text):
        points = block.kind == "list"
        for line in () if block.kind == "heading" else block.lines:
            if points and told and not ended(told[-1]):
                told[-1] += f" {line}"
            elif points or ended(line) or line.endswith(":"):
                told.append(line)
        if points and not ended(told[-1]):
            told[-1] += "."
    return "\n".join(told)


def ended(line: str) -> bool:
    """Whether a line ends a sentence."""
    return line.rstrip("”’)").endswith((".", "?"))


def ease_of(text: str) -> Ease:
    """How easily a text reads."""
    bare = prose_of(text)
    sentences = [part for part in _END.split(bare) if _WORD.search(part)]
    words = _WORD.findall(bare)
    if not words:
        return Ease(0, 0, 0.0, 0.0)
    letters = sum(len(re.sub(r"[^\w]", "", word)) for word in words)
    a_sentence = len(words) / len(sentences)
    ari = 4.71 * letters / len(words) + 0.5 * a_sentence - 21.43
    grade = 0.39 * a_sentence + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return Ease(len(words), len(sentences), round(ari, 1), round(grade, 1))
