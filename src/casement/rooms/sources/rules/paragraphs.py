"""The paragraphs of a version, numbered as the reader shows them, from its stored places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from casement.rooms.sources.rules.masking import Mask, blanked, shown
from casement.rooms.sources.vocabulary import BLOCKS


class Paragraph(NamedTuple):
    """One block of the text, `text[start:end]`, numbered from 1 through the whole version.

    `text` is as long as what stands there, with blocks for what is masked; `masks` are the masks in it, counted as
    the text is. `shown` is what people read. A tuple and not a dataclass, because a long text has thousands.

    `kind` is paragraph, heading, footnote, comment or header; `level` is a heading's depth. `page`, `cell`
    and `section` say where it stands: the page's label, the table cell's label, the section's id.
    """

    number: int
    start: int
    end: int
    text: str
    kind: str = "paragraph"
    level: int = 0
    page: str = ""
    cell: str = ""
    section: str = ""
    masks: tuple[Mask, ...] = ()

    @property
    def shown(self) -> str:
        """The words as people are shown them, with labels."""
        return self.words(0, self.end - self.start)

    def words(self, start: int, end: int) -> str:
        """The words of a part of it as people are shown them; the part is counted from its own beginning."""
        if not self.masks:
            return self.text[start:end]
        return shown(self.text, self.own_masks, start, end)

    @property
    def own_masks(self) -> tuple[Mask, ...]:
        """The masks in it, counted from its own beginning."""
        return tuple(Mask(one.start - self.start, one.end - self.start, one.label) for one in self.masks)


def paragraphs(text: str, anchors: Sequence[Sequence[Any]], masks: Sequence[Mask] = ()) -> tuple[Paragraph, ...]:
    """The blocks of a text in order, with nothing left of what is masked.

    A text without any place is one paragraph.
    """
    text = blanked(text, masks)
    made = _paragraphs(text, anchors)
    return tuple(_with_masks(made, masks)) if masks else made


def _with_masks(blocks: Sequence[Paragraph], masks: Sequence[Mask]) -> Iterator[Paragraph]:
    """Each paragraph with the masks in it; one that goes on in the next paragraph is in both."""
    for block in blocks:
        at = bisect_right(masks, block.start, key=lambda mask: mask.end)
        inside: list[Mask] = []
        while at < len(masks) and masks[at].start < block.end:
            mask = masks[at]
            inside.append(Mask(max(mask.start, block.start), min(mask.end, block.end), mask.label))
            at += 1
        yield block._replace(masks=tuple(inside)) if inside else block


def _paragraphs(text: str, anchors: Sequence[Sequence[Any]]) -> tuple[Paragraph, ...]:
    made: list[Paragraph] = []
    page = cell = section = ""
    page_end = cell_end = section_end = -1
    number = 0
    for kind, label, start, end, level, key in anchors:
        if kind in BLOCKS:
            number += 1
            made.append(
                Paragraph(
                    number,
                    start,
                    end,
                    text[start:end],
                    kind,
                    level,
                    page if end <= page_end else "",
                    cell if end <= cell_end else "",
                    section if end <= section_end else "",
                )
            )
        elif kind == "page":
            page, page_end = label, end
        elif kind == "table_cell":
            cell, cell_end = label, end
        elif kind == "section":
            section, section_end = key, end
    if not made and text:
        return (Paragraph(1, 0, len(text), text),)
    return tuple(made)


def paragraph_at(blocks: Sequence[Paragraph], start: int) -> Paragraph | None:
    """The paragraph in which `start` stands, or the last one before it."""
    at = bisect_right(blocks, start, key=lambda block: block.start) - 1
    return blocks[max(at, 0)] if blocks else None
