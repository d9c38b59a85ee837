"""Files of what is read across: the whole of it, to the letter, and nothing that runs."""

import csv
import io
import zipfile

import openpyxl
import pytest
from docx import Document
from lxml import etree

from casement.foundation.access import Role
from casement.foundation.comma_separated import read_back as csv_back
from casement.foundation.models import LedgerEntry
from casement.foundation.spreadsheet import read_back
from casement.rooms.coding import commands, queries
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.sources.models import Source
from tests.factories import coding
from tests.factories.sources import record
from tests.house.addresses import body, signed_in

LINES = (
    "=1+1 is what the screen said",
    "+44 20 was rung",
    "007 waited\tlong",
    "@home \U0001f642 with <b>us</b>",
    "-3 degrees",
)


@pytest.fixture
def awkward(oak):
    coding.framework(oak)
    source = record(oak, text="\n".join(LINES), name="awkward.txt", date="3 May 2024")
    Source.objects.filter(pk=source.pk).update(title='=HYPERLINK("//evil.example")')
    for at, words in enumerate(("=1+1 is", "+44 20", "007", "@home \U0001f642 with <b>", "-3")):
        coding.mark(oak, words=words, code="new:=cmd|' /C calc'!A0" if not at else "open:1", number=source.number)
    coding.mark(oak, words="007", code="item:wrk.03", influence="harder", number=source.number)
    return oak


def fetched(oak, path, role=Role.LEAD):
    answer = signed_in(oak, role).get(f"/reviews/{oak.ref}/{path}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment") and answer["Cache-Control"] == "no-store"
    return body(answer)


def shown(oak):
    """What a person sees on the pages: words, code, influence."""
    seat = oak.seat()
    for one in queries.every_passage(seat, Asked(), queries.placed(seat)):
        for given in one.given:
            yield one.words, given.label, one.before, one.after


def test_separated_values_hold_every_passage(awkward):
    text = fetched(awkward, "across/passages.csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    told = [dict(zip(head, (csv_back(cell) for cell in row), strict=True)) for row in rows]
    assert [(one["Words"], one["Code"], one["Words before"], one["Words after"]) for one in told] == list(
        shown(awkward)
    )
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_spreadsheet_holds_every_passage_and_no_formula(awkward):
    sheet = openpyxl.load_workbook(io.BytesIO(fetched(awkward, "across/passages.xlsx"))).active
    head, *rows = [
        [read_back(one) if isinstance(one, str) else one for one in row]
        for row in sheet.iter_rows(values_only=True)
    ]
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(o["Words"], o["Code"], o["Words before"] or "", o["Words after"] or "") for o in told] == list(
        shown(awkward)
    )
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert {type(one["From"]) for one in told} == {int}


def test_a_word_file_holds_every_passage_and_runs_nothing(awkward):
    content = fetched(awkward, "across/passages.docx")
    document = Document(io.BytesIO(content))
    said = [paragraph.text for paragraph in document.paragraphs]
    for words, label, before, after in shown(awkward):
        assert f"{before}{words}{after}" in said
        assert [line for line in said if f"{label} (" in line or f"{label}, made it harder (" in line]
    assert "Made for" in document.sections[0].footer.paragraphs[0].text
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        assert not [name for name in folder.namelist() if "vba" in name.lower() or "embed" in name.lower()]
        for name in folder.namelist():
            if name.endswith((".xml", ".rels")):
                xml = etree.fromstring(folder.read(name))
                assert not xml.xpath("//*[local-name()='instrText' or local-name()='fldSimple']")
                assert not xml.xpath("//*[@TargetMode='External']")


@pytest.mark.parametrize("by", ["agency", "source", "month", "quarter", "year", "together"])
def test_a_table_is_the_same_in_every_file(awkward, by):
    rows = list(
        csv.reader(io.StringIO(fetched(awkward, f"across/table.csv?by={by}").decode("utf-8-sig"), newline=""))
    )
    sheet = openpyxl.load_workbook(io.BytesIO(fetched(awkward, f"across/table.xlsx?by={by}"))).active
    cells = [
        [str(read_back(one) if isinstance(one, str) else one) for one in row]
        for row in sheet.iter_rows(values_only=True)
    ]
    assert [[csv_back(cell) for cell in row] for row in rows] == cells
    (table,) = Document(io.BytesIO(fetched(awkward, f"across/table.docx?by={by}"))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [cell if cell != "0" else "" for cell in row] for row in cells
    ]
    assert len(cells) == 3


def test_a_file_leaves_an_entry_and_is_for_who_may_work_here(awkward):
    before = LedgerEntry.objects.filter(action="coding.files", outcome="seen").count()
    fetched(awkward, "across/passages.csv", Role.TEAM)
    assert LedgerEntry.objects.filter(action="coding.files", outcome="seen").count() == before + 1
    for role in (Role.SUPERVISOR, Role.FAMILY, Role.EVALUATOR):
        for path in ("passages.csv", "passages.xlsx", "table.docx"):
            assert signed_in(awkward, role).get(f"/reviews/{awkward.ref}/across/{path}").status_code == 404


def test_a_file_holds_only_what_its_reader_may_read(awkward):
    kept = record(awkward, text="Kept for the leads alone.", name="kept.txt", access="leads")
    coding.mark(awkward, words="leads alone", code="open:1", number=kept.number)
    assert b"leads alone" in fetched(awkward, "across/passages.csv")
    assert b"leads alone" not in fetched(awkward, "across/passages.csv", Role.TEAM)


def test_nobody_takes_another_coders_marks_away_without_the_right(awkward):
    assert (
        signed_in(awkward, Role.TEAM).get(f"/reviews/{awkward.ref}/across/passages.csv?coder=1").status_code == 404
    )


def test_the_codebook_goes_out_with_what_each_code_means(awkward):
    label = "=cmd|' /C calc'!A0"
    commands.define_code(
        awkward.seat(),
        number=1,
        label=label,
        definition="When\nit rings \U0001f642",
        exclusion="-Not 007",
        example="@home",
    )
    rows = list(csv.reader(io.StringIO(fetched(awkward, "codes/report.csv").decode("utf-8-sig"), newline="")))
    told = [[csv_back(cell) for cell in row] for row in rows]
    (own,) = [dict(zip(told[0], row, strict=True)) for row in told if row[0] == label]
    assert (own["Use when"], own["Not when"], own["Example"], own["Marks"]) == (
        "When\nit rings \U0001f642",
        "-Not 007",
        "@home",
        "5",
    )
    sheet = openpyxl.load_workbook(io.BytesIO(fetched(awkward, "codes/report.xlsx"))).active
    assert [
        [read_back(str(one or "")) if not isinstance(one, int) else str(one) for one in row]
        for row in sheet.iter_rows(values_only=True)
    ] == told
    said = [paragraph.text for paragraph in Document(io.BytesIO(fetched(awkward, "codes/report.docx"))).paragraphs]
    assert label in said and "Not when: -Not 007" in said and "Use when: When\nit rings \U0001f642" in said
    assert signed_in(awkward, Role.SUPERVISOR).get(f"/reviews/{awkward.ref}/codes/report.csv").status_code == 404
