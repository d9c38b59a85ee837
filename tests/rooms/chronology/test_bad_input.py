"""What boards really send: each ends in a sentence and a choice, and nothing of it is lost."""

import io
import zipfile

import docx
import pytest
from openpyxl import Workbook

from casement.foundation.refusals import Refused, Unreadable
from casement.rooms.chronology import commands, queries
from casement.rooms.chronology.intake import read_tables
from casement.rooms.chronology.models import Entry, ImportRow
from casement.rooms.reviews.models import Identity
from tests.factories.chronology import brought, confirmed
from tests.rooms.chronology.sheets_for_tests import replaced, xlsx

pytestmark = pytest.mark.django_db


def table(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sound(made):
    """Every row of the file is kept, and is in or waits with a reason."""
    rows = list(ImportRow.objects.filter(imported=made))
    assert all(row.state == "in" or row.reason for row in rows)
    return rows


def test_no_date_column_is_said_and_can_be_chosen(oak):
    made = brought(oak, "What happened,Officer\nCalled at the property,Officer 1\nRang the school,Officer 2\n")
    assert any("No column of dates was found." in note for note in made.notes)
    with pytest.raises(Refused, match="tick that the table has no dates"):
        commands.confirm_columns(oak.seat(), number=made.number)
    commands.confirm_columns(oak.seat(), number=made.number, undated=True)
    assert [row.state for row in sound(made)] == ["waiting", "waiting"]


def test_a_hundred_columns_formulas_and_hidden_rows_come_in_whole(oak):
    wide = table(["Date", "What happened", *(f"Extra {n}" for n in range(98))],
                 ["4 April 2024", "=1+1", *map(str, range(98))],
                 ["5 April 2024", "Hidden, and read", *map(str, range(98))])  # fmt: skip
    wide.active.row_dimensions[3].hidden = True
    made = confirmed(oak, saved(wide), name="wide.xlsx")
    assert len(made.mapping) == 100 and len(sound(made)) == 2
    assert any(note.startswith("Hidden in the file, and read like the others: row 3.") for note in made.notes)
    assert any(note.startswith("Formulas without a result: 1.") for note in made.notes)
    assert set(Entry.objects.values_list("event", flat=True)) == {"=1+1", "Hidden, and read"}


def test_a_cell_of_a_megabyte_is_kept_whole_and_said(oak):
    long = "word " * 210_000
    made = confirmed(oak, f"Date,What happened\n3 April 2024,{long}\n")
    assert any(note.startswith("Row 2 holds a text of 1,0") for note in made.notes)
    assert Entry.objects.get().event.split() == long.split()


def test_a_day_that_never_was_waits_and_days_that_could_swap_are_counted(oak):
    made = confirmed(oak, "Date,What happened\n29/02/2021,Called\n03/04/2024,Rang\n", order="DMY")
    assert made.counts["could_be_other_order"] == 1
    (waits,) = queries.waiting_rows(oak.seat(), made.number)[1].rows
    assert "29" in waits.reason and "2021" in waits.reason
    assert queries.entry(oak.seat(), 1).either_order


def test_a_word_table_that_runs_over_pages_is_one_and_says_so(oak):
    paper = docx.Document()
    for part in (("Date", "What happened"), ("5 April 2024", "Rang again")):
        made = paper.add_table(rows=0, cols=2)
        for row in (part, ("4 April 2024", "Called")):
            cells = made.add_row().cells
            cells[0].text, cells[1].text = row
        paper.add_paragraph("")
    made = confirmed(oak, saved(paper), name="log.docx")
    assert any("read as one" in note for note in made.notes) and Entry.objects.count() == 3


def test_a_chronology_of_another_case_is_caught_by_the_register(oak):
    for number, name in enumerate(("Ottoline Quarrick", "Fenwick Quarrick", "Tamsin Oldroyd"), 900):
        Identity.objects.create(
            review=oak.review, number=number, label=f"Person {number}", kind="family", names=[name]
        )
    rows = ["Date,What happened", "3 April 2024,Mrs Hartley rang about Mr Simpson",
            "4 April 2024,Visited Mrs Kaur at home", "5 April 2024,Dr Patel wrote"]  # fmt: skip
    made = brought(oak, "\n".join(rows) + "\n", name="another.csv")
    (doubt,) = made.doubts
    assert doubt["kind"] == "case" and "It may be of another case." in doubt["sentence"]
    with pytest.raises(Refused, match="First answer"):
        commands.confirm_columns(oak.seat(), number=made.number)
    commands.answer_doubt(oak.seat(), number=made.number, doubt="case", answer="ours")
    commands.confirm_columns(oak.seat(), number=made.number)
    assert Entry.objects.count() == 3
    ours = brought(oak, "\n".join([*rows, "6 April 2024,Fenwick was at school"]) + "\n", name="ours.csv")
    assert "case" not in [each["kind"] for each in ours.doubts]


def linked(data, part, target, kind="image"):
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r99" '
        f'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(part, rels)
    return out.getvalue()


def test_a_table_that_fetches_from_outside_is_refused_and_one_with_links_for_people_is_not():
    data = xlsx(lambda book: [book.active.append(row) for row in (["Date", "Event"], ["3 May 2024", "A call"])])
    assert read_tables("log.xlsx", linked(data, "xl/more.rels", "https://example.org/", "hyperlink"))
    for name, kind in (("log.xlsx", "externalLinkPath"), ("log.xlsx", "image")):
        with pytest.raises(Unreadable, match=r"fetches .* never done here"):
            read_tables(name, linked(data, "xl/more.rels", "https://example.org/x", kind))
    paper = docx.Document()
    paper.add_table(rows=1, cols=2).rows[0].cells[0].text = "Date"
    whole = saved(paper)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        words = archive.read("word/document.xml").decode()
    field = '<w:fldSimple w:instr="INCLUDETEXT &quot;https://example.org/x&quot;"/>'
    assert read_tables("log.docx", whole)
    with pytest.raises(Unreadable, match="text from another file"):
        read_tables(
            "log.docx", replaced(whole, "word/document.xml", words.replace("<w:r>", field + "<w:r>", 1).encode())
        )
