"""The part of a Word file that holds its footnotes, which the library does not write."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from casement.rooms.reports.exports.word.elements import Element, el, paragraph, run
from casement.rooms.reports.rules.tree import Note, ReportTree

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NAME = PackURI("/word/footnotes.xml")


class NotesPart(Part):
    """Footnotes, with relationships of their own for links to passages."""

    root: Element

    @property
    def blob(self) -> bytes:
        """The part as bytes."""
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_notes(document_part: Part, settings: Element, tree: ReportTree) -> None:
    """Give the document its footnotes, and say in its settings which notes draw the line above them."""
    part = NotesPart(NAME, CONTENT_TYPE, package=document_part.package)
    part.root = el("footnotes", separator(-1, "separator"), separator(0, "continuationSeparator"))
    for note in tree.notes:
        part.root.append(footnote(part, note, tree.site))
    document_part.relate_to(part, RT.FOOTNOTES)
    marks = el("footnotePr", el("footnote", id=-1), el("footnote", id=0))
    before = settings.find(el("compat").tag)
    if before is None:
        settings.append(marks)
    else:
        before.addprevious(marks)


def separator(number: int, kind: str) -> Element:
    """One of the two notes that only draw a line."""
    return el("footnote", paragraph(el("r", el(kind))), id=number, type=kind)


def footnote(part: Part, note: Note, site: str) -> Element:
    """One footnote: its number, then each thing it rests on, as a link where it leads somewhere."""
    call = el("r", el("rPr", el("rStyle", val="footnotereference")), el("footnoteRef"))
    inside = [call, run(" ")]
    for at, item in enumerate(note.items):
        if at:
            inside.append(run("; "))
        if item.path:
            relation = part.relate_to(site + item.path, RT.HYPERLINK, is_external=True)
            inside.append(el("hyperlink", run(item.text, style="Hyperlink"), r_id=relation))
        else:
            inside.append(run(item.text))
    inside.append(run("."))
    return el("footnote", paragraph(*inside, style="footnotetext"), id=note.number)
