"""Outlines of old .xls sheets, from their records.

Records and their numbers: [MS-XLS], the published file format of Excel 97 to 2003.
"""

from __future__ import annotations

import io
import struct

from olefile import OleFileIO

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, LOCKED
from casement.rooms.chronology.intake.cells import MOST_CELLS, within_limits
from casement.rooms.chronology.intake.outlines import Outline

_START, _END, _LOCK, _ROW, _COLUMNS, _DAY_COUNT = 0x0809, 0x000A, 0x002F, 0x0208, 0x007D, 0x0022
_CELLS = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}
_WORKSHEET = 0x0010


def outlines(data: bytes) -> tuple[list[Outline], bool]:
    """One outline for each worksheet in the order of the file, and whether days count from 1904.

    Raises Unreadable when the file is locked, broken or beyond the limits.
    """
    try:
        with OleFileIO(io.BytesIO(data)) as holder:
            name = "Workbook" if holder.exists("Workbook") else "Book"
            stream = holder.openstream(name).read()
        found, from_1904 = _walk(stream)
    except (OSError, ValueError, IndexError, struct.error):
        raise Unreadable(BROKEN) from None
    for outline in found:
        within_limits(outline.rows, outline.columns)
    if sum(outline.rows * outline.columns for outline in found) > 2 * MOST_CELLS:
        raise Unreadable("The sheets in this file are too large together. Send them one by one.")
    return found, from_1904


def _walk(stream: bytes) -> tuple[list[Outline], bool]:
    found: list[Outline] = []
    from_1904 = False
    depth, position = 0, 0
    current: Outline | None = None
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        body = stream[position + 4 : position + 4 + length]
        position += 4 + length
        if kind == _LOCK:
            raise Unreadable(LOCKED)
        if kind == _DAY_COUNT:
            from_1904 = body[:1] == b"\1"
        elif kind == _START:
            depth += 1
            if depth == 1:
                current = Outline() if body[2:4] == _WORKSHEET.to_bytes(2, "little") else None
                found += [current] if current else []
        elif kind == _END:
            depth -= 1
        elif current is not None and depth == 1:
            _take(current, kind, body)
    return found, from_1904


def _take(outline: Outline, kind: int, body: bytes) -> None:
    if kind in _CELLS and len(body) >= 4:
        row, column = struct.unpack_from("<HH", body)
        outline.reach(row + 1, column + 1)
    elif kind == _ROW and len(body) >= 14 and body[12] & 0x20:
        outline.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
    elif kind == _COLUMNS and len(body) >= 10 and body[8] & 0x01:
        first, last = struct.unpack_from("<HH", body)
        outline.hidden_columns.extend(range(first + 1, min(last, 255) + 2))
