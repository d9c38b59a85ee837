"""A Word document from marked text, with real styles, headings, header rows and page numbers."""

import io
from datetime import datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from casement.example.making.zips import settled
from casement.example.marked import Block, blocks, runs

MADE = datetime(2025, 1, 6, 9, 0)


def write_docx(path: Path, title: str, body: str) -> None:
    """Writes the document. The bytes are the same each time."""
    document = docx.Document()
    _prepare(document, title)
    for block in blocks(body):
        _add(document, block)
    held = io.BytesIO()
    document.save(held)
    path.write_bytes(settled(held.getvalue()))


def _prepare(document: Document, title: str) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "", "en-GB"
    properties.created = properties.modified = MADE
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Arial", Pt(12)
    style.paragraph_format.space_after, style.paragraph_format.line_spacing = Pt(8), 1.35
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    style.element.get_or_add_rPr().append(language)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].text = title
    footer = section.footer.paragraphs[0]
    footer.add_run("Page ")
    _page_number(footer)


def _page_number(paragraph: Paragraph) -> None:
    for kind, instruction in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = instruction
        paragraph.add_run()._r.append(element)


def _add(document: Document, block: Block) -> None:
    if block.kind == "table":
        _add_table(document, block)
    elif block.kind == "list":
        for row in block.rows:
            style = "List Number" if block.numbered else "List Bullet"
            _fill(document.add_paragraph(style=style), row[0])
    else:
        style = f"Heading {block.level}" if block.kind == "heading" else "Normal"
        _fill(document.add_paragraph(style=style), block.text)


def _add_table(document: Document, block: Block) -> None:
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _fill(cell.paragraphs[0], text)
    header = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    document.add_paragraph()


def _fill(paragraph: Paragraph, text: str) -> None:
    for run in runs(text):
        made = paragraph.add_run(run.text)
        made.bold = run.style == "bold" or None
        made.italic = run.style == "italic" or None
