"""Chronologies as spreadsheets and as text with separators, each laid out as its agency does."""

import csv
import io
import re
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from casement.example.making.words import MADE
from casement.example.making.zips import settled
from casement.example.pieces import Chronology, Sheet

_DAY = re.compile(r"\d\d/\d\d/\d{4}")


def write_chronology(path: Path, chronology: Chronology) -> None:
    """Writes the file that the agency sent. The bytes are the same each time."""
    if chronology.make == "xlsx":
        path.write_bytes(_workbook(chronology))
    else:
        path.write_bytes(_separated(chronology))


def _separated(chronology: Chronology) -> bytes:
    (sheet,) = chronology.sheets
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter=chronology.delimiter, lineterminator="\r\n")
    writer.writerows(_rows(sheet))
    return held.getvalue().encode(chronology.encoding)


def _rows(sheet: Sheet) -> list[tuple[str, ...]]:
    empty = sheet.header_row - 1 - len(sheet.title_rows)
    return [*((title,) for title in sheet.title_rows), *([()] * empty), sheet.headings, *sheet.cells]


def _workbook(chronology: Chronology) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in chronology.sheets:
        _fill(book.create_sheet(sheet.sheet), sheet)
    book.properties.creator, book.properties.created = "", MADE
    held = io.BytesIO()
    book.save(held)
    return settled(held.getvalue())


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for number, row in enumerate(_rows(sheet), start=1):
        for place, text in enumerate(row, start=1):
            cell = page.cell(number, place)
            if sheet.real_dates and number > sheet.header_row and place == 1 and _DAY.fullmatch(text):
                cell.value, cell.number_format = datetime.strptime(text, "%d/%m/%Y"), "DD/MM/YYYY"
            elif text:
                cell.value = text
            if number == sheet.header_row:
                cell.font = Font(bold=True)
    if sheet.merged_title:
        page.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(sheet.headings))
    for place, heading in enumerate(sheet.headings, start=1):
        width = 48 if sheet.mapping[heading] == "event" else 18
        page.column_dimensions[get_column_letter(place)].width = width
