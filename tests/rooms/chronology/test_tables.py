"""Tables as agencies send them: every cell kept, what is hidden said, what cannot be read refused."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake import read_tables
from tests.rooms.chronology.sheets_for_tests import ods, replaced, texts, xlsx

FILES = Path(__file__).parent / "files"


def test_a_workbook_keeps_every_cell_and_says_what_it_hides() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.active
        sheet.title = "Tenancy log"
        sheet["A1"] = "Chronology of Housing"
        sheet.merge_cells("A1:D1")
        for column, heading in enumerate(["Dt", "Time", "What happened", "Ref"], 1):
            sheet.cell(3, column, heading)
        sheet.append([date(2024, 4, 3), time(9, 15), "Called 👋\nno answer", "TL/2291"])
        sheet.append([datetime(2024, 4, 3, 9, 15), 0.5, "e\u0301", True])
        sheet.append([44289, "0915", "#N/A", 1.5])
        sheet["C9"] = "=cmd|' /C calc'!A0"
        sheet.row_dimensions[5].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet["D4"].comment = Comment("ring back", "officer")
        aside = book.create_sheet("Aside")
        aside.sheet_state = "veryHidden"
        aside["B2"] = "kept"

    log, aside = read_tables("housing chron FINAL v3.xlsx", xlsx(fill))
    assert (log.name, log.hidden, log.first_row) == ("Tenancy log", False, 1)
    assert texts(log) == [
        ["Chronology of Housing", "", "", ""],
        ["", "", "", ""],
        ["Dt", "Time", "What happened", "Ref"],
        ["03/04/2024", "09:15", "Called 👋\nno answer", "TL/2291"],
        ["03/04/2024 09:15", "0.5", "e\u0301", "TRUE"],
        ["44289", "0915", "#N/A", "1.5"],
        ["", "", "", ""],
        ["", "", "", ""],
        ["", "", "=cmd|' /C calc'!A0", ""],
    ]
    assert log.rows[3][0].value == date(2024, 4, 3)
    assert log.hidden_rows == {5}
    assert [(m.first_row, m.last_row, m.first_column, m.last_column) for m in log.merged] == [(1, 1, 1, 4)]
    said = " ".join(log.notes)
    for words in ("row 5", "Hidden columns", "Formulas without a result: 1", "#N/A: 1", "Comments on cells"):
        assert words in said
    assert aside.hidden and texts(aside) == [["", ""], ["", "kept"]]
    assert "hidden" in aside.notes[0]


def test_how_the_file_counts_days_is_known() -> None:
    def fill(book: openpyxl.Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904
        book.active["A1"] = date(2021, 4, 3)

    (sheet,) = read_tables("mac.xlsx", xlsx(fill))
    assert sheet.from_1904 and sheet.rows[0][0].value == date(2021, 4, 3)


def test_an_old_workbook_with_a_hidden_row_and_sheet() -> None:
    log, notes = read_tables("log.xls", (FILES / "log.xls").read_bytes())
    assert texts(log)[1] == ["03/04/2024", "0915hrs", "Called at the door £20"]
    assert log.hidden_rows == {3} and "row 3" in log.notes[0]
    assert notes.hidden and texts(notes) == [["Kept aside"]]


def test_an_opendocument_sheet_with_a_hidden_row() -> None:
    rows = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>Date</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>What</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="date" '
        'office:date-value="2024-04-03"><text:p>03/04/24</text:p></table:table-cell><table:table-cell '
        'office:value-type="string"><text:p>Called</text:p><text:p>twice</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    (sheet,) = read_tables("log.ods", ods(rows))
    assert texts(sheet) == [["Date", "What"], ["03/04/2024", "Called\ntwice"]]
    assert sheet.hidden_rows == {2}


def _lying_zip() -> bytes:
    data = bytearray(replaced(xlsx(lambda b: None), "xl/styles.xml", b" " * 2_000_000))
    for marker, offset in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        position = data.find(marker)
        while position >= 0:
            name = data[position + (46 if marker == b"PK\1\2" else 30) :][:13]
            if name == b"xl/styles.xml":
                data[position + offset : position + offset + 4] = (100).to_bytes(4, "little")
            position = data.find(marker, position + 4)
    return bytes(data)


def _html() -> bytes:
    return b"<html><table><tr><td>Date</td></tr></table></html>"


def _docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", lambda: b"", "is empty"),
        ("a.csv", lambda: b" \r\n\t\r\n", "is empty"),
        ("a.csv", lambda: b",,,\r\n", "read as a table|nothing in this table"),
        ("a.xlsx", lambda: xlsx(lambda b: None), "nothing in this table"),
        ("a.xlsx", lambda: xlsx(lambda b: b.active.append(["x"]))[:-100], "damaged or was cut short"),
        ("a.xlsx", lambda: xlsx(lambda b: b.active.append(["x"]))[:700], "damaged or was cut short"),
        ("a.xlsx", lambda: (FILES / "locked.xlsx").read_bytes(), "locked with a password"),
        ("a.xlsx", _lying_zip, "unpacks to far more|damaged"),
        ("a.xls", lambda: (FILES / "log.xls").read_bytes()[:1500], "damaged or was cut short"),
        ("a.xls", _html, "web page"),
        ("a.csv", lambda: xlsx(lambda b: b.active.append(["x"])), "named as .csv, but holds an Excel workbook"),
        ("a.xlsx", lambda: b"Date,Event\n3/4/21,Called\n", "named as .xlsx, but holds plain text"),
        ("a.docx", _docx, "no table in this Word document"),
        ("a.xlsx", _docx, "named as .xlsx, but holds a Word document"),
        ("a.pdf", lambda: b"%PDF-1.7 ...", "This is a PDF"),
        ("a.md", lambda: b"Date,Event\n", "takes tables as"),
        ("a.csv", lambda: b"Date,Event\n\x81\x8d,x\n", "not readable as text"),
        ("a.csv", lambda: b"Date\0Event\n", "not readable as text"),
        ("a.csv", lambda: b"a\n" * 200_001, "runs to row 200,001"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, data: Callable[[], bytes], words: str) -> None:
    with pytest.raises(Unreadable, match=words) as refusal:
        read_tables(name, data())
    assert refusal.value.sentence.endswith(".") and "!" not in refusal.value.sentence


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_of_four_delimiters_is_found(delimiter: str) -> None:
    rows = [["Date", "Event", "Ref"], ["03/04/21", "Called; no answer, left card", "1"], ["04/04/21", "A | B", "2"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (sheet,) = read_tables("a.csv", text.encode())
    assert texts(sheet) == rows


def test_text_tables_keep_encodings_line_ends_and_long_cells() -> None:
    long = "x" * 1_000_000
    (sheet,) = read_tables("a.csv", f'\ufeffDate,Event\r\n03/04/21,"caf\u00e9\r\n👋"\r\n,{long}\r\n'.encode())
    assert texts(sheet)[1] == ["03/04/21", "café\r\n👋"]
    assert sheet.rows[2][1].text == long and "Row 3 holds a text of 1,000,000" in sheet.notes[-1]
    (old,) = read_tables("a.csv", "Date,Cost\n03/04/21,£20\n".encode("cp1252"))
    assert texts(old)[1][1] == "£20" and "Windows letters" in old.notes[0]
    (wide,) = read_tables("a.csv", "Date\tCost\n03/04/21\t£20\n".encode("utf-16"))
    assert texts(wide)[1] == ["03/04/21", "£20"]


def test_an_open_quotation_mark_is_said_and_nothing_is_lost() -> None:
    (sheet,) = read_tables("a.csv", b'Date,Event\n03/04/21,"said "hello" twice\n04/04/21,left\n')
    assert "quotation mark" in " ".join(sheet.notes)
    assert "left" in str(texts(sheet)) and "hello" in str(texts(sheet))


def test_rows_of_unequal_length_are_all_kept() -> None:
    (sheet,) = read_tables("a.csv", b"sep=;\nDate;Event\n03/04/21;Called;more;and more\n\n04/04/21\n")
    assert sheet.first_row == 2
    assert texts(sheet) == [
        ["Date", "Event", "", ""],
        ["03/04/21", "Called", "more", "and more"],
        ["", "", "", ""],
        ["04/04/21", "", "", ""],
    ]


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
tables = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=6)
)


@given(tables)
def test_every_cell_of_any_text_table_comes_back(rows: list[list[str]]) -> None:
    rows = [["Date", *row[1:]] for row in rows]
    quoted = "\n".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    (sheet,) = read_tables("a.csv", quoted.encode())
    assert texts(sheet) == rows
