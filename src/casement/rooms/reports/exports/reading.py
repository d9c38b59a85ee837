"""A follow-on report as it is read in Casement: paragraph by paragraph, so that each can be spoken of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casement.rooms.reports.exports.page import PageWriter
from casement.rooms.reports.rules.freezing import numbered
from casement.rooms.reports.rules.tree import (
    Block,
    Heading,
    Item,
    Line,
    Listing,
    Paragraph,
    Quotation,
    ReportTree,
    Run,
    Table,
)

LEAF = 150  # paragraphs on one page


@dataclass(frozen=True)
class Piece:
    """A heading, whose `number` is 0, or a paragraph with its number. `of` is the role whose account it tells."""

    number: int
    html: str
    of: str = ""


@dataclass(frozen=True)
class Leaf:
    """One page of a report: its contents, its pieces, the notes called on it, and how many pages there are."""

    contents: str
    pieces: tuple[Piece, ...]
    notes: str
    pages: int


def leaf_read(tree: ReportTree, page: int, here: str, *, size: int = LEAF) -> Leaf:
    """One page of a report; `here` is its address up to the number of a page, as in "?page="."""
    every = [(number, block) for number, _, block in numbered(tree.sections)]
    last = max(1, -(-len([one for one in every if one[0]]) // size))
    page = min(max(page, 1), last)
    on = {block.anchor: at for block, at in placed(every, size) if isinstance(block, Heading)}
    elsewhere = {anchor: f"{here}{at}" for anchor, at in on.items() if at != page}
    writer = PageWriter(tree, top=1, elsewhere=elsewhere)
    pieces = tuple(
        Piece(number, writer.block(block), block.lead if isinstance(block, Paragraph) else "")
        for (number, block), (_, at) in zip(every, placed(every, size), strict=True)
        if at == page
    )
    return Leaf(writer.contents(deepest=1), pieces, writer.note_list(), last)


def placed(every: list[tuple[int, Block]], size: int) -> list[tuple[Block, int]]:
    """Each block with its page; a heading stands on the page of the paragraph after it."""
    told, page = [], 1
    for number, block in reversed(every):
        page = (number - 1) // size + 1 if number else page
        told.append((block, page))
    last = max((at for _, at in told), default=1)
    told.reverse()
    # Headings after the last paragraph would stand nowhere else.
    return [(block, min(at, last)) for block, at in told]


def paragraph(tree: ReportTree, block: Block) -> str:
    """One paragraph alone, without its notes."""
    writer = PageWriter(replace(tree, notes=()), top=1)
    return writer.block(without_notes(block))


def without_notes(block: Block) -> Block:
    """A block whose notes are left out."""
    match block:
        case Paragraph() | Quotation():
            return replace(block, line=bare(block.line))
        case Table():
            return replace(block, rows=tuple(tuple(bare(cell) for cell in row) for row in block.rows))
        case Listing():
            return listing_bare(block)
    return block


def bare(line: Line) -> Line:
    """A line without the marks of its notes."""
    return tuple(part for part in line if isinstance(part, Run))


def listing_bare(listing: Listing) -> Listing:
    """A list without the marks of its notes."""
    return replace(
        listing, items=tuple(Item(bare(one.line), tuple(map(listing_bare, one.inside))) for one in listing.items)
    )
