"""A letter as Word: one portrait sheet with real headings and lists, in the language it is written in."""

from __future__ import annotations

import io
import re
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from casement.foundation.typesetting import png
from casement.rooms.letters.queries import Paper
from casement.rooms.letters.rules.blocks import Block
from casement.rooms.letters.rules.language import PAGE, REFERENCE, base
from casement.rooms.letters.rules.pictures import drawing

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PLAIN, EASY = 12, 18  # points; easy read is set large
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def letter_docx(paper: Paper) -> bytes:
    """The letter as bytes. Its properties name nobody."""
    document = Document()
    shape(document, paper)
    foot(document, paper)
    for line in paper.head:
        document.add_paragraph(clean(line)).paragraph_format.space_after = Pt(0)
    document.add_heading(clean(paper.title), level=1)
    for block in paper.blocks:
        if block.kind == "heading":
            document.add_heading(clean(block.lines[0]), level=2)
        elif block.picture:
            pictured(document, block)
        else:
            words(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def words(holder: Any, block: Block) -> None:
    """A paragraph or a list, in the letter or in a cell of it."""
    if block.kind == "list":
        for line in block.lines:
            holder.add_paragraph(clean(line), style="List Bullet")
    else:
        holder.add_paragraph(clean("\n".join(block.lines)))


def pictured(document: Any, block: Block) -> None:
    """Words with a picture beside them. The picture is marked as decorative: the words say what it shows."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    row = table.rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for column, cell, width in zip(table.columns, row.cells, (Cm(3.4), Cm(12.6)), strict=True):
        column.width = cell.width = width
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    left, right = row.cells
    shown = left.paragraphs[0].add_run().add_picture(io.BytesIO(png(drawing(block.picture))), width=Cm(2.4))
    shown._inline.docPr.attrib.pop("descr", None)
    shown._inline.docPr.append(parse_xml(DECORATIVE))
    words(right, block)
    right._tc.remove(right.paragraphs[0]._p)  # a new cell begins with an empty one


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


def foot(document: Any, paper: Paper) -> None:
    """Reference and page at the foot of each sheet, as on the PDF: sheets that fall apart can be put together."""
    key = base(paper.language)
    page, of = PAGE[key]
    section = document.sections[0]
    line = section.footer.paragraphs[0]
    line.style.font.name, line.style.font.size = "Arial", Pt(9)
    tabs = line.paragraph_format.tab_stops
    for old in line.style.paragraph_format.tab_stops:  # those of the library are for another sheet
        tabs.add_tab_stop(old.position, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(section.page_width - section.left_margin - section.right_margin, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(clean(f"{REFERENCE[key]}: {paper.reference}\t{page} "))
    counted(line, "PAGE")
    line.add_run(f" {of} ")
    counted(line, "NUMPAGES")


def counted(line: Any, what: str) -> None:
    """A number that Word counts itself."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    line._p.append(field)


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)
