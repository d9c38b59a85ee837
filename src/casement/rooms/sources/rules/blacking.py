"""Words blacked out for good: each sign becomes a block, so that every place in the text stays where it is."""

from __future__ import annotations

from collections.abc import Iterable

from casement.rooms.sources.rules.masking import blocks
from casement.rooms.sources.rules.words import Finder


def black_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text, as long as before, with blocks in these places."""
    pieces, at = [], 0
    for start, end in sorted(spans):
        pieces += [text[at : max(start, at)], blocks(text[max(start, at) : end])]
        at = max(end, at)
    return "".join([*pieces, text[at:]])


class Blacking:
    """Blacks out the same words, in any letters, wherever they are met."""

    def __init__(self, words: str) -> None:
        self._finder = Finder([words], any_case=True)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where the words stand."""
        return [(start, end) for start, end, _ in self._finder.find(text)]

    def of(self, text: str) -> str:
        """The text without them."""
        return black_out(text, self.places(text))
