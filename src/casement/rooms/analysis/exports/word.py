"""The episode table as a Word file: landscape, real headings and table styles, a header row that repeats."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from casement.rooms.analysis.exports.episode_rows import COLUMNS, RowOfTable, rows_of
from casement.rooms.analysis.queries.tree import EpisodeView

FIRST = COLUMNS[1:6]
SECOND = COLUMNS[6:]
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def episode_docx(episodes: Iterable[EpisodeView], *, made_for: str = "") -> bytes:
    """The table as DOCX. `made_for` is the role label of who asked, printed in the footer.

    Each episode is a heading and two tables of five columns, because eleven columns on one sheet cannot be read.
    """
    document = Document()
    shape(document, made_for)
    document.add_heading("Key practice episodes and their contributory factors", level=1)
    rows = rows_of(episodes)
    if not rows:
        document.add_paragraph("No episode has been chosen yet.")
    for row in rows:
        document.add_heading(clean(f"Episode {row.number}. {row.title}"), level=2)
        table(document, FIRST, row.cells[:5], row)
        document.add_paragraph()
        table(document, SECOND, row.cells[5:], row)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def shape(document: Any, made_for: str, title: str = "Key practice episodes") -> None:
    """Landscape A4, British English, a plain face, and who it was made for in the footer."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(9)
    fonts = normal.element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    fonts.append(language)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    whose = f" Printed for {made_for}." if made_for else ""
    section.footer.paragraphs[0].text = clean(f"Working material. Not for sharing outside the review.{whose}")


def table(document: Any, columns: tuple[str, ...], cells: tuple[tuple[str, ...], ...], row: RowOfTable) -> None:
    """One table of an episode, with a header row that repeats on every sheet."""
    made = document.add_table(rows=1, cols=len(columns))
    made.style = "Table Grid"
    head_row(made, columns)
    for cell, paragraphs in zip(made.add_row().cells, cells, strict=True):
        told = paragraphs or ("Nothing written yet.",)
        cell.paragraphs[0].text = clean(told[0])
        for words in told[1:]:
            cell.add_paragraph(clean(words))


def head_row(table: Any, names: Sequence[str]) -> None:
    """The first row of a table as a header that repeats on every sheet."""
    head = table.rows[0]
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(mark)
    for cell, name in zip(head.cells, names, strict=True):
        cell.paragraphs[0].add_run(clean(name)).bold = True


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold; everything a person can read stays."""
    return _NOT_XML.sub("\ufffd", words)
