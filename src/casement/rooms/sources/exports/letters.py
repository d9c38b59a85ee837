"""The letter of a request as DOCX: one portrait sheet with real headings, to be printed or sent by a secure way."""

from __future__ import annotations

import io
import re
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from casement.rooms.sources.rules.letters import Letter

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def letter_docx(told: Letter) -> bytes:
    """The letter as bytes. Its properties name nobody."""
    document = Document()
    shape(document, told.title)
    document.add_heading(told.title, level=1)
    for name, text in told.facts:
        line = document.add_paragraph()
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{name}: ").bold = True
        line.add_run(clean(text))
    for heading, paragraphs in told.parts:
        document.add_heading(heading, level=2)
        for words in paragraphs:
            document.add_paragraph(clean(words))
    document.add_paragraph()
    document.add_paragraph(clean(told.signed))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shape(document: Any, title: str) -> None:
    """Portrait A4, British English, a plain black face for words and headings alike."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, size in (("Normal", 11), ("Heading 1", 18), ("Heading 2", 13)):
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            faces.attrib.pop(qn(kind), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
