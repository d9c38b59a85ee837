"""Makes a text fit to be stored, and finds the paragraphs of a text that marks them by empty lines only."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MOST_CHARACTERS

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_ODD_RUN = re.compile(f"\r\n|{_ODD.pattern}")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LONG_LINE = 120


def check_length(characters: int) -> None:
    """Refuse a text past the bound, as `Unreadable`."""
    if characters > MOST_CHARACTERS:
        raise Unreadable(
            f"This file holds more than {MOST_CHARACTERS:,} characters: "
            "split it into smaller files and bring those in."
        )


def clean(text: str) -> str:
    """The text with line feeds as its only line ends and without characters that no store can hold."""
    if not _ODD.search(text):
        return text
    return _NOT_TEXT.sub(_without_meaning, _LINE_ENDS.sub("\n", text))


def _without_meaning(found: re.Match[str]) -> str:
    return "�" if found.group() >= "\ud800" else ""


class StoredPlaces:
    """Where each place of a plain text as it came stands in the text as it is stored.

    `stored` is that text: clean, and without line feeds at either end. Both count code points.
    """

    def __init__(self, text: str) -> None:
        cleaned = clean(text)
        self.stored = cleaned.strip("\n")
        self._cut = len(cleaned) - len(cleaned.lstrip("\n")) if self.stored else 0
        self._at: list[int] = []  # places after which fewer characters are left
        self._fewer: list[int] = []
        shrunk = 0
        for found in _ODD_RUN.finditer(text):
            left = len(clean(found.group()))
            if left < len(found.group()):
                shrunk += len(found.group()) - left
                self._at.append(found.end())
                self._fewer.append(shrunk)

    def place(self, at: int) -> int:
        """The stored place of a place between 0 and the length of the text, kept inside the stored text."""
        before = bisect_right(self._at, at)
        found = at - (self._fewer[before - 1] if before else 0) - self._cut
        return min(max(found, 0), len(self.stored))


def paragraphs_in(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of a plain text.

    Empty lines part paragraphs. A stretch that holds very long lines was not wrapped by hand, so each of its
    lines is a paragraph of its own.
    """
    start = 0
    for gap in [*((found.start(), found.end()) for found in _EMPTY_LINES.finditer(text)), (len(text),) * 2]:
        stretch = text[start : gap[0]]
        lines = stretch.split("\n")
        pieces = lines if max(map(len, lines)) > _LONG_LINE else [stretch]
        for piece in pieces:
            words = piece.strip()
            if words:
                left = start + len(piece) - len(piece.lstrip())
                yield left, left + len(words)
            start += len(piece) + 1
        start = gap[1]
