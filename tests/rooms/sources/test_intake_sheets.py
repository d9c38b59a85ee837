"""Tables as sources: every value with its cell, what is hidden marked as hidden, nothing worked out afresh."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from casement.rooms.sources import queries
from casement.rooms.sources.intake import Extracted, Unreadable, read
from casement.rooms.sources.intake.sheets.grid import TOO_LARGE, reference
from tests.factories.sources import bring_in
from tests.rooms.sources.made_files import zipped
from tests.rooms.sources.test_intake_offsets import check


def saved(book: openpyxl.Workbook, **changes: tuple[str, str]) -> bytes:
    """The workbook as bytes; `changes` replace words in the XML of its first sheet."""
    into = io.BytesIO()
    book.save(into)
    with zipfile.ZipFile(into) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    sheet = bytes(parts["xl/worksheets/sheet1.xml"]).decode()  # type: ignore[arg-type]
    for old, new in changes.values():
        assert old in sheet
        sheet = sheet.replace(old, new)
    parts["xl/worksheets/sheet1.xml"] = sheet
    return zipped(parts)


def book() -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.active.title = "Contacts"
    for row in (
        ["When", "What", "Times"],
        [date(2024, 3, 5), "Visit\nno answer", 2],
        [datetime(2024, 3, 6, 9, 30), "Call", 1.5],
    ):
        made.active.append(row)
    return made


def cells(extracted: Extracted) -> dict[str, str]:
    return {a.label: extracted.text[a.start : a.end] for a in extracted.anchors if a.kind == "cell"}


def test_each_row_is_a_paragraph_and_each_cell_has_its_place() -> None:
    extracted = read("a.xlsx", saved(book()))
    assert extracted.text == (
        "Sheet: Contacts\n\nWhen\tWhat\tTimes\n05/03/2024\tVisit\nno answer\t2\n06/03/2024 09:30\tCall\t1.5"
    )
    assert cells(extracted)["Contacts!B2"] == "Visit\nno answer"
    assert cells(extracted)["Contacts!C3"] == "1.5"
    assert [a.label for a in extracted.blocks][1:] == [f"paragraph {n} (row {n})" for n in (1, 2, 3)]
    check(extracted)


def test_hidden_sheets_rows_and_columns_are_kept_and_marked() -> None:
    made = book()
    made.active.row_dimensions[3].hidden = True
    made.active.column_dimensions["C"].hidden = True
    made.create_sheet("Notes").append(["secret"])
    made["Notes"].sheet_state = "veryHidden"
    extracted = read("a.xlsx", saved(made))
    assert "[hidden row] 06/03/2024 09:30\tCall\t[hidden] 1.5" in extracted.text
    assert "Sheet: Notes [hidden sheet]\n\nsecret" in extracted.text
    assert extracted.kept == (
        "1 hidden sheet is kept, and marked as hidden.",
        "1 hidden row is kept, and marked as hidden.",
        "1 hidden column is kept, and each cell marked as hidden.",
    )
    check(extracted)


def test_formulas_show_the_value_last_worked_out_and_those_without_one_are_said() -> None:
    made = book()
    made.active["D2"], made.active["D3"] = "=C2*2", "=C3*2"
    extracted = read("a.xlsx", saved(made, known=("<f>C2*2</f><v></v>", "<f>C2*2</f><v>4</v>")))
    assert cells(extracted)["Contacts!D2"] == "4"
    assert extracted.kept == ("1 formula is kept as the value last worked out.",)
    assert extracted.dropped == ("1 formula has no value stored and is left out: Contacts!D3.",)


def test_a_cell_that_shows_an_error_shows_it() -> None:
    made = book()
    made.active["B3"] = "#REF!"
    assert cells(read("a.xlsx", saved(made)))["Contacts!B3"] == "#REF!"


def test_comments_page_headers_and_pictures_are_kept_or_said() -> None:
    made = book()
    made.active["B2"].comment = Comment("Was this the aunt?", "Social Worker 1")
    made.active.oddHeader.center.text = "Page &P of the log"
    extracted = read("a.xlsx", saved(made))
    assert "Comment 1 by Social Worker 1, on “Contacts!B2”: Was this the aunt?" in extracted.text
    assert extracted.text.endswith("Page of the log")
    check(extracted)


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


def open_sheet(rows: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": ODS.format(f'<table:table table:name="Log">{rows}</table:table>'),
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def test_an_open_document_sheet_keeps_hidden_rows_and_comments() -> None:
    said = '<table:table-cell office:value-type="string"><text:p>{}</text:p>{}</table:table-cell>'
    note = "<office:annotation><dc:creator>Teacher 1</dc:creator><text:p>Late again</text:p></office:annotation>"
    data = open_sheet(
        f"<table:table-row>{said.format('Seen', '')}{said.format('At home', note)}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{said.format("Not seen", "")}</table:table-row>'
    )
    extracted = read("a.ods", data)
    assert "Sheet: Log\n\nSeen\tAt home\n[hidden row] Not seen" in extracted.text
    assert "Comment 1 by Teacher 1, on “Log!B1”: Late again" in extracted.text
    check(extracted)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_as_text_is_parted_by_the_sign_it_uses(sign: str) -> None:
    data = f'When{sign}What\n5 May{sign}"Visit{sign} no\nanswer"\n6 May{sign}Call'.encode()
    extracted = read("a.csv", data)
    assert cells(extracted) == {
        "A1": "When", "B1": "What", "A2": "5 May", "B2": f"Visit{sign} no\nanswer", "A3": "6 May", "B3": "Call"
    }  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.text("ab, \"'\n;=é👩", max_size=6), min_size=2, max_size=4), min_size=1, max_size=5))
def test_no_value_of_a_table_is_lost(rows: list[list[str]]) -> None:
    made = openpyxl.Workbook()
    made.active.title = "S"
    for row in rows:
        made.active.append([f"x{value}" for value in row])
    found = cells(read("a.xlsx", saved(made)))
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            assert found[reference("S", at, column)] == f"x{value}".strip()


def test_a_cell_at_the_far_end_of_a_sheet_is_refused_before_it_takes_all_memory() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(
            "a.xlsx",
            saved(
                book(), far=("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
            ),
        )
    assert refusal.value.sentence == TOO_LARGE


def test_entities_and_locked_and_cut_workbooks_are_refused() -> None:
    with pytest.raises(Unreadable):
        read("a.xlsx", saved(book(), bad=("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')))
    whole = saved(book())
    for share in (0.2, 0.6, 0.95):
        with pytest.raises(Unreadable):
            read("a.xlsx", whole[: int(len(whole) * share)])


def test_a_table_comes_in_with_the_hint_that_it_may_be_a_chronology(oak, client) -> None:
    batch = bring_in(oak, ("log.csv", b"date,event\n01/02/2024,visit\n"), ("a.txt", b"Seen."))
    assert [one.table for one in queries.batch(oak.seat(), batch.number).files] == [True, False]
    client.force_login(oak.people[next(iter(oak.people))])
    page = client.get(f"/reviews/{oak.ref}/sources/batches/{batch.number}/").content.decode()
    assert page.count("If this is a chronology") == 1


def test_cells_with_a_line_through_them_are_said() -> None:
    made = book()
    for cell in ("B2", "B3", "C9"):  # C9 is empty
        made.active[cell].font = Font(strike=True)
    made.active["B4"] = CellRichText("Seen ", TextBlock(InlineFont(strike=True), "twice"))
    struck = "have a line through them in the original and stand here without the line."
    assert f"3 pieces of text {struck}" in read("a.xlsx", saved(made)).dropped
    line = (
        '<style:style xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" style:name="S">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    cell = '<table:table-cell table:style-name="{}"><text:p>Seen</text:p></table:table-cell>'
    rows = f"<table:table-row>{cell.format('S')}{cell.format('T')}</table:table-row>"
    assert any("a line through it" in said for said in read("a.ods", open_sheet(line + rows)).dropped)
