"""The disclosure log as rows, and as a Word document with one table on landscape sheets."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from casement.rooms.proceedings.queries import DisclosureLine

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COLUMNS = (
    "Number", "Day", "Direction", "What went", "Held here as", "SHA-256", "To or from", "Ground", "Which",
    "Taken out or blacked out", "Decided by", "Who was told", "Corrects", "Corrected by", "Written down by",
    "Written down on",
)  # fmt: skip
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The columns of the Word table: those above, some of them together, so that a landscape sheet holds them.
SHEET = ("No.", "Day, direction", "What went, and its SHA-256", "To or from", "Ground", "Taken out", "Decided by",
         "Who was told")  # fmt: skip


def rows(lines: Iterable[DisclosureLine]) -> list[list[str | int | float]]:
    """A row for each line; days as 2026-02-03, so that they sort."""
    return [
        [
            one.number, one.on.isoformat(), one.direction_name, one.what, one.thing_name, one.sha256, one.party,
            one.basis_name, one.basis_words, one.redactions, one.decided_by, one.told, one.corrects or "",
            one.corrected or "", one.by, one.at.date().isoformat(),
        ]
        for one in lines
    ]  # fmt: skip


def schedule_docx(ref: str, day: date, lines: Iterable[DisclosureLine]) -> bytes:
    """The schedule as bytes. Its heading names the review by its reference alone, and its properties nobody."""
    document = Document()
    shape(document)
    document.add_heading("Schedule of disclosures", level=1)
    document.add_paragraph(f"Review {ref}. As it stood on {day.day} {day:%B %Y}. Lines are added, never changed.")
    table = document.add_table(rows=1, cols=len(SHEET))
    table.style = "Table Grid"
    for cell, name in zip(table.rows[0].cells, SHEET, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    repeat(table.rows[0])
    for one in lines:
        told = (
            str(one.number) + (f" (corrects {one.corrects})" if one.corrects else ""),
            f"{one.on.day} {one.on:%B %Y}. {one.direction_name}",
            "\n".join(part for part in (one.what, one.thing_name, one.sha256) if part),
            one.party,
            f"{one.basis_name}: {one.basis_words}",
            one.redactions or "Nothing",
            one.decided_by,
            one.told,
        )
        for cell, words in zip(table.add_row().cells, told, strict=True):
            cell.paragraphs[0].add_run(clean(words)).font.size = Pt(9)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shape(document: Any) -> None:
    """Landscape A4, British English, a plain black face."""
    sheet = document.sections[0]
    sheet.orientation = WD_ORIENT.LANDSCAPE
    sheet.page_width, sheet.page_height = Cm(29.7), Cm(21.0)
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = Cm(1.8)
    for name, size in (("Normal", 10), ("Heading 1", 16)):
        style = document.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            faces.attrib.pop(qn(kind), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    document.core_properties.title = "Schedule of disclosures"
    document.core_properties.author = document.core_properties.comments = ""


def repeat(row: Any) -> None:
    """The heading row comes again on every sheet, and is a heading to a screen reader."""
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(head)


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
