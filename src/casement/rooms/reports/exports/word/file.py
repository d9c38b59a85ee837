"""Puts a Word report together and saves it, with nothing of us in its properties but its title and language."""

from __future__ import annotations

import io
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from casement.rooms.reports.exports.word.body import Body, footer_line
from casement.rooms.reports.exports.word.elements import el
from casement.rooms.reports.exports.word.notes import add_notes
from casement.rooms.reports.exports.word.styles import empty_document
from casement.rooms.reports.rules.tree import ReportTree

UNTOLD = ("creator", "lastModifiedBy", "description", "keywords", "subject", "category", "created", "modified",
          "lastPrinted", "revision", "contentStatus", "identifier", "version")  # fmt: skip

APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Casement</Application></Properties>"
)


def docx_bytes(tree: ReportTree) -> bytes:
    """A report as a Word file."""
    document = empty_document()
    part = document.part
    links: dict[str, str] = {}

    def link(href: str) -> str:
        if href not in links:
            links[href] = part.relate_to(href, RT.HYPERLINK, is_external=True)
        return links[href]

    body = Body(tree, link, lambda: fresh_numbers(document))
    inside = document.element.body
    last = inside[-1]
    for element in body.whole():
        last.addprevious(element)
    add_notes(part, document.settings.element, tree)
    header(document, tree)
    footer(document, tree)
    properties(document, tree)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def fresh_numbers(document: Any) -> int:
    """A numbered list that begins at one: a new use of the numbering behind our list style."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = next(one for one in numbering.findall(qn("w:num")) if one.get(qn("w:numId")) == str(used))
    base = abstract.find(qn("w:abstractNumId")).get(qn("w:val"))
    number = max(int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num"))) + 1
    again = el("lvlOverride", el("startOverride", val=1), ilvl=0)
    numbering.append(el("num", el("abstractNumId", val=base), again, numId=number))
    return number


def header(document: Any, tree: ReportTree) -> None:
    """Whose copy it is, on every sheet of a copy for one person."""
    if tree.mark and tree.mark.reader:
        head = document.sections[0].header
        head.is_linked_to_previous = False
        head.paragraphs[0].text = f"For {tree.mark.reader} alone. Not to be passed on."


def footer(document: Any, tree: ReportTree) -> None:
    """The copy mark and the page on every sheet."""
    foot = document.sections[0].footer
    foot.is_linked_to_previous = False
    holder = foot._element
    for old in list(holder):
        holder.remove(old)
    holder.append(footer_line(tree.mark.words if tree.mark else ""))


def properties(document: Any, tree: ReportTree) -> None:
    """Title and language, and nothing about who made the file or when."""
    core = document.core_properties
    for child in list(core._element):
        if child.tag.rsplit("}", 1)[-1] in UNTOLD:
            core._element.remove(child)
    core.title = tree.title
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/docProps/app.xml":
            part._blob = APPLICATION.encode()
    core.language = "en-GB"
