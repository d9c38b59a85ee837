"""The report as plain values: what every writer (web page, Word, PDF) turns into bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Run:
    """Words in one style. `href` leads outside or to a passage, `anchor` to a place in the report.

    `flag` is for words of ours about the text ("no longer supported"), set apart in every format.
    """

    text: str
    strong: bool = False
    stressed: bool = False
    href: str = ""
    anchor: str = ""
    flag: bool = False


@dataclass(frozen=True)
class NoteMark:
    """Where a note is called; `number` counts from one through the report."""

    number: int


Inline = Run | NoteMark
Line = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading inside a section; level 1 is a part of the report, on a new page unless it `runs_on`."""

    level: int
    text: str
    anchor: str
    number: str = ""
    runs_on: bool = False

    @property
    def words(self) -> str:
        """The number and the words together."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `lead` words stand before it in bold, as a small heading does.

    `keep`: it makes sense only with what follows, so no page ends with it.
    """

    line: Line
    lead: str = ""
    keep: bool = False


@dataclass(frozen=True)
class Listing:
    """A list. Each item is a line and the lists inside it."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Item:
    """One item of a list."""

    line: Line
    inside: tuple[Listing, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with a header row; the first cell of a row is its header. `widths` are shares of the page."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class Quotation:
    """Words somebody else said or wrote, and who."""

    line: Line
    source: str = ""


@dataclass(frozen=True)
class Notice:
    """A sentence of ours about the report itself, such as a reference that leads nowhere."""

    text: str


Block = Heading | Paragraph | Listing | Table | Quotation | Notice


@dataclass(frozen=True)
class SectionTree:
    """One section of the report, its headings included."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class NoteItem:
    """One thing a statement rests on. `path` leads to the passage in the review; empty when published.

    `evidence` is its number, kept in the internal edition alone.
    """

    text: str
    path: str = ""
    evidence: int | None = None


@dataclass(frozen=True)
class Note:
    """A footnote: what a statement rests on, and what speaks against it."""

    number: int
    items: tuple[NoteItem, ...]


@dataclass(frozen=True)
class CopyMark:
    """What each page of a copy says of itself; `reader` is the role label of the one person it is for."""

    edition: str
    by: str = ""
    on: str = ""
    number: int | None = None
    reader: str = ""

    @property
    def words(self) -> str:
        """The mark as one line."""
        told = [self.edition]
        if self.number is not None:
            told.append(f"copy {self.number}")
        if self.reader:
            told.append(f"for {self.reader}")
        if self.by:
            told.append(f"saved by {self.by}")
        if self.on:
            told.append(self.on)
        return ", ".join(told)


@dataclass(frozen=True)
class Problem:
    """Something wrong with the report. `kind` is a value of vocabulary.Trouble."""

    kind: str
    section: str
    words: str
    statement: int | None = None


FIT_A_PAGE = 45  # lines of contents


@dataclass(frozen=True)
class ReportTree:
    """A whole report in one edition, ready for a writer.

    `statements` are those told, as (section key, statement number), in order, each once for a section.
    """

    title: str
    subtitle: str
    edition: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[SectionTree, ...]
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...] = ()
    mark: CopyMark | None = None
    site: str = ""
    statements: tuple[tuple[str, int], ...] = ()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Every heading in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Heading))

    @property
    def deepest(self) -> int:
        """How many levels of headings the contents hold: three while that fits about a page, else two."""
        return 3 if len(self.headings) <= FIT_A_PAGE else 2

    def marked(self, mark: CopyMark) -> ReportTree:
        """The same report with the mark of one copy."""
        return replace(self, mark=mark)


def plain(line: Line) -> str:
    """The words of a line without its notes."""
    return "".join(part.text for part in line if isinstance(part, Run))


def lines_of(block: Block) -> Iterator[str]:
    """Every stretch of words in a block that a reader reads as one."""
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield f"{block.lead} {plain(block.line)}".strip()
        case Listing():
            for item in block.items:
                yield plain(item.line)
                for inner in item.inside:
                    yield from lines_of(inner)
        case Table():
            yield block.caption
            yield from block.head
            for row in block.rows:
                yield from (plain(cell) for cell in row)
        case Quotation():
            yield plain(block.line)
            yield block.source
        case Notice():
            yield block.text


def reworded(tree: ReportTree, change: Callable[[str], str]) -> ReportTree:
    """The same report with `change` made to every stretch of words in it, titles and mark included."""
    mark = tree.mark
    return replace(
        tree,
        title=change(tree.title),
        subtitle=change(tree.subtitle),
        facts=tuple((change(name), change(said)) for name, said in tree.facts),
        sections=tuple(
            replace(one, title=change(one.title), blocks=tuple(block_reworded(b, change) for b in one.blocks))
            for one in tree.sections
        ),
        notes=tuple(
            replace(note, items=tuple(replace(item, text=change(item.text)) for item in note.items))
            for note in tree.notes
        ),
        mark=replace(mark, by=change(mark.by), reader=change(mark.reader)) if mark else None,
    )


def line_reworded(line: Line, change: Callable[[str], str]) -> Line:
    """A line with its words changed run by run; neighbours in one style are joined first."""
    joined: list[Inline] = []
    for part in line:
        last = joined[-1] if joined else None
        if isinstance(part, Run) and isinstance(last, Run) and replace(part, text="") == replace(last, text=""):
            joined[-1] = replace(last, text=last.text + part.text)
        else:
            joined.append(part)
    return tuple(replace(p, text=change(p.text)) if isinstance(p, Run) else p for p in joined)


def block_reworded(block: Block, change: Callable[[str], str]) -> Block:
    """A block with its words changed."""
    match block:
        case Heading() | Notice():
            return replace(block, text=change(block.text))
        case Paragraph():
            return replace(block, line=line_reworded(block.line, change), lead=change(block.lead))
        case Quotation():
            return replace(block, line=line_reworded(block.line, change), source=change(block.source))
        case Listing():
            return listing_reworded(block, change)
        case Table():
            rows = tuple(tuple(line_reworded(cell, change) for cell in row) for row in block.rows)
            return replace(block, caption=change(block.caption), head=tuple(map(change, block.head)), rows=rows)


def listing_reworded(listing: Listing, change: Callable[[str], str]) -> Listing:
    """A list with its words changed, and the lists inside it."""
    return replace(
        listing,
        items=tuple(
            Item(line_reworded(item.line, change), tuple(listing_reworded(one, change) for one in item.inside))
            for item in listing.items
        ),
    )
