"""The body of a Word report: blocks as paragraphs, lists and tables, with links, bookmarks and note calls."""

from __future__ import annotations

import copy
from collections.abc import Callable

from casement.rooms.reports.exports.word.elements import Element, bookmark, el, field, paragraph, place_name, run
from casement.rooms.reports.rules.tree import (
    Block,
    Heading,
    Line,
    Listing,
    NoteMark,
    Notice,
    Paragraph,
    Quotation,
    ReportTree,
    Run,
    Table,
)

WIDE = 9411  # the width of the text in twentieths of a point: A4 less the margins
RULE: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": "C6D0D1"}
HEAD_RULE: dict[str, str | int] = {"val": "single", "sz": 10, "space": 0, "color": "10272D"}


class Body:
    """Writes blocks. `link` gives the relationship of an outside address; `restart` a fresh numbered list."""

    def __init__(self, tree: ReportTree, link: Callable[[str], str], restart: Callable[[], int]) -> None:
        self.tree = tree
        self.link = link
        self.restart = restart
        self.anchors = {heading.anchor for heading in tree.headings}
        self.marks = 0

    def whole(self) -> list[Element]:
        """Cover, contents, and every section."""
        told = self.cover() + self.contents()
        for section in self.tree.sections:
            for block in section.blocks:
                told += self.block(block)
        return told

    def cover(self) -> list[Element]:
        """The title and the facts of the report."""
        told = [
            paragraph(run(self.tree.title), style="Title"),
            paragraph(run(self.tree.subtitle), style="Subtitle"),
        ]
        for name, said in self.tree.facts:
            told.append(paragraph(run(f"{name}: ", bold=True), run(said)))
        return told

    def contents(self) -> list[Element]:
        """A contents field, filled in already; page numbers are fields that follow the headings."""
        deepest = self.tree.deepest
        shown = [one for one in self.tree.headings if one.level <= deepest]
        title = [el("pageBreakBefore")]
        told = [paragraph(run("Contents"), style="Contentstitle", facts=title)]
        lines = []
        for one in shown:
            name = place_name(one.anchor)
            page = field(f"PAGEREF {name} \\h", [run("")])
            entry = el("hyperlink", run(one.words), run("\t"), *page, anchor=name, history=1)
            lines.append(paragraph(entry, style=f"toc{one.level}"))
        if not lines:
            return []
        begin = field(f'TOC \\o "1-{deepest}" \\h \\z \\u', stale=True)
        opening, end = begin[:3], begin[3]
        facts = lines[0][0]
        for at, piece in enumerate(opening):
            lines[0].insert(list(lines[0]).index(facts) + 1 + at, piece)
        lines[-1].append(end)
        return told + lines

    def block(self, block: Block) -> list[Element]:
        """One block."""
        match block:
            case Heading():
                return [self.heading(block)]
            case Paragraph():
                lead = [run(f"{block.lead.rstrip(':')}: ", bold=True)] if block.lead else []
                keep = [el("keepNext")] if block.keep else []
                return [paragraph(*lead, *self.line(block.line), facts=keep)]
            case Listing():
                return self.listing(block, 1)
            case Table():
                return self.table(block)
            case Quotation():
                told = [paragraph(*self.line(block.line), style="Quote")]
                return [*told, paragraph(run(block.source, italic=True))] if block.source else told
            case Notice():
                return [paragraph(run(block.text), style="Casementnotice")]

    def heading(self, heading: Heading) -> Element:
        """A heading with a bookmark for the contents and for links."""
        self.marks += 1
        marked = bookmark(place_name(heading.anchor), self.marks, run(heading.words))
        same_page = [el("pageBreakBefore", val=0), el("spacing", before=480)] if heading.runs_on else []
        return paragraph(*marked, style=f"Heading{min(heading.level, 6)}", facts=same_page)

    def listing(self, listing: Listing, depth: int) -> list[Element]:
        """A list and the lists inside it; numbered lists begin at one each."""
        suffix = "" if depth == 1 else str(min(depth, 3))
        style = ("ListNumber" if listing.ordered else "ListBullet") + suffix
        number = self.restart() if listing.ordered and depth == 1 else 0
        told: list[Element] = []
        for item in listing.items:
            facts = [el("numPr", el("ilvl", val=0), el("numId", val=number))] if number else []
            told.append(paragraph(*self.line(item.line), style=style, facts=facts))
            for inner in item.inside:
                told += self.listing(inner, depth + 1)
        return told

    def table(self, table: Table) -> list[Element]:
        """A table with a caption above, a header row that repeats, and rows that do not break.

        The caption, the header and the first row stay together on one page.
        """
        shares = table.widths or (1,) * len(table.head)
        widths = [WIDE * share // sum(shares) for share in shares]
        looks = el("tblPr", el("tblW", w=WIDE, type="dxa"),
                   el("tblBorders", el("bottom", **RULE), el("insideH", **RULE)),
                   el("tblLayout", type="fixed"),
                   el("tblCellMar", el("left", w=0, type="dxa"), el("right", w=100, type="dxa")),
                   el("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0),
                   el("tblCaption", val=table.caption))  # fmt: skip
        made = el("tbl", looks, el("tblGrid", *(el("gridCol", w=width) for width in widths)))
        heads: list[Line] = [(Run(name, strong=True),) for name in table.head]
        made.append(self.row(heads, widths, header=True))
        for at, row in enumerate(table.rows):
            made.append(self.row(list(row), widths, header=False, keep=at == 0 and len(table.rows) > 1))
        return [paragraph(run(table.caption), style="Caption"), made, paragraph()]

    def row(self, cells: list[Line], widths: list[int], *, header: bool, keep: bool = False) -> Element:
        """One row of a table; `keep` holds it on the page of the next one, as a header always is."""
        stays = header or keep
        facts = el("trPr", el("cantSplit"), *([el("tblHeader")] if header else []))
        row = el("tr", facts)
        for width, line in zip(widths, cells, strict=False):
            looks = el("tcPr", el("tcW", w=width, type="dxa"))
            if header:
                looks.append(el("tcBorders", el("bottom", **HEAD_RULE)))
            row.append(el("tc", looks, self.cell(line, stays)))
        return row

    def cell(self, line: Line, stays: bool) -> Element:
        """The words of a cell."""
        return paragraph(*self.line(line), style="Casementtable", facts=[el("keepNext")] if stays else [])

    def line(self, line: Line) -> list[Element]:
        """Words in their styles, with calls of notes."""
        told: list[Element] = []
        for part in line:
            if isinstance(part, NoteMark):
                call = el("rPr", el("rStyle", val="footnotereference"))
                told.append(el("r", call, el("footnoteReference", id=part.number)))
            else:
                told.append(self.run(part))
        return told

    def run(self, part: Run) -> Element:
        """Words in one style, perhaps as a link."""
        if part.href:
            return el("hyperlink", run(part.text, bold=part.strong, style="Hyperlink"), r_id=self.link(part.href))
        if part.anchor in self.anchors:
            return el("hyperlink", run(part.text, bold=part.strong, style="Hyperlink"),
                      anchor=place_name(part.anchor), history=1)  # fmt: skip
        style = "Casementremark" if part.flag else ""
        return run(part.text, bold=part.strong, italic=part.stressed, style=style)


def footer_line(mark: str) -> Element:
    """The footer: the copy mark at the left, the page at the right."""
    tabs = el("tabs", el("tab", val="clear", pos=4320), el("tab", val="clear", pos=8640),
              el("tab", val="right", pos=WIDE))  # fmt: skip
    shown = [copy.deepcopy(run("1"))]
    return paragraph(
        run(mark), run("\tPage "), *field("PAGE", shown), run(" of "), *field("NUMPAGES", [run("1")]),
        style="Footer", facts=[tabs],
    )  # fmt: skip
