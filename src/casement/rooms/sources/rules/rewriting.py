"""One paragraph of a text said otherwise: the new text, and its places moved along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casement.rooms.sources.rules.paragraphs import Paragraph
from casement.rooms.sources.vocabulary import BLOCKS, AnchorRow


def lines_of(words: str) -> tuple[str, ...]:
    """The paragraphs somebody wrote: a line each, blank lines and the ends of lines left out."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").split("\n")
    return tuple(line.strip() for line in lines if line.strip())


def rewrite(
    text: str, anchors: Sequence[Sequence[Any]], block: Paragraph, lines: Sequence[str]
) -> tuple[str, tuple[AnchorRow, ...]]:
    """The text with `block` replaced by `lines`, a paragraph each, and its places.

    Places before it stay, those after it move, those around it grow or shrink with it.
    """
    words = "\n".join(lines)
    shift = len(words) - (block.end - block.start)
    fresh: list[tuple[int, int]] = []
    at = block.start
    for line in lines:
        fresh.append((at, at + len(line)))
        at += len(line) + 1
    made: list[AnchorRow] = []
    for kind, label, start, end, level, key in anchors:
        if kind in BLOCKS and (start, end) == (block.start, block.end):
            made += [(kind, label, first, last, level, key) for first, last in fresh]
            continue
        made.append((kind, label, moved(start, block, shift, at - 1), moved(end, block, shift, at - 1), level, key))
    return text[: block.start] + words + text[block.end :], tuple(made)


def moved(place: int, block: Paragraph, shift: int, last: int) -> int:
    """Where a place stands afterwards; one inside the replaced words stays inside them."""
    if place <= block.start:
        return place
    return place + shift if place >= block.end else min(place, last)
