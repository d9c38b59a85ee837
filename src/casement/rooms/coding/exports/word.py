"""Word files: made by python-docx but for their body, which is written while it is sent.

python-docx alone takes minutes for a hundred thousand passages. So it makes the file around them, with its styles,
language and footer, and the paragraphs are put in as plain text between its beginning and its end.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from xml.sax.saxutils import escape
from zipfile import ZipFile

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from casement.foundation.packed import packed

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = "word/document.xml"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("(\r\n|\r|\n|\t)")


def as_word(title: str, pieces: Iterable[str], *, made_for: str, wide: bool = False) -> Iterator[bytes]:
    """A Word file with a title and these pieces of its body; `made_for` stands in the footer."""
    with ZipFile(io.BytesIO(around(title, made_for, wide))) as made:
        # The picture of the first page and the link to it are left out: they show python-docx's own template.
        names = [name for name in made.namelist() if name != BODY and not name.endswith("thumbnail.jpeg")]
        parts = {name: made.read(name).decode() for name in names}
        body = made.read(BODY).decode()
    parts["_rels/.rels"] = re.sub(r"<Relationship [^>]*thumbnail[^>]*/>", "", parts["_rels/.rels"])
    before, mark, after = body.rpartition("<w:sectPr")
    rest = ((name, [text]) for name, text in parts.items())
    return packed(chain(rest, [(BODY, chain([before], pieces, [mark + after]))]))


def around(title: str, made_for: str, wide: bool) -> bytes:
    """The file without its body: A4, British English, a plain face, whom it was made for."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    if wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(1.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    whose = f" Made for {made_for}." if made_for else ""
    section.footer.paragraphs[0].text = clean(f"Working material. Not for sharing outside the review.{whose}")
    document.add_heading(title, level=1)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph(*runs: tuple[str, str], style: str = "") -> str:
    """A paragraph of (words, look) runs; a look is "", "b" or "i"."""
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}{''.join(run(words, look) for words, look in runs if words)}</w:p>"


def run(words: str, look: str = "") -> str:
    """Words with their line ends and tabs."""
    shape = f"<w:rPr><w:{look}/></w:rPr>" if look else ""
    told = []
    for part in _BREAKS.split(clean(words)):
        if part == "\t":
            told.append("<w:tab/>")
        elif part in ("\n", "\r", "\r\n"):
            told.append("<w:br/>")
        elif part:
            told.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return f"<w:r>{shape}{''.join(told)}</w:r>"


def heading(words: str, level: int = 2) -> str:
    """A heading."""
    return paragraph((words, ""), style=f"Heading{level}")


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with a heading row that repeats on each page."""
    yield '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
    yield f"{'<w:gridCol/>' * len(columns)}</w:tblGrid>"
    head = "".join(f"<w:tc><w:tcPr/>{paragraph((one, 'b'))}</w:tc>" for one in columns)
    yield f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
    for row in rows:
        cells = "".join(f"<w:tc><w:tcPr/>{paragraph((cell, ''))}</w:tc>" for cell in row)
        yield f"<w:tr>{cells}</w:tr>"
    yield "</w:tbl><w:p/>"


def clean(words: str) -> str:
    """Words without the signs that XML cannot hold; everything a person can read stays."""
    return _NOT_XML.sub("\ufffd", words)
