"""Rows of .xlsx, .xls and .ods files."""

from __future__ import annotations

import io

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake import outlines_ods, outlines_xls, outlines_xlsx
from casement.rooms.chronology.intake.archives import BROKEN, LOCKED, opened
from casement.rooms.chronology.intake.cells import cell_of, long_texts
from casement.rooms.chronology.intake.outlines import Outline
from casement.rooms.chronology.vocabulary import EMPTY, Cell, Merged, Sheet

Rows = tuple[tuple[Cell, ...], ...]


def read_spreadsheet(found: str, data: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file recognised as `found`; raises Unreadable.

    The outline comes first: it refuses what would exhaust the memory of the row reader.
    """
    outlines, from_1904, beside = _structure(found, data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return tuple(
                _sheet(workbook, sheet, outlines.get(sheet.name, Outline()), from_1904, beside if i == 0 else ())
                for i, sheet in enumerate(workbook.sheets_metadata)
            )
    except PasswordError:
        raise Unreadable(LOCKED) from None
    except (CalamineError, XmlError, ZipError, OSError, ValueError):
        raise Unreadable(BROKEN) from None


def _structure(found: str, data: bytes) -> tuple[dict[str, Outline], bool, tuple[str, ...]]:
    if found == "xls":
        in_order, from_1904 = outlines_xls.outlines(data)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            tables = [s.name for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
        return dict(zip(tables, in_order, strict=False)), from_1904, ()
    with opened(data) as archive:
        if found == "ods":
            return *outlines_ods.outlines(archive), ()
        structure = outlines_xlsx.workbook(archive)
    return structure.outlines, structure.from_1904, structure.notes


def _sheet(
    workbook: CalamineWorkbook,
    about: SheetMetadata,
    outline: Outline,
    from_1904: bool,
    beside: tuple[str, ...],
) -> Sheet:
    hidden = about.visible != SheetVisibleEnum.Visible
    if about.typ != SheetTypeEnum.WorkSheet:
        return Sheet(about.name, hidden, (), notes=("This sheet holds a chart or a macro, not rows.",))
    sheet = workbook.get_sheet_by_name(about.name)
    rows = _rows(sheet, outline)
    notes = (("This sheet is hidden in the file.",) if hidden else ()) + outline.notes()
    return Sheet(
        about.name, hidden, rows, 1, notes + long_texts(rows, 1) + beside,
        frozenset(outline.hidden_rows), _merged(sheet), from_1904,
    )  # fmt: skip


def _rows(sheet: CalamineSheet, outline: Outline) -> Rows:
    """The rows from the first of the file, with what the row reader leaves out put back in."""
    grid = [[cell_of(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    missing = {**outline.formulas, **outline.errors}
    height = max([len(grid), *(row for row, _ in missing)])
    width = max([0, *map(len, grid), *(column for _, column in missing)])
    grid += [[] for _ in range(height - len(grid))]
    for row in grid:
        row += [EMPTY] * (width - len(row))
    for (row_number, column), text in missing.items():
        if not grid[row_number - 1][column - 1].text:
            grid[row_number - 1][column - 1] = Cell(text, text)
    return tuple(map(tuple, grid))


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    return tuple(
        Merged(top + 1, bottom + 1, left + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
