"""Words that look like names and are in no register: after a title, in the list of first names, or by capitals."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from casement.rooms.sources.rules.identifying.found import ORDINARY, Found

_NAME = r"[A-Z][^\W\d_]+(?:[’'-][A-Z][^\W\d_]+)*"
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Nurse|Sister|PC|DC|Sgt|Aunt|Auntie|Uncle|Nan|Grandma|Grandad)\.?\s+"
    rf"(?P<name>{_NAME}(?:[ ]{_NAME}){{0,2}})"
)
_RUN = re.compile(rf"(?<![\w@.’'-]){_NAME}(?:[ ]{_NAME}){{0,3}}(?![\w@])")
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,}")
_SENTENCE_ENDS = frozenset('.!?:;•\n\r\t|“”"([-–—/')


def unknown_names(text: str, forenames: Collection[str]) -> Iterator[Found]:
    """Names that nobody has told us of.

    A single capitalised word counts in the middle of a sentence, and only when it stands nowhere in small letters;
    at the beginning of a sentence, only when it is in the list of first names.
    """
    ordinary = ORDINARY | set(_SMALL.findall(text))
    for match in _TITLED.finditer(text):
        yield Found(*match.span("name"), "name", "It stands after a title such as Mrs or Dr.")
    for match in _RUN.finditer(text):
        start, end = _trimmed(match.start(), match.group(), ordinary)
        words = text[start:end].split()
        if not words:
            continue
        known = next((word for word in words if word.casefold() in forenames), "")
        if known:
            yield Found(start, end, "name", "It holds a word from the list of first names.")
        elif not _begins_sentence(text, start) or len(words) > 1:
            yield Found(start, end, "name", "Capital letters within a sentence, like a name.", doubtful=True)


def _trimmed(at: int, run: str, ordinary: Collection[str]) -> tuple[int, int]:
    """The run without ordinary words at its ends."""
    pieces = [(match.start(), match.end(), match.group()) for match in re.finditer(r"\S+", run)]
    while pieces and (pieces[0][2].casefold() in ordinary or pieces[0][2].isupper()):
        pieces.pop(0)
    while pieces and (pieces[-1][2].casefold() in ordinary or pieces[-1][2].isupper()):
        pieces.pop()
    return (at + pieces[0][0], at + pieces[-1][1]) if pieces else (at, at)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" ")
    return not before or before[-1] in _SENTENCE_ENDS
