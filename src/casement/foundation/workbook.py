"""Tables as a spreadsheet that runs nothing: every word is stored as a word, whatever sign it begins with."""

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

MOST = 32_767  # signs that a cell can hold
NARROW, WIDE = 10, 44


def as_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[str | float]]) -> bytes:
    """One sheet with a heading row that stays in sight. `title` names the sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    wide = [len(name) for name in columns]
    for at, row in enumerate([columns, *rows], 1):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(at, place)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)[:MOST]
                cell.data_type = "s"  # words, even when they begin with "="
                wide[place - 1] = max(wide[place - 1], *(len(line) for line in value.split("\n")))
            else:
                cell.value = value
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if at == 1:
                cell.font = Font(bold=True)
    for place, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(place)].width = min(max(width + 2, NARROW), WIDE)
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
