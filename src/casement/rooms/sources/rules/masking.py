"""The one place where words are hidden behind labels: a text, the masks on it, and what people are shown.

Offsets are code points of the text as it stands, [start, end), and never change; masks lie apart and in order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from casement.rooms.sources.rules.words import Finder

BLOCK = "█"
# Words as a person decided about them, and the label they are hidden behind; no label leaves them as they are.
Decided: TypeAlias = Sequence[tuple[str, str | None]]


class Mask(NamedTuple):
    """A place whose words are hidden, and the label shown in their stead."""

    start: int
    end: int
    label: str


Masks: TypeAlias = Sequence[Sequence[int | str]]
"""Masks as they are kept in a table: lists of start, end and label."""


def masks_of(text: str, decided: Decided) -> tuple[Mask, ...]:
    """Every place of a text at which decided words stand, as whole words, the longest first.

    Longer words win over shorter ones inside them, so that leaving "Will you" keeps it from the mask on "Will".
    """
    labels = {words.strip(): label for words, label in decided}
    found = Finder(labels).find(text)
    return tuple(Mask(start, end, label) for start, end, words in found if (label := labels[words]))


def read(masks: Masks) -> tuple[Mask, ...]:
    """Masks from the lists in which they are kept."""
    return tuple(Mask(int(start), int(end), str(label)) for start, end, label in masks)


def blanked(text: str, masks: Sequence[Mask]) -> str:
    """The text, as long as before, with a block for each sign that is hidden: what may stand in memory."""
    if not masks:
        return text
    return "".join(_pieces(text, masks, 0, len(text), lambda mask: blocks(text[mask.start : mask.end])))


def blocks(words: str) -> str:
    """As many blocks as these words have signs; lines end where they ended."""
    return "".join("\n" if char == "\n" else BLOCK for char in words)


def shown(text: str, masks: Sequence[Mask], start: int = 0, end: int | None = None) -> str:
    """What people are shown of text[start:end]; a mask that the span cuts is shown whole."""
    end = len(text) if end is None else end
    if not masks:
        return text[start:end]
    return "".join(_pieces(text, masks, start, end, lambda mask: in_brackets(mask.label)))


def in_brackets(label: str) -> str:
    """A label as it stands in a text: in square brackets, as words put into a quotation are."""
    return f"[{label}]"


def _pieces(text: str, masks: Sequence[Mask], start: int, end: int, stead: Callable[[Mask], str]) -> Iterator[str]:
    at = start
    for mask in masks[bisect_right(masks, start, key=lambda mask: mask.end) :]:
        if mask.start >= end:
            break
        yield text[at : max(mask.start, at)]
        yield stead(mask)
        at = mask.end
    yield text[at:end]


def worded(words: str, decided: Sequence[Sequence[str | None]]) -> str:
    """Words about a source, such as a speaker's name, with labels for what is masked in its text."""
    if not decided:
        return words
    return shown(words, masks_of(words, [(str(told), label) for told, label in decided]))


def snapped(masks: Sequence[Mask], start: int, end: int) -> tuple[int, int]:
    """A span, grown so that it cuts no mask."""
    for mask in masks[bisect_right(masks, start, key=lambda mask: mask.end) :]:
        if mask.start >= end:
            break
        start, end = min(start, mask.start), max(end, mask.end)
    return start, end


def to_shown(masks: Sequence[Mask], start: int, end: int) -> tuple[int, int]:
    """Where a span of the text stands in the whole text as it is shown."""
    if not masks:
        return start, end
    start, end = snapped(masks, start, end)
    return start + _grown(masks, start), end + _grown(masks, end)


def _grown(masks: Sequence[Mask], at: int) -> int:
    return sum(len(in_brackets(mask.label)) - (mask.end - mask.start) for mask in masks if mask.end <= at)


def from_shown(masks: Sequence[Mask], start: int, end: int) -> tuple[int, int]:
    """Where a span of the whole shown text stands in the text; half a label is the whole mask."""
    return _from_shown(masks, start, at_end=False), _from_shown(masks, end, at_end=True)


def _from_shown(masks: Sequence[Mask], at: int, *, at_end: bool) -> int:
    grown = 0
    for mask in masks:
        begins = mask.start + grown
        length = len(in_brackets(mask.label))
        if at <= begins and (at_end or at < begins):
            break
        if at < begins + length or (at_end and at == begins + length):
            return mask.end if at_end else mask.start
        grown += length - (mask.end - mask.start)
    return at - grown
