"""The Word file: real styles, headings, tables, footnotes and contents, and nothing about who made it."""

import io
import shutil
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from casement.rooms.reports.exports.word import docx_bytes
from casement.rooms.reports.rules.telling import report_tree
from casement.rooms.reports.rules.tree import CopyMark, reworded
from casement.rooms.reports.vocabulary import Edition
from tests.factories.report_material import material, only, written

MARK = CopyMark("Internal edition", "Lead Reviewer A", "22 November 2026", 4)


@pytest.fixture(scope="module")
def tree():
    base = material(episodes=2, findings=2, uses=3)
    return report_tree(base, written(setting="A [link](https://example.org).\n\n1. One\n2. Two"), Edition.INTERNAL)


@pytest.fixture(scope="module")
def content(tree):
    return docx_bytes(tree.marked(MARK))


@pytest.fixture(scope="module")
def document(content):
    return docx.Document(io.BytesIO(content))


def part(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return etree.fromstring(packed.read(name))


def test_headings_are_words_own_headings(document, tree):
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert found == [(f"Heading {one.level}", one.words) for one in tree.headings]


def test_the_title_has_the_style_of_a_title(document, tree):
    assert [p.text for p in document.paragraphs if p.style.name == "Title"] == [tree.title]


def test_contents_are_a_field_filled_in_already(document, tree):
    codes = "".join(document.element.body.itertext(qn("w:instrText")))
    deep = 2  # a third level of this one would not fit a page
    assert f'TOC \\o "1-{deep}"' in codes and len(tree.headings) > 45
    lines = [p.text.strip() for p in document.paragraphs if p.style.name.startswith("toc ")]
    assert lines == [one.words for one in tree.headings if one.level <= deep]
    marks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    asked = {one.get(qn("w:anchor")) for one in document.element.body.iter(qn("w:hyperlink"))} - {None}
    assert asked <= marks
    (field,) = [one for one in document.element.body.iter(qn("w:fldChar")) if one.get(qn("w:dirty"))]
    assert field.get(qn("w:fldCharType")) == "begin"


def test_fields_begin_and_end_in_pairs(document):
    kinds = [one.get(qn("w:fldCharType")) for one in document.element.body.iter(qn("w:fldChar"))]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert depth >= 0
    assert depth == 0


def test_tables_have_a_header_row_that_repeats_and_a_caption(document):
    assert len(document.tables) > 5
    for table in document.tables:
        first, *rest = table._tbl.findall(qn("w:tr"))
        assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:trPr")).find(qn("w:tblHeader")) is None for row in rest)
        above = table._tbl.getprevious()
        assert docx.text.paragraph.Paragraph(above, None).text.startswith("Table ")


def test_each_note_called_is_a_footnote_and_each_footnote_is_called_once(content, tree):
    body, notes = part(content, "word/document.xml"), part(content, "word/footnotes.xml")
    called = [one.get(qn("w:id")) for one in body.iter(qn("w:footnoteReference"))]
    kept = [one.get(qn("w:id")) for one in notes if not one.get(qn("w:type"))]
    assert called and sorted(called) == sorted(kept) == sorted(str(note.number) for note in tree.notes)
    types = part(content, "[Content_Types].xml")
    assert any(one.get("PartName") == "/word/footnotes.xml" for one in types)
    rels = part(content, "word/_rels/document.xml.rels")
    assert any(one.get("Target") == "footnotes.xml" for one in rels)


def test_a_footnote_leads_to_the_very_passage(content, tree):
    rels = {one.get("Id"): one.get("Target") for one in part(content, "word/_rels/footnotes.xml.rels")}
    note = next(one for one in part(content, "word/footnotes.xml") if one.get(qn("w:id")) == "1")
    targets = [rels[one.get(qn("r:id"))] for one in note.iter(qn("w:hyperlink"))]
    assert targets == [f"https://casement.example{item.path}" for item in tree.notes[0].items]


def test_numbered_lists_begin_at_one_each(document):
    numbers = [
        one.get(qn("w:val")) for p in document.paragraphs if p.style.name == "List Number"
        for one in p._p.iter(qn("w:numId"))
    ]  # fmt: skip
    assert len(set(numbers)) > 1
    starts = document.part.numbering_part.element.findall(qn("w:num"))
    own = {one.get(qn("w:numId")) for one in starts if one.find(qn("w:lvlOverride")) is not None}
    assert set(numbers) <= own


def test_the_language_is_british_english(content):
    (lang,) = part(content, "word/styles.xml").findall(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert lang.get(qn("w:val")) == "en-GB"


def test_the_foot_of_each_page_carries_the_copy_mark(document):
    foot = document.sections[0].footer.paragraphs[0].text
    assert "Internal edition, copy 4, saved by Lead Reviewer A, 22 November 2026" in foot and "Page" in foot


def test_the_properties_tell_the_title_and_nobody(document, content, tree):
    core = document.core_properties
    assert (core.title, core.author, core.last_modified_by, core.comments) == (tree.title, "", "", "")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
        assert "python-docx" not in "".join(packed.read(name).decode("utf-8", "replace") for name in names)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "people" in name]


def test_signs_that_xml_cannot_hold_do_not_stop_the_file():
    tree = report_tree(material(), only("summary", "A\x00B\x0bC \ufffe 🙂 & <b>"), Edition.INTERNAL)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(docx_bytes(tree))).paragraphs)
    assert "🙂 & <b>" in text


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: its reading was NOT tested")
def test_libreoffice_opens_it_without_loss(content, tree, tmp_path):
    (tmp_path / "report.docx").write_bytes(content)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "report.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with zipfile.ZipFile(tmp_path / "report.odt") as packed:
        shown = "".join(etree.fromstring(packed.read("content.xml")).itertext())
    told: list[str] = []
    reworded(tree, lambda words: told.append(words) or words)
    assert len(told) > 400 and [words for words in told if words not in shown] == []


def test_no_page_ends_between_a_caption_and_the_first_rows(document):
    for table in document.tables:
        head, *rows = table.rows
        held = [head, *rows[:1]] if len(rows) > 1 else [head]
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for row in held for cell in row.cells)


def test_short_parts_begin_on_the_page_of_the_one_before(document):
    parts = {
        one.text: one.paragraph_format.page_break_before
        for one in document.paragraphs
        if one.style.name == "Heading 1"
    }
    assert parts["6 Conclusion"] is False and parts["References"] is False
    assert parts["1 Introduction"] is None and parts["Appendix: how we worked"] is None
