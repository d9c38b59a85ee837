"""A letter as Word: one portrait sheet with real headings and lists, in the language it is written in."""

from __future__ import annotations

import io
import re
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from casement.rooms.letters.queries import Paper

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PLAIN, EASY = 12, 18  # points; easy read is set large


def letter_docx(paper: Paper) -> bytes:
    """The letter as bytes. Its properties name nobody."""
    document = Document()
    shape(document, paper)
    for line in paper.head:
        document.add_paragraph(clean(line)).paragraph_format.space_after = Pt(0)
    document.add_heading(clean(paper.title), level=1)
    for block in paper.blocks:
        if block.kind == "heading":
            document.add_heading(clean(block.lines[0]), level=2)
        elif block.kind == "list":
            for line in block.lines:
                document.add_paragraph(clean(line), style="List Bullet")
        else:
            document.add_paragraph(clean("\n".join(block.lines)))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shape(document: Any, paper: Paper) -> None:
    """Portrait A4 in the language of the letter; a plain black face for words and headings alike."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    size = EASY if paper.easy else PLAIN
    for name, more in (("Normal", 0), ("Heading 1", 7), ("Heading 2", 2), ("List Bullet", 0)):
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size + more)
        style.font.color.rgb = RGBColor(0, 0, 0)
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            faces.attrib.pop(qn(kind), None)
    for old in document.styles.element.iter(qn("w:lang")):
        old.set(qn("w:val"), paper.language)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), paper.language)
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    core = document.core_properties
    core.title, core.author, core.comments, core.language = paper.title, "", "", paper.language


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
