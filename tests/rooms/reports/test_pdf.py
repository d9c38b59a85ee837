"""The PDF: tagged, titled, asking for nothing from outside; and the saved web page from the same tree."""

import io
import itertools
import re
from collections import Counter

import pikepdf
import pytest

from casement.rooms.reports import exports
from casement.rooms.reports.exports.pdf import pdf_bytes
from casement.rooms.reports.exports.shell import html_bytes
from casement.rooms.reports.rules.telling import report_tree
from casement.rooms.reports.rules.tree import CopyMark
from casement.rooms.reports.vocabulary import Edition
from tests.factories.report_material import material, only, written
from tools.check_pdf_ua import facts_of, faults, walk

MARK = CopyMark("Internal edition", "Lead Reviewer A", "22 November 2026", 4)


@pytest.fixture(scope="module")
def tree():
    return report_tree(material(episodes=2, findings=2, uses=3), written(), Edition.INTERNAL).marked(MARK)


@pytest.fixture(scope="module")
def content(tree):
    return pdf_bytes(tree)


@pytest.fixture
def pdf(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        yield opened


def test_a_second_reader_finds_nothing_against_the_standard(content):
    assert faults(content) == []


def test_the_second_reader_does_find_faults(pdf):
    del pdf.Root.Lang
    pdf.Root.ViewerPreferences.DisplayDocTitle = False
    table = next(one for one in walk(pdf.Root.StructTreeRoot) if one.S == "/TH")
    del table.A
    figure = next(one for one in walk(pdf.Root.StructTreeRoot) if one.S == "/Figure")
    del figure.Alt
    del pdf.pages[5].Tabs
    pdf.pages[0].Contents = pdf.make_stream(b"BT (loose) Tj ET")
    changed = io.BytesIO()
    pdf.save(changed)
    assert len(faults(changed.getvalue())) >= 6


def test_it_is_tagged_and_titled(pdf, tree):
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo["/Title"]) == tree.title
    kinds = Counter(str(one.S) for one in walk(pdf.Root.StructTreeRoot))
    levels = Counter(min(one.level, 6) for one in tree.headings)
    for level, count in levels.items():
        assert kinds[f"/H{level}"] == count + (level == 1)  # the contents have a heading of their own
    assert kinds["/Note"] == len(tree.notes)
    assert kinds["/Table"] and kinds["/Caption"] == kinds["/Table"] and kinds["/L"] and kinds["/TOC"]


def test_header_cells_say_what_they_head_and_the_figure_is_described(pdf):
    elements = list(walk(pdf.Root.StructTreeRoot))
    heads = [one for one in elements if one.S == "/TH"]
    assert heads and all(facts_of(one)["/Scope"] == "/Column" for one in heads)
    assert all(str(one.Alt) for one in elements if one.S == "/Figure")


def test_a_note_leads_to_the_very_passage(pdf, tree):
    links = {str(one.A.URI) for page in pdf.pages for one in page.get("/Annots", []) if "/A" in one}
    assert links == {f"https://casement.example{item.path}" for note in tree.notes for item in note.items}


def test_every_page_carries_the_copy_mark(content):
    texts = list(exports.copies.pdf_texts(content))
    pages = [text for text in texts if "Page " in text]
    assert len(pages) > 8 and all("copy 4, saved by Lead Reviewer A" in text for text in pages)


def test_words_of_the_report_are_never_read_as_commands():
    text = '#read("/etc/passwd") #import "@preview/x:1.0.0" $x$ @label <b> \\u{41} [a] *b* {{statement 1}}'
    made = pdf_bytes(report_tree(material(), only("summary", text), Edition.INTERNAL))
    shown = "".join(exports.copies.pdf_texts(made))
    assert '#read("/etc/passwd")' in shown and "root:" not in shown


def test_signs_no_typeface_has_are_printed_by_name():
    tree = report_tree(material(), only("summary", "Łódź ŵŷ – é 🙂 中 \u200b so"), Edition.INTERNAL)
    shown = "".join(exports.copies.pdf_texts(pdf_bytes(tree)))
    assert "Łódź ŵŷ – é [slightly smiling face] [cjk unified ideograph-4e2d]" in shown


def test_a_saved_web_page_asks_for_nothing_and_runs_nothing(tree):
    text = "<script>alert(1)</script> ![x](http://example.org/x.png) <img src=x onerror=alert(1)>"
    made = html_bytes(report_tree(material(), only("summary", text), Edition.INTERNAL).marked(MARK)).decode()
    assert not re.search(r"<(script|img|link|iframe|object)\b", made)
    assert not re.search(r"\b(src|srcset)=|url\(|@import", re.sub(r">[^<]*<", "><", made))
    assert "&lt;script&gt;" in made and "copy 4" in made


def test_the_page_has_headings_in_order_and_links_that_land(tree):
    made = html_bytes(tree).decode()
    levels = [int(one) for one in re.findall(r"<h([1-6])\b", made)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    ids = re.findall(r'\bid="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)
