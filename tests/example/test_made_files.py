"""The made files open as what they say they are, and hold the words they were made from."""

import csv
import email
import email.policy
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from lxml import etree, html
from striprtf.striprtf import rtf_to_text

from casement.example.case import CASE, Case
from casement.example.making.make import Made, make_files
from casement.example.pieces import Chronology
from casement.example.quoting import all_cites


def docx_text(path: Path) -> str:
    return "\n".join(node.text or "" for node in docx.Document(str(path)).element.iter("{*}t"))


def odt_text(path: Path) -> str:
    with zipfile.ZipFile(path) as zipped:
        assert zipped.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        return "".join(etree.fromstring(zipped.read("content.xml")).itertext())


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def mail_text(path: Path) -> str:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert message["Subject"]
    body = message.get_body()
    assert body is not None
    return str(body.get_content())


READERS: dict[str, Callable[[Path], str]] = {
    ".docx": docx_text,
    ".odt": odt_text,
    ".pdf": pdf_text,
    ".eml": mail_text,
    ".rtf": lambda path: str(rtf_to_text(path.read_text(encoding="ascii"))),
    ".html": lambda path: str(html.fromstring(path.read_bytes()).text_content()),
    ".txt": lambda path: path.read_text(encoding="cp1252"),
    ".md": lambda path: path.read_text(encoding="utf-8"),
}


def run_together(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_quotation_is_in_the_made_file_once(case: Case, made: dict[str, Made]) -> None:
    texts = {
        slug: run_together(READERS[each.path.suffix](each.path))
        for slug, each in made.items()
        if not isinstance(each.front, Chronology)
    }
    assert texts.keys() == case.texts.keys()
    for where, cite in all_cites(case):
        if cite.source:
            assert texts[cite.source].count(run_together(cite.quote)) == 1, (where, cite)


def test_assessment_has_word_structure(made: dict[str, Made]) -> None:
    document = docx.Document(str(made["rec-assessment"].path))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles >= {"Heading 1", "Heading 2", "Heading 3", "Normal"}
    assert len(document.tables) >= 5
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)
    assert "PAGE" in document.sections[0].footer._element.xpath("string(.//w:instrText)")


def test_scanned_pages_are_pictures_with_their_words_beneath(made: dict[str, Made]) -> None:
    scanned, plain = (made[slug].path for slug in ("rec-housing-inspection", "rec-discharge"))
    for path, pictures in ((scanned, True), (plain, False)):
        with pypdfium2.PdfDocument(path) as document:
            kinds = [{thing.type for thing in page.get_objects()} for page in document]
        assert all((pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kind) == pictures for kind in kinds)
    with pypdfium2.PdfDocument(scanned) as document:
        corner = document[0].render(scale=0.5).to_pil().convert("L").crop((0, 0, 20, 20))
    assert corner.getextrema() != (255, 255)


def test_chronologies_are_laid_out_as_each_agency_does(made: dict[str, Made]) -> None:
    book = openpyxl.load_workbook(made["chronology-childrens-social-care"].path)
    page = book["Chronology"]
    assert page.cell(4, 1).value == "Date"
    assert page.cell(5, 1).value == datetime(2023, 10, 17)
    assert "w/c 23 October 2023" in [cell.value for cell in page["A"]]
    assert [str(area) for area in page.merged_cells.ranges] == ["A1:G1"]
    two = openpyxl.load_workbook(made["chronology-hospital-trust"].path)
    assert two.sheetnames == ["Acute", "Neurology clinic"]
    adults = made["chronology-adult-social-care"].path.read_bytes()
    assert "£2,140".encode("cp1252") in adults and "’".encode("cp1252") in adults
    with pytest.raises(UnicodeDecodeError):
        adults.decode("utf-8")
    assert made["chronology-secondary-school"].path.read_bytes().startswith(b"\xef\xbb\xbf")
    housing = made["chronology-housing-association"].path.read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(housing), delimiter=";"))
    assert rows[3][0] == "Date" and rows[4][0] == "Christmas 2022"


def test_no_row_is_lost_in_dressing(case: Case, made: dict[str, Made]) -> None:
    for chronology in case.chronologies:
        path = made[Path(chronology.file).stem].path
        if path.suffix == ".csv":
            text = path.read_bytes().decode(chronology.encoding)
            found = list(csv.reader(io.StringIO(text), delimiter=chronology.delimiter))
            (sheet,) = chronology.sheets
            assert [tuple(row) for row in found[sheet.header_row :]] == list(sheet.cells)
        else:
            book = openpyxl.load_workbook(path)
            for sheet in chronology.sheets:
                rows = list(book[sheet.sheet].iter_rows(min_row=sheet.header_row + 1, values_only=True))
                column = list(sheet.mapping.values()).index("event")
                assert [row[column] or "" for row in rows] == [row[column] for row in sheet.cells]


def test_a_file_made_twice_is_the_same(made: dict[str, Made], tmp_path: Path) -> None:
    for again in make_files(CASE, tmp_path):
        assert again.path.read_bytes() == made[again.slug].path.read_bytes(), again.slug
