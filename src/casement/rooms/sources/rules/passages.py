"""Finding the words somebody typed inside a paragraph, without ever placing them by guess."""

import re
import unicodedata
from collections.abc import Iterable

# Signs that people type one way and documents hold another; nothing else is treated as alike.
_ALIKE = ("'‘’ʼ′", '"“”„″', "-‐‑‒–—−")
_CLASSES = {sign: f"[{re.escape(signs)}]" for signs in _ALIKE for sign in signs}
_JOINER = "\u200d"


def find_words(paragraph: str, words: str) -> tuple[tuple[int, int], ...]:
    """Every place where `words` stand in `paragraph`, as [start, end) in code points.

    Letter for letter first. Only when that finds nothing are white space, quotation marks, dashes and the two
    ways of writing an accented letter taken as alike. A place that would cut a letter from its accent, or an
    emoji in two, is no place.
    """
    asked = words.strip()
    if not asked:
        return ()
    exact = list(re.finditer(re.escape(asked), paragraph))
    return _whole(paragraph, exact or _lenient(asked).finditer(paragraph))


def _lenient(words: str) -> re.Pattern[str]:
    return re.compile(alike(words))


def alike(words: str) -> str:
    """A pattern for words however their white space, quotation marks, dashes and accents are written."""
    return "".join(_piece(char) for char in unicodedata.normalize("NFC", " ".join(words.split())))


def _piece(char: str) -> str:
    if char == " ":
        return r"\s+"
    if char in _CLASSES:
        return _CLASSES[char]
    apart = unicodedata.normalize("NFD", char)
    return re.escape(char) if apart == char else f"(?:{re.escape(char)}|{re.escape(apart)})"


def _whole(text: str, found: Iterable[re.Match[str]]) -> tuple[tuple[int, int], ...]:
    places = (match.span() for match in found)
    return tuple((start, end) for start, end in places if not _cuts(text, start) and not _cuts(text, end))


def _cuts(text: str, at: int) -> bool:
    """Whether `at` stands between a letter and a mark that belongs to it."""
    if not 0 < at < len(text):
        return False
    after, before = text[at], text[at - 1]
    return bool(unicodedata.combining(after)) or _JOINER in (after, before) or _modifies(after)


def _modifies(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff"


def same_but_spaces(one: str, other: str) -> bool:
    """Whether two passages hold the same words, whatever white space stands between them."""
    return one.split() == other.split()
