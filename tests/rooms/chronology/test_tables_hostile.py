"""Tables made to exhaust or mislead a reader: a sentence each, and the process lives on."""

import base64
import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake import read_tables
from casement.rooms.chronology.vocabulary import Sheet
from tests.rooms.chronology.sheets_for_tests import NS, ods, replaced, xlsx

OLD = (Path(__file__).parent / "files" / "log.xls").read_bytes()
NEW = xlsx(lambda book: book.active.append(["Date", "Event"]))


def test_one_full_cell_repeated_over_a_whole_ods_sheet_is_refused() -> None:
    rows = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="16384"/></table:table-row>'
    )
    with pytest.raises(Unreadable, match="runs to row"):
        read_tables("log.ods", ods(rows))


@pytest.mark.parametrize("in_a_row", [True, False])
def test_two_cells_in_opposite_corners_do_not_exhaust_memory(in_a_row: bool) -> None:
    cell = '<c r="XFD1048576"><v>1</v></c>'
    cell = f'<row r="1048576">{cell}</row>' if in_a_row else cell
    data = xlsx(lambda book: None)
    sheet = (
        f'<worksheet xmlns="{NS}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>{cell}</sheetData></worksheet>'
    )
    with pytest.raises(Unreadable, match="runs to row 1,048,576"):
        read_tables("log.xlsx", replaced(data, "xl/worksheets/sheet1.xml", sheet.encode()))


def test_entities_in_a_sheet_are_not_expanded() -> None:
    sheet = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet xmlns="{NS}"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>&e;x</t></is></c></row></sheetData></worksheet>'
    )
    try:
        sheets = read_tables("log.xlsx", replaced(xlsx(lambda b: None), "xl/worksheets/sheet1.xml", sheet.encode()))
    except Unreadable:
        return
    assert "root:" not in str(sheets)


def test_a_count_of_texts_that_the_file_cannot_hold_is_refused() -> None:
    texts = f'<sst xmlns="{NS}" count="4000000000" uniqueCount="4000000000"><si><t>x</t></si></sst>'.encode()
    out = io.BytesIO(NEW)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        assert "xl/sharedStrings.xml" not in archive.namelist()
        archive.writestr("xl/sharedStrings.xml", texts)
    with pytest.raises(Unreadable, match="damaged"):
        read_tables("log.xlsx", out.getvalue())


@pytest.mark.parametrize(("first", "last"), [(0, 0xFFFFFFF), (9, 1)])
def test_an_extent_that_an_old_file_cannot_hold_is_refused(first: int, last: int) -> None:
    places = [found.start() + 4 for found in re.finditer(rb"\x00\x02\x0e\x00", OLD)]
    assert places
    data = bytearray(OLD)
    for place in places:
        struct.pack_into("<IIHH", data, place, first, last, 0, 256)
    with pytest.raises(Unreadable):
        read_tables("log.xls", bytes(data))


changes = st.lists(st.tuples(st.integers(0, 6000), st.binary(max_size=6)), min_size=1, max_size=6)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(changes, st.sampled_from(["log.xls", "log.xlsx"]))
def test_a_damaged_file_ends_as_sheets_or_a_sentence(damage: list[tuple[int, bytes]], name: str) -> None:
    data = bytearray(OLD if name == "log.xls" else NEW)
    for place, bytes_ in damage:
        data[place % len(data) : place % len(data) + len(bytes_)] = bytes_
    try:
        assert all(isinstance(sheet, Sheet) for sheet in read_tables(name, bytes(data)))
    except Unreadable as refusal:
        assert refusal.sentence.endswith(".")


@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "a.ods"]))
def test_any_bytes_end_as_sheets_or_a_sentence(data: bytes, name: str) -> None:
    for start in (b"", b"PK\3\4", base64.b64decode("0M8R4KGxGuE=")):
        try:
            sheets = read_tables(name, start + data)
        except Unreadable:
            continue
        assert all(isinstance(sheet, Sheet) for sheet in sheets)
