"""Reads a whole Word document: its blocks in order, then notes, comments, page headers and footers."""

from collections.abc import Iterator

from lxml import etree

from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.formats import BY_KEY
from casement.rooms.sources.intake.running_text import RunningText
from casement.rooms.sources.intake.word.numbering import Numbering
from casement.rooms.sources.intake.word.parts import Parts, R, W
from casement.rooms.sources.intake.word.styles import Style, Styles, list_place, number_of
from casement.rooms.sources.intake.word.words import Words, is_unfilled

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = frozenset(
    {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")}
    | {_MC + "AlternateContent", _MC + "Choice"}
)
_TEXT_ELSEWHERE = (
    "The text of this Word document was put into it as a second document: open it in Word, save it again "
    "and bring that in."
)


def read(data: bytes) -> Extracted:
    """The text of a Word document. `Unreadable` where it is broken or holds its text in another document."""
    parts = Parts(data)
    document = _Document(parts)
    document.read()
    if not len(document.text) and document.text.tally["inserted_document"]:
        raise Unreadable(_TEXT_ELSEWHERE)
    return document.text.finish(BY_KEY["docx"].media_type)


class _Document:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = Styles(parts.named("styles"))
        self._numbering = Numbering(parts.named("numbering"))
        self.text = RunningText()
        self._words = Words(self._styles, self.text.tally)
        self._carried = ""
        self._pages: dict[str, str] = {}

    def read(self) -> None:
        body = self._parts.main().find(W + "body")
        if body is None:
            return
        self._blocks(body)
        self._notes("footnotes", "footnote", self._words.footnotes, "[{}]")
        self._notes("endnotes", "endnote", self._words.endnotes, "[endnote {}]")
        self._comments()
        self._headers_and_footers()
        self.text.tally["elsewhere"] += self._parts.left

    def _blocks(self, container: etree._Element, where: str = "") -> None:
        for child in container:
            if child.tag == W + "p":
                self._paragraph(child, where)
            elif child.tag == W + "tbl":
                self._table(child, where)
            elif child.tag in _WRAPPERS:
                self._wrapper(child, where)
            elif child.tag == W + "sectPr":
                self._section(child)
            elif child.tag in (W + "altChunk", W + "subDoc"):
                self.text.tally["inserted_document"] += 1
            elif child.tag == W + "del":
                self.text.tally["deletion"] += 1
        self._flush(where)

    def _wrapper(self, element: etree._Element, where: str) -> None:
        if element.tag == W + "sdt" and is_unfilled(element):
            self.text.tally["unfilled"] += 1
        if element.tag == _MC + "AlternateContent":
            element = next(iter(element), element)
        self._blocks(element, where)

    def _flush(self, where: str) -> None:
        if self._carried:
            carried, self._carried = self._carried, ""
            self.text.paragraph(carried, where)

    def _paragraph(self, paragraph: etree._Element, where: str) -> None:
        properties = paragraph.find(W + "pPr")
        style = self._style(properties)
        words = self._words.of(paragraph, style)
        boxes, self._words.boxes = self._words.boxes, []
        merged = False
        if properties is not None:
            section = properties.find(W + "sectPr")
            if section is not None:
                self._section(section)
            mark = properties.find(W + "rPr")
            # With its end deleted, a paragraph runs on into the next.
            merged = mark is not None and mark.find(W + "del") is not None
            if words.strip() and mark is not None:
                self._mark(mark, paragraph)
        if merged:
            self._carried += words
        else:
            words, self._carried = self._carried + words, ""
            self._write(words, properties, style, where)
        for box in boxes:
            self.text.tally["text_box"] += 1
            self._blocks(box, " (text box)")

    def _mark(self, mark: etree._Element, paragraph: etree._Element) -> None:
        for tag, kind in ((W + "ins", "insertion"), (W + "del", "deletion")):
            if mark.find(tag) is not None and paragraph.find(tag) is None:
                self.text.tally[kind] += 1

    def _style(self, properties: etree._Element | None) -> Style:
        named = None if properties is None else properties.find(W + "pStyle")
        return self._styles.of(self._styles.default if named is None else named.get(W + "val"))

    def _write(self, words: str, properties: etree._Element | None, style: Style, where: str) -> None:
        of_list, depth = list_place(properties)
        of_list = style.of_list if of_list is None else of_list
        number = ""
        if of_list is not None:
            depth = style.depth if depth is None else depth
            number = self._numbering.next(of_list, depth or 0)
        if not words.strip():
            return
        if number:
            words = f"{number} {words.lstrip()}"
        outline = number_of(None if properties is None else properties.find(W + "outlineLvl"))
        level = style.level if outline is None else (outline + 1 if 0 <= outline <= 8 else 0)
        if level:
            self.text.heading(words, level)
        else:
            self.text.paragraph(words, where)

    def _table(self, element: etree._Element, where: str) -> None:
        self._flush(where)
        with self.text.table() as table:
            for row in _found(element, W + "tr"):
                properties = row.find(W + "trPr")
                if properties is not None and properties.find(W + "del") is not None:
                    self.text.tally["deletion"] += 1
                    continue
                if properties is not None and properties.find(W + "ins") is not None:
                    self.text.tally["insertion"] += 1
                table.row()
                for cell in _found(row, W + "tc"):
                    own = cell.find(W + "tcPr")
                    columns = number_of(None if own is None else own.find(W + "gridSpan"))
                    with table.cell(columns or 1):
                        if own is not None and own.find(W + "cellDel") is not None:
                            self.text.tally["deletion"] += 1
                        else:
                            self._blocks(cell, where)

    def _section(self, section: etree._Element) -> None:
        for kind in ("header", "footer"):
            for reference in section.iterchildren(W + f"{kind}Reference"):
                self._pages.setdefault(reference.get(R + "id", ""), kind)

    def _notes(self, part: str, kind: str, used: list[str], mark: str) -> None:
        if not used:
            return
        root = self._parts.named(part)
        notes = {} if root is None else {note.get(W + "id", ""): note for note in root.iterchildren(W + kind)}
        for number, key in enumerate(used, 1):
            if key in notes:
                self.text.note(kind, number, mark.format(number), self._gathered(notes[key]))

    def _comments(self) -> None:
        root = self._parts.named("comments")
        for comment in () if root is None else root.iterchildren(W + "comment"):
            passage = self._words.passage(comment.get(W + "id", ""))
            author, date = comment.get(W + "author", ""), comment.get(W + "date", "")
            self.text.comment(self._gathered(comment), author, date, passage)

    def _headers_and_footers(self) -> None:
        for link, kind in self._pages.items():
            root = self._parts.linked(link)
            if root is not None:
                self.text.page_edge(kind, self._gathered(root))

    def _gathered(self, container: etree._Element) -> str:
        """The words of a note, comment or page header, line by line, tables and boxes flattened."""
        lines: list[str] = []
        for paragraph in container.iter(W + "p"):
            if any(above.tag == W + "txbxContent" for above in paragraph.iterancestors()):
                continue
            lines.append(self._words.of(paragraph))
            for box in self._words.boxes:
                lines += [self._words.of(inner) for inner in box.iter(W + "p")]
            self._words.boxes = []
        return "\n".join(line.strip() for line in lines if line.strip())


def _found(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or cells of a row, through whatever they are wrapped in."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _found(child, tag)
