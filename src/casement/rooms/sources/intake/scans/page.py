"""What a machine made of one page, and how its sureness is put in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

# Between these, from words that Tesseract got right and wrong on pages of known text; figures are out of 100.
_CLEAR, _MOSTLY = 90, 75


@dataclass(frozen=True, slots=True)
class PageRead:
    """The paragraphs of a page, and the mean sureness over its words, from 0 to 100."""

    paragraphs: tuple[str, ...]
    sureness: int

    @property
    def in_words(self) -> str:
        """How far the words of the page can be relied on."""
        if self.sureness >= _CLEAR:
            return "clear"
        return "mostly clear" if self.sureness >= _MOSTLY else "doubtful"

    @property
    def mark(self) -> str:
        """What stands beside the number of the page."""
        return f"read by machine, {self.in_words}: {self.sureness} of 100"


FAILED = PageRead((), -1)  # the machine could not read it at all


def read_said(pages: Mapping[int, PageRead]) -> str:
    """The sentence on pages read by machine, with the least sure of them by their numbers."""
    if len(pages) == 1:
        [(number, page)] = pages.items()
        said = f"Page {number} was read by machine: {page.in_words}, {page.sureness} of 100 sure."
    else:
        counts = Counter(page.in_words for page in pages.values())
        told = ", ".join(
            f"{counts[words]} {words}" for words in ("clear", "mostly clear", "doubtful") if counts[words]
        )
        least = sorted(pages.items(), key=lambda item: item[1].sureness)[:5]
        named = ", ".join(f"page {number} ({page.sureness} of 100)" for number, page in least)
        said = f"{len(pages)} pages were read by machine: {told}. Least sure: {named}."
    return f"{said} Check what you quote against the original."
