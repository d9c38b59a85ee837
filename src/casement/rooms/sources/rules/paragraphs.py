"""The paragraphs of a version, numbered as the reader shows them, from its stored places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple

from casement.rooms.sources.vocabulary import BLOCKS


class Paragraph(NamedTuple):
    """One block of the text, `text[start:end]`, numbered from 1 through the whole version.

    A tuple and not a dataclass, because a long text has thousands.

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


def paragraphs(text: str, anchors: Sequence[Sequence[Any]]) -> tuple[Paragraph, ...]:
    """The blocks of a text in order; a text without any place is one paragraph."""
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
