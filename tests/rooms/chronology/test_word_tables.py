"""Chronologies that come as tables of a Word document: nothing lost, nothing that was taken away shown as live."""

import io
from collections.abc import Callable, Sequence

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake import read_tables
from casement.rooms.chronology.models import Entry
from tests.factories.chronology import brought, confirmed
from tests.rooms.chronology.sheets_for_tests import replaced, texts

HEAD = ("Date", "Event", "Who was present")
ROWS = (
    ("03/04/2021", "Called at the house", "Health visitor"),
    ("w/c 12 April 2021", "No reply to letter", ""),
    ("May 2021", "Moved school", "Teacher"),
)


def word(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table(document: Document, rows: Sequence[Sequence[str]]):
    made = document.add_table(0, max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=False):
            cell.text = text
    return made


def test_a_word_table_comes_in_as_a_chronology_row_by_row(oak):
    data = word(lambda d: (d.add_heading("Chronology"), table(d, (HEAD, *ROWS))))
    made = brought(oak, data, name="housing.docx")
    assert [column["field"] for column in made.mapping] == ["date", "event", "present"]
    assert (made.sheet, made.header_row, made.counts["ready"]) == ("Table 1", 1, 3)
    assert any("beside the tables, which stay in the file: 1" in note for note in made.notes)


def test_its_rows_become_entries_with_their_dates_as_written(oak):
    data = word(lambda d: table(d, (HEAD, *ROWS)))
    confirmed(oak, data, name="housing.docx")
    assert list(Entry.objects.order_by("number").values_list("date_recorded", "date_precision")) == [
        ("03/04/2021", "day"), ("w/c 12 April 2021", "week"), ("May 2021", "month")
    ]  # fmt: skip


def test_a_table_split_over_pages_is_read_as_one_and_said(oak):
    def fill(document: Document) -> None:
        table(document, (HEAD, *ROWS))
        document.add_paragraph("")
        table(document, (HEAD, *ROWS[:1]))
        document.add_paragraph(" ")
        table(document, ROWS[1:])

    sheets = read_tables("a.docx", word(fill))
    assert [sheet.name for sheet in sheets] == ["Tables 1 to 3"]
    assert "read as one" in sheets[0].notes[0]
    made = confirmed(oak, word(fill), name="a.docx")
    assert Entry.objects.count() == 6
    assert made.rows.get(row=5).state == "left_out"  # the headings, said again


@pytest.mark.parametrize(
    "second", [(("Role", "Name", "Since"), ("Teacher", "x", "2019")), (("A", "B"), ("1", "2"))], ids=["headings", "width"]
)  # fmt: skip
def test_tables_of_their_own_stay_apart(second):
    sheets = read_tables("a.docx", word(lambda d: (table(d, (HEAD, *ROWS)), d.add_paragraph(""), table(d, second))))
    assert [sheet.name for sheet in sheets] == ["Table 1", "Table 2"]


def test_words_between_two_tables_keep_them_apart():
    data = word(lambda d: (table(d, ROWS), d.add_paragraph("The aunt's account"), table(d, ROWS)))
    assert len(read_tables("a.docx", data)) == 2


def test_joined_cells_hold_their_words_once_and_are_told():
    def fill(document: Document) -> None:
        made = table(document, (HEAD, *ROWS))
        made.cell(1, 0).merge(made.cell(2, 0)).text = "03/04/2021"
        made.cell(3, 1).merge(made.cell(3, 2)).text = "Moved school"

    (sheet,) = read_tables("a.docx", word(fill))
    assert texts(sheet)[1:] == [
        ["03/04/2021", "Called at the house", "Health visitor"], ["", "No reply to letter", ""], ["May 2021", "Moved school", ""]
    ]  # fmt: skip
    assert {(m.first_row, m.last_row, m.first_column, m.last_column) for m in sheet.merged} == {
        (2, 3, 1, 1),
        (4, 4, 2, 3),
    }


def test_what_was_deleted_or_hidden_is_left_out_and_counted():
    def fill(document: Document) -> None:
        made = table(document, (HEAD, *ROWS))
        paragraph = made.cell(1, 1).paragraphs[0]
        paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText> TAKEN</w:delText></w:r></w:del>"))
        paragraph._p.append(
            parse_xml(f'<w:ins {nsdecls("w")}><w:r><w:t xml:space="preserve"> twice</w:t></w:r></w:ins>')
        )
        paragraph.add_run(" HIDDEN").font.hidden = True
        made.rows[2]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))

    (sheet,) = read_tables("a.docx", word(fill))
    assert texts(sheet)[1][1] == "Called at the house twice" and len(sheet.rows) == 3
    assert any("Tracked deletions, which are left out: 2." in note for note in sheet.notes)
    assert any("hidden text, which are left out: 1." in note for note in sheet.notes)


def test_a_table_inside_a_cell_belongs_to_the_words_of_that_cell():
    def fill(document: Document) -> None:
        inner = table(document, (HEAD, *ROWS)).cell(1, 1).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Seen", "not seen"

    (sheet,) = read_tables("a.docx", word(fill))
    assert len(sheet.rows) == 4
    assert "Seen" in texts(sheet)[1][1] and "not seen" in texts(sheet)[1][1]


def test_lines_that_word_numbers_by_itself_are_told():
    def fill(document: Document) -> None:
        made = table(document, (("Date", "Event"), ("03/04/2021", "Called")))
        made.cell(1, 1).paragraphs[0].style = document.styles["List Number"]
        made.cell(1, 1).paragraphs[0]._p.get_or_add_pPr().get_or_add_numPr()

    (sheet,) = read_tables("a.docx", word(fill))
    assert any("Lines that Word numbers by itself: 1." in note for note in sheet.notes)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<w:document xmlns:w='w'><w:body><w:tbl>", "damaged"),
        (b"<w:document xmlns:w='w'><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='900000000'/></w:tcPr>"
         b"</w:tc></w:tr></w:tbl></w:body></w:document>", "damaged"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><w:document xmlns:w='w'><w:body><w:tbl><w:tr><w:tc>"
         b"<w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>", "damaged|nothing in this|no word processor writes"),
    ],
)  # fmt: skip
def test_broken_and_hostile_documents_are_refused_in_a_sentence(content, says):
    data = replaced(word(lambda d: table(d, (HEAD, *ROWS))), "word/document.xml", content)
    with pytest.raises(Unreadable, match=says):
        read_tables("a.docx", data)


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_cell_comes_back_as_it_was_written(rows):
    (sheet,) = read_tables("a.docx", word(lambda d: table(d, rows)))
    assert texts(sheet) == rows
