"""Workbooks (.xlsx, .xlsm, .ods): values by a library, and what stands around them from the XML."""

import io
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from casement.rooms.sources.intake.containers import CUT_SHORT, LOCKED, Container
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.outside import check_office
from casement.rooms.sources.intake.sheets import excel, open_sheet
from casement.rooms.sources.intake.sheets.grid import Beside, Sheet, written


def read_xlsx(data: bytes) -> Extracted:
    """The sheets of an Excel workbook."""
    container = Container(data)
    left = check_office(container)
    return written(_sheets(data, excel.besides(container)), "xlsx", left)


def read_ods(data: bytes) -> Extracted:
    """The sheets of an OpenDocument spreadsheet."""
    return written(_sheets(data, open_sheet.besides(Container(data))), "ods")


def _sheets(data: bytes, besides: list[Beside]) -> Iterator[Sheet]:
    """What stands around is read first: it refuses what would take all memory."""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            for place, about in enumerate(workbook.sheets_metadata):
                beside = besides[place] if place < len(besides) else Beside()
                hidden = about.visible != SheetVisibleEnum.Visible
                if about.typ == SheetTypeEnum.WorkSheet:
                    rows = workbook.get_sheet_by_index(place).to_python(skip_empty_area=False)
                    yield Sheet(about.name, hidden, _grown(rows, beside), beside)
                else:
                    beside.charts += 1
                    yield Sheet(about.name, hidden, [], beside)
    except PasswordError as locked:
        raise Unreadable(LOCKED) from locked
    except (CalamineError, OSError, ValueError) as broken:
        raise Unreadable(CUT_SHORT) from broken
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # Not an Exception, and not to be imported.
            raise Unreadable(CUT_SHORT) from None
        raise


def _grown(rows: list[list[Any]], beside: Beside) -> list[list[Any]]:
    """The rows, with room for cells that the library leaves out because they show an error."""
    for row, column in beside.errors:
        rows += [[] for _ in range(row - len(rows))]
        rows[row - 1] += [""] * (column - len(rows[row - 1]))
    return rows
