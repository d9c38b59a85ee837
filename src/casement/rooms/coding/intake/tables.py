"""A codebook as a table (.xlsx, .csv): its cells as words. Which column is which is a rule, not known here."""

import io

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from casement.foundation import comma_separated
from casement.rooms.coding.rules.exchange.tables import NoCodebook, codes_of
from casement.rooms.coding.rules.exchange.values import Project
from casement.rooms.sources.intake import Unreadable
from casement.rooms.sources.intake.containers import CUT_SHORT, LOCKED, Container
from casement.rooms.sources.intake.outside import check_office
from casement.rooms.sources.intake.plain import decode
from casement.rooms.sources.intake.sheets.excel import besides
from casement.rooms.sources.intake.sheets.grid import shown
from casement.rooms.sources.intake.sheets.separated import rows_of

WORKBOOK = "xl/workbook.xml"


def is_table(name: str, data: bytes) -> bool:
    """Whether the bytes are a workbook, or by the file's name values between commas."""
    if data.startswith(b"PK\x03\x04"):
        return WORKBOOK in Container(data).names
    return name.lower().endswith((".csv", ".tsv"))


def read_table(data: bytes) -> Project:
    """The codebook in a table; `Unreadable` with one sentence where it holds none."""
    workbook = data.startswith(b"PK\x03\x04")
    rows, remarks = read_workbook(data) if workbook else read_separated(data)
    try:
        told = codes_of(rows)
    except NoCodebook as no:
        raise Unreadable(str(no)) from no
    origin = "A spreadsheet" if workbook else "A table with separators (CSV)"
    return Project(
        "codebook", origin=origin, codes=told.codes, remarks=(*remarks, *told.remarks), table=True, left=told.left
    )


def read_workbook(data: bytes) -> tuple[list[list[str]], tuple[str, ...]]:
    """The first sheet. How far each sheet reaches is read first: it refuses what would take all memory.

    Signs that the format writes as `_x0041_` are read back by the library.
    """
    container = Container(data)
    check_office(container)
    besides(container)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = [at for at, one in enumerate(book.sheets_metadata) if one.typ == SheetTypeEnum.WorkSheet]
            if not sheets:
                raise Unreadable(CUT_SHORT)
            rows = book.get_sheet_by_index(sheets[0]).to_python(skip_empty_area=False)
    except PasswordError as locked:
        raise Unreadable(LOCKED) from locked
    except (CalamineError, OSError, ValueError) as broken:
        raise Unreadable(CUT_SHORT) from broken
    said = ("Only the first sheet was read.",) if len(sheets) > 1 else ()
    return [[shown(cell) for cell in row] for row in rows], said


def read_separated(data: bytes) -> tuple[list[list[str]], tuple[str, ...]]:
    """Values between commas, semicolons, tabs or bars, without the signs that keep them inert."""
    words, said = decode(data)
    return [[comma_separated.read_back(cell) for cell in row] for row in rows_of(words)], said
