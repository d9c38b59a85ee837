"""A report as HTML. The preview shows the fragment; a saved web page is made of the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

from casement.rooms.reports.rules.tree import (
    Block,
    Heading,
    Line,
    Listing,
    Note,
    NoteMark,
    Notice,
    Paragraph,
    Quotation,
    ReportTree,
    Run,
    SectionTree,
    Table,
)

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LEAF = 600  # blocks of a report on one page of the preview


class PageWriter:
    """Writes a report as HTML. `top` is the level of the title's heading; `absolute` puts the site before paths.

    `elsewhere` is the address of the page on which an anchor lies, for those that are not on this one.
    """

    def __init__(
        self, tree: ReportTree, *, top: int = 1, absolute: bool = False, elsewhere: Mapping[str, str] | None = None
    ) -> None:
        self.tree = tree
        self.top = top
        self.site = tree.site if absolute else ""
        self.notes = {note.number: note for note in tree.notes}
        self.elsewhere = elsewhere or {}
        self.anchors = {heading.anchor for heading in tree.headings}
        self.called: set[int] = set()

    def place(self, anchor: str) -> str:
        """The address of a place in the report."""
        return escape(f"{self.elsewhere.get(anchor, '')}#{anchor}")

    def cover(self) -> str:
        """The title, what the report is, and its facts."""
        facts = "".join(f"<p><b>{escape(name)}:</b> {escape(said)}</p>" for name, said in self.tree.facts)
        title = f'<h{self.top} class="r-title">{escape(self.tree.title)}</h{self.top}>'
        return f'<div class="r-cover">{title}<p class="r-subtitle">{escape(self.tree.subtitle)}</p>{facts}</div>'

    def contents(self, *, deepest: int | None = None) -> str:
        """The contents, as links; as deep as the report says where nothing else is said."""
        most = deepest or self.tree.deepest
        lines = "".join(
            f'<li class="r-toc-{one.level}"><a href="{self.place(one.anchor)}">{escape(one.words)}</a></li>'
            for one in self.tree.headings
            if one.level <= most
        )
        level = self.top + 1
        return (
            f'<div class="r-contents"><h{level} class="r-contents__title">Contents</h{level}><ul>{lines}</ul></div>'
        )

    def sections(self) -> str:
        """Every section."""
        return "".join(self.section(one) for one in self.tree.sections)

    def section(self, section: SectionTree) -> str:
        """One section."""
        return f"<section>{''.join(map(self.block, section.blocks))}</section>"

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                level = min(self.top + block.level, 6)
                return f'<h{level} id="{block.anchor}" class="r-h{block.level}">{escape(block.words)}</h{level}>'
            case Paragraph():
                lead = f'<b class="r-lead">{escape(block.lead.rstrip(":"))}:</b> ' if block.lead else ""
                return f"<p>{lead}{self.line(block.line)}</p>"
            case Listing():
                return self.listing(block)
            case Table():
                return self.table(block)
            case Quotation():
                source = f'<p class="r-source">{escape(block.source)}</p>' if block.source else ""
                return f"<blockquote><p>{self.line(block.line)}</p>{source}</blockquote>"
            case Notice():
                return f'<p class="r-notice">{escape(block.text)}</p>'

    def listing(self, listing: Listing) -> str:
        """A list and the lists inside it."""
        tag = "ol" if listing.ordered else "ul"
        items = "".join(
            f"<li>{self.line(item.line)}{''.join(map(self.listing, item.inside))}</li>" for item in listing.items
        )
        return f"<{tag}>{items}</{tag}>"

    def table(self, table: Table) -> str:
        """A table with its caption; the first cell of a row is its header."""
        widths = "".join(f'<col class="r-w{share}">' for share in table.widths)
        columns = f"<colgroup>{widths}</colgroup>" if widths else ""
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.head)
        rows = "".join(
            "<tr>"
            + "".join(
                f'<th scope="row">{self.line(cell)}</th>' if at == 0 else f"<td>{self.line(cell)}</td>"
                for at, cell in enumerate(row)
            )
            + "</tr>"
            for row in table.rows
        )
        return (
            f'<div class="r-scroll" role="region" tabindex="0" aria-label="{escape(table.caption)}">'
            f"<table><caption>{escape(table.caption)}</caption>{columns}<thead><tr>{head}</tr></thead>"
            f"<tbody>{rows}</tbody></table></div>"
        )

    def line(self, line: Line) -> str:
        """Words in their styles, with their notes."""
        return "".join(self.mark(part) if isinstance(part, NoteMark) else self.run(part) for part in line)

    def run(self, run: Run) -> str:
        """Words in one style."""
        told = escape(run.text).replace("\n", "<br>")
        if run.strong:
            told = f"<strong>{told}</strong>"
        if run.stressed:
            told = f"<em>{told}</em>"
        if run.flag:
            return f'<span class="r-flag">{told}</span>'
        if run.href:
            return f'<a href="{escape(run.href)}">{told}</a>'
        if run.anchor and run.anchor in self.anchors:
            return f'<a href="{self.place(run.anchor)}">{told}</a>'
        return told

    def mark(self, mark: NoteMark) -> str:
        """Where a note is called: links to the passages themselves, or to the note."""
        note = self.notes[mark.number]
        first = f' id="note-{note.number}-from"' if note.number not in self.called else ""
        self.called.add(note.number)
        links = []
        for at, item in enumerate(note.items):
            sign = f"{note.number}{LETTERS[at % 26]}" if len(note.items) > 1 else str(note.number)
            href = f"{self.site}{item.path}" if item.path else f"#note-{note.number}"
            name = f"Note {sign}: {item.text}"
            links.append(f'<a href="{escape(href)}" aria-label="{escape(name)}" title="{escape(name)}">{sign}</a>')
        return f'<sup class="r-mark"{first}>{" ".join(links)}</sup>'

    def note_words(self, note: Note) -> str:
        """What a note says, each thing leading to its passage where this edition has one."""
        told = [
            f'<a href="{escape(self.site + item.path)}">{escape(item.text)}</a>' if item.path else escape(item.text)
            for item in note.items
        ]
        return "; ".join(told) + "."

    def note_list(self) -> str:
        """All notes called in what was written so far, for a reader who wants to see them together."""
        if not self.called:
            return ""
        level = self.top + 1
        lines = "".join(
            f'<li id="note-{note.number}">{self.note_words(note)}'
            f' <a href="#note-{note.number}-from" aria-label="Back to note {note.number}">Back</a></li>'
            for note in self.tree.notes
            if note.number in self.called
        )
        return f'<section class="r-notes"><h{level} id="notes">Notes</h{level}><ol>{lines}</ol></section>'


def fragment(tree: ReportTree, *, top: int = 2, whole: bool = True) -> str:
    """The report, or with `whole` false its sections alone, as HTML for one of our own pages."""
    writer = PageWriter(tree, top=top)
    body = writer.sections()
    return f"{writer.cover()}{writer.contents()}{body}{writer.note_list()}" if whole else body


def leaf(tree: ReportTree, page: int, here: str, *, top: int = 2, size: int = LEAF) -> tuple[str, int]:
    """One page of the report as HTML for one of our own pages, with the notes called on it; and how many there are.

    `here` is the address of these pages up to their number, as in "?page=". The first page has the cover and the
    contents, and a report that fits has one.
    """
    leaves = list(leaves_of(tree, size))
    page = min(max(page, 1), len(leaves))
    on = {
        block.anchor: at
        for at, sections in enumerate(leaves, 1)
        for section in sections
        for block in section.blocks
        if isinstance(block, Heading)
    }
    elsewhere = {anchor: f"{here}{at}" for anchor, at in on.items() if at != page}
    writer = PageWriter(tree, top=top, elsewhere=elsewhere)
    begins = writer.cover() + writer.contents() if page == 1 else ""
    body = "".join(writer.section(one) for one in leaves[page - 1])
    return f"{begins}{body}{writer.note_list()}", len(leaves)


def leaves_of(tree: ReportTree, size: int) -> Iterator[tuple[SectionTree, ...]]:
    """The sections in pages of about `size` blocks; a page begins at a heading."""
    told: list[SectionTree] = []
    count = 0
    for section in tree.sections:
        begins = 0
        for at, block in enumerate(section.blocks):
            if count >= size and isinstance(block, Heading):
                if at > begins:
                    told.append(replace(section, blocks=section.blocks[begins:at]))
                yield tuple(told)
                told, count, begins = [], 0, at
            count += 1
        told.append(replace(section, blocks=section.blocks[begins:]))
    yield tuple(told)
