"""Rows of .xlsx, .xls and .ods files."""

from __future__ import annotations

import io
from dataclasses import dataclass

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
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
    structure = _structure(found, data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return tuple(_sheet(workbook, place, structure) for place in range(len(workbook.sheet_names)))
    except PasswordError:
        raise Unreadable(LOCKED) from None
    except (CalamineError, XmlError, ZipError, OSError, ValueError):
        raise Unreadable(BROKEN) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # not an Exception, and not to be imported
            raise Unreadable(BROKEN) from None
        raise


@dataclass(frozen=True)
class _Structure:
    outlines: list[Outline]
    from_1904: bool
    notes: tuple[str, ...] = ()


def _structure(found: str, data: bytes) -> _Structure:
    if found == "xls":
        return _Structure(*outlines_xls.outlines(data))
    with opened(data) as archive:
        if found == "ods":
            return _Structure(*outlines_ods.outlines(archive))
        workbook = outlines_xlsx.workbook(archive)
    return _Structure(workbook.outlines, workbook.from_1904, workbook.notes)


def _sheet(workbook: CalamineWorkbook, place: int, structure: _Structure) -> Sheet:
    about = workbook.sheets_metadata[place]
    outline = structure.outlines[place] if place < len(structure.outlines) else Outline()
    beside = structure.notes if place == 0 else ()
    hidden = about.visible != SheetVisibleEnum.Visible
    if about.typ != SheetTypeEnum.WorkSheet:
        return Sheet(about.name, hidden, (), notes=("This sheet holds a chart or a macro, not rows.",))
    sheet = workbook.get_sheet_by_index(place)
    rows = _rows(sheet, outline)
    notes = (("This sheet is hidden in the file.",) if hidden else ()) + outline.notes()
    return Sheet(
        about.name, hidden, rows, 1, notes + long_texts(rows, 1) + beside,
        frozenset(outline.hidden_rows), _merged(sheet), structure.from_1904,
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
