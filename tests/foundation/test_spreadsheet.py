"""Spreadsheets that run nothing and lose nothing, read back by programs that did not write them."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from python_calamine import CalamineWorkbook

from casement.foundation import comma_separated
from casement.foundation.spreadsheet import CONTINUED, LONGEST, as_xlsx, read_back

RUNS = (
    "=1+1",
    "+44 20",
    "-3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("//evil.example")',
    "'=1",
    '","=1',
    'said "so"',
    "007",
    "1e5",
    "3/5",
    "TRUE",
)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(RUNS)
cells = words | st.integers(-(10**9), 10**9)
tables = st.lists(st.lists(cells, min_size=3, max_size=3), max_size=8)


def opened(columns, rows, **more):
    return openpyxl.load_workbook(io.BytesIO(b"".join(as_xlsx("Table", columns, rows))), **more).active


def told(cell):
    return read_back(cell) if isinstance(cell, str) else "" if cell is None else cell


@settings(max_examples=150)
@given(tables)
@example([["_x0041_", "_x005F_", "a\r\nb\tc 🙂"]])
def test_what_is_read_back_is_what_was_written(rows):
    sheet = opened(("A", "B", "C"), rows)
    assert [[told(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2, max_col=3)] == [
        list(row) for row in rows
    ]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("cell", RUNS)
def test_nothing_becomes_a_formula_a_number_or_a_date(cell):
    made = b"".join(as_xlsx("Table", ("A",), [[cell]]))
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert (sheet["A2"].data_type, told(sheet["A2"].value)) == ("s", cell)
    assert sheet["A2"].quotePrefix or not cell.startswith(comma_separated.STARTS)
    other = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert isinstance(other[1][0], str)
    with zipfile.ZipFile(io.BytesIO(made)) as folder:
        xml = etree.fromstring(folder.read("xl/worksheets/sheet1.xml"))
        assert not xml.findall(".//{*}f")
        assert not [name for name in folder.namelist() if "external" in name or "connection" in name]


def test_a_text_longer_than_a_cell_goes_on_below():
    long = "".join(f"{at:06} 🙂 " for at in range(4000))
    sheet = opened(("A", "B"), [["one", long], ["two", "short"]])
    rows = [(told(a.value), told(b.value)) for a, b in sheet.iter_rows(min_row=2)]
    assert rows[-1] == ("two", "short")
    assert [a for a, _ in rows[1:-1]] == [CONTINUED] * (len(long) // LONGEST)
    assert "".join(b for _, b in rows[:-1]) == long


def test_the_same_table_gives_the_same_file():
    assert b"".join(as_xlsx("T", ("A",), [["x"]])) == b"".join(as_xlsx("T", ("A",), [["x"]]))


def test_it_is_written_while_it_is_read():
    asked = []

    def rows():
        for at in range(50_000):
            asked.append(at)
            yield [str(at * 7919 % 99991), "words " * 10]

    pieces = as_xlsx("Table", ("A", "B"), rows())
    for _ in range(3):
        next(pieces)
    assert len(asked) < 25_000
    assert sum(map(len, pieces)) > 0 and len(asked) == 50_000


@given(tables)
def test_separated_values_in_pieces_are_the_same_as_whole(rows):
    columns = ("A", "B", "C")
    assert b"".join(comma_separated.csv_pieces(columns, rows)) == comma_separated.as_csv(columns, rows)


@pytest.mark.parametrize("name", ["a" * 60, "a/b:c[d]", "'quoted'", '<x> & "y"'])
def test_any_name_of_a_sheet_opens(name):
    assert opened(("A",), [["x"]])["A2"].value == "x"
    assert len(openpyxl.load_workbook(io.BytesIO(b"".join(as_xlsx(name, ("A",), [["x"]])))).sheetnames[0]) <= 31
