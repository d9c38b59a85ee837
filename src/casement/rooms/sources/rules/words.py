"""Finding many given words in a long text at once, as whole words, however their spaces and signs are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from casement.rooms.sources.rules.passages import alike

_TOKEN = re.compile("[\\w\u0300-\u036f]+")
_ONE_SIGN = {ord(sign): signs[0] for signs in ("'‘’ʼ′", '"“”„″', "-‐‑‒–—−") for sign in signs}
_LONGEST_SIGNS = 8


def folded(words: str) -> str:
    """Words with the signs that people and programs write in several ways made one, for comparing."""
    return unicodedata.normalize("NFC", " ".join(words.split())).translate(_ONE_SIGN)


def plain_words(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, word) of every word of a text, in small letters and one way of writing, without signs."""
    for token in _TOKEN.finditer(text):
        yield token.start(), token.end(), unicodedata.normalize("NFC", token.group()).casefold()


class _Way(NamedTuple):
    before: int  # how many signs stand before the first word
    length: int
    pattern: re.Pattern[str]
    words: str


class Finder:
    """Looks for `words`; with `any_case`, in capital and small letters alike.

    Each word of the text is looked up once, so that the cost does not grow with how many are looked for.
    """

    def __init__(self, words: Iterable[str], *, any_case: bool = False) -> None:
        self._any_case = any_case
        self._ways: dict[str, list[_Way]] = {}
        self._signs: set[int] = {0}
        for each in {one.strip() for one in words if one.strip()}:
            first = _TOKEN.search(each)
            if first is None or first.start() > _LONGEST_SIGNS:
                continue  # nothing but signs, or hardly anything else
            pattern = re.compile(f"{alike(each)}{_edge(each[-1])}", re.IGNORECASE if any_case else 0)
            self._ways.setdefault(self._key(first.group()), []).append(
                _Way(first.start(), len(each), pattern, each)
            )
            self._signs.add(first.start())
        for ways in self._ways.values():
            ways.sort(key=lambda way: (-way.length, way.words))

    def _key(self, token: str) -> str:
        plain = token if token.isascii() else unicodedata.normalize("NFC", token)
        return plain.casefold() if self._any_case else plain

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, the words that were looked for), in order and apart; the longest at each place."""
        if not self._ways:
            return
        reached = 0
        for token in _TOKEN.finditer(text):
            for way in self._ways.get(self._key(token.group()), ()):
                start = token.start() - way.before
                if start < reached:
                    continue
                match = way.pattern.match(text, start)
                if match is not None and match.end() > start:
                    yield start, match.end(), way.words
                    reached = match.end()
                    break


def _edge(last: str) -> str:
    """What may not follow: more of the same word."""
    return "(?![\\w\u0300-\u036f])" if _TOKEN.fullmatch(last) else "(?![\u0300-\u036f])"
