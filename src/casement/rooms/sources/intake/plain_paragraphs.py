"""Makes a text fit to be stored, and finds the paragraphs of a text that marks them by empty lines only."""

import re
from collections.abc import Iterator

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MOST_CHARACTERS

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]")
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
