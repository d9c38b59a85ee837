"""What people may write into a search box: words, “phrases”, beginnings*, and “words near each other”~5."""

from __future__ import annotations

import re
from typing import NamedTuple

TERM = re.compile(r'"([^"]+)"(?:~(\d{1,2}))?|(\S+)')
WORD = re.compile(r"\w+", re.UNICODE)
# Word processors and telephones bend quotation marks as one writes.
BENT = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
MOST_TERMS, MOST_NEAR, MOST_WORDS_NEAR = 20, 20, 4


class Term(NamedTuple):
    """One thing to be found: a word, a phrase of several, a beginning, or words near each other.

    `near` is how many other words may stand between any two of them, in either order; None for a phrase.
    """

    words: tuple[str, ...]
    prefix: bool = False
    near: int | None = None

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each two of the words."""
        return tuple((one, other) for at, one in enumerate(self.words) for other in self.words[at + 1 :])


def parsed(query: str) -> list[Term]:
    """The terms of a query, at most twenty; what cannot be understood is taken as plain words."""
    terms: list[Term] = []
    for phrase, near, single in TERM.findall(query.translate(BENT)):
        words = tuple(WORD.findall(phrase or single))
        if not words:
            continue
        if near:
            apart = tuple(dict.fromkeys(word.lower() for word in words))[:MOST_WORDS_NEAR]
            terms.append(Term(apart, near=min(int(near), MOST_NEAR) if len(apart) > 1 else None))
        else:
            terms.append(Term(words, prefix=bool(single) and single.endswith("*")))
    return terms[:MOST_TERMS]
