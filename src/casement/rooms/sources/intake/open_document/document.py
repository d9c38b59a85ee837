"""Reads a whole OpenDocument: its blocks in order, then notes, comments, page headers and footers."""

from lxml import etree

from casement.rooms.sources.intake.containers import CUT_SHORT, Container
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.markup import parse
from casement.rooms.sources.intake.open_document.names import (
    DRAW,
    MOST_REPEATS,
    OFFICE,
    PASSED_OVER,
    STYLE,
    TABLE,
    TEXT,
    count,
)
from casement.rooms.sources.intake.open_document.numbering import Numbering
from casement.rooms.sources.intake.open_document.words import Words
from casement.rooms.sources.intake.outside import check_open_document
from casement.rooms.sources.intake.running_text import RunningText

_PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
_SHAPES = frozenset({DRAW + "frame", DRAW + "g", DRAW + "custom-shape"})


def read(data: bytes) -> Extracted:
    """The text of an OpenDocument. `Unreadable` where it is broken."""
    container = Container(data)
    if "content.xml" not in container.names:
        raise Unreadable(CUT_SHORT)
    content = parse(container.part("content.xml"))
    styles, about = (
        parse(container.part(name)) if name in container.names else None for name in ("styles.xml", "meta.xml")
    )
    left = check_open_document(content, styles, about)
    return _Document(content, styles, left).read()


class _Document:
    def __init__(self, content: etree._Element, styles: etree._Element | None, left: int) -> None:
        self._content, self._styles = content, styles
        self.text = RunningText()
        self.text.tally["elsewhere"] += left
        self._words = Words(self.text.tally)
        self._numbering = Numbering()
        for root in (styles, content):
            if root is not None:
                self._words.learn(root)
                self._numbering.learn(root)

    def read(self) -> Extracted:
        body = self._content.find(f"{OFFICE}body/{OFFICE}text")
        if body is not None:
            self._blocks(body)
        for note in self._words.notes:
            words = "" if note.body is None else self._words.lines(note.body)
            self.text.note(note.kind, note.number, note.mark, words)
        for comment in self._words.comments:
            self.text.comment(*self._words.said_in(comment))
        self._headers_and_footers()
        return self.text.finish(BY_KEY["odt"].media_type)

    def _blocks(self, container: etree._Element, where: str = "") -> None:
        for child in container:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child, where)
            elif child.tag == TEXT + "list":
                self._list(child, where)
            elif child.tag == TABLE + "table":
                self._table(child, where)
            elif child.tag in _SHAPES:
                self._words.shape(child)
                self._write_boxes()
            elif child.tag == TEXT + "change-start":
                self._words.change(child)
            elif child.tag == TEXT + "section" and child.get(TEXT + "display") == "none":
                self.text.tally["hidden"] += 1
            elif child.tag not in PASSED_OVER:
                self._blocks(child, where)

    def _paragraph(self, paragraph: etree._Element, where: str, mark: str = "") -> None:
        words = self._words.of(paragraph)
        if words.strip():
            words = f"{mark} {words.lstrip()}" if mark else words
            if paragraph.tag == TEXT + "h":
                self.text.heading(words, count(paragraph, TEXT + "outline-level"))
            else:
                self.text.paragraph(words, where)
        self._write_boxes()

    def _write_boxes(self) -> None:
        boxes, self._words.boxes = self._words.boxes, []
        for box in boxes:
            self.text.tally["text_box"] += 1
            self._blocks(box, " (text box)")

    def _list(self, element: etree._Element, where: str, style: str = "", depth: int = 1) -> None:
        style = element.get(TEXT + "style-name") or style
        self._numbering.begin(style, depth, element.get(TEXT + "continue-numbering") == "true")
        for item in element:
            if item.tag != TEXT + "list-item":
                self._blocks(item, where)
                continue
            given = count(item, TEXT + "start-value") if item.get(TEXT + "start-value") else None
            mark = self._numbering.next(style, depth, given)
            for child in item:
                if child.tag == TEXT + "list":
                    self._list(child, where, style, depth + 1)
                elif child.tag in _PARAGRAPHS:
                    self._paragraph(child, where, mark)
                    mark = ""

    def _table(self, element: etree._Element, where: str) -> None:
        with self.text.table() as table:
            for row in element.iter(TABLE + "table-row"):
                if next(row.iterancestors(TABLE + "table"), None) is not element:
                    continue
                table.row()
                for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
                    with table.cell(min(count(cell, TABLE + "number-columns-repeated"), MOST_REPEATS)):
                        self._blocks(cell, where)

    def _headers_and_footers(self) -> None:
        for page in () if self._styles is None else self._styles.iter(STYLE + "master-page"):
            for part in page:
                for kind in ("header", "footer"):
                    if isinstance(part.tag, str) and part.tag.startswith(STYLE + kind):
                        self.text.page_edge(kind, self._words.lines(part))
