"""Outlines of old .xls sheets, from their records.

Records and their numbers: [MS-XLS], the published file format of Excel 97 to 2003.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

from olefile import OleFileIO

from casement.foundation.refusals import Unreadable
from casement.rooms.chronology.intake.archives import BROKEN, LOCKED
from casement.rooms.chronology.intake.cells import MOST_CELLS, within_limits
from casement.rooms.chronology.intake.outlines import Outline

_END, _LOCK, _DAY_COUNT, _SHEET, _TEXTS, _EXTENT = 0x000A, 0x002F, 0x0022, 0x0085, 0x00FC, 0x0200
_START, _ROW, _COLUMNS = 0x0809, 0x0208, 0x007D
_CELLS = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}
_SECTOR_COUNTS = (40, 44, 64, 72)  # places in the header of the container


def outlines(data: bytes) -> tuple[list[Outline], bool]:
    """One outline for each sheet in the order of the file, and whether days count from 1904.

    Raises Unreadable when the file is locked, broken or beyond the limits. Counts that a file declares
    are held against its size, since the row reader makes room for what is declared.
    """
    try:
        sector = 1 << struct.unpack_from("<H", data, 30)[0]
        if any(struct.unpack_from("<I", data, place)[0] * sector > len(data) + sector for place in _SECTOR_COUNTS):
            raise Unreadable(BROKEN)
        with OleFileIO(io.BytesIO(data)) as holder:
            name = "Workbook" if holder.exists("Workbook") else "Book"
            stream = holder.openstream(name).read()
        starts, from_1904 = _globals(stream)
        found = [_outline(stream, start) for start in starts]
    except (OSError, ValueError, IndexError, TypeError, struct.error):
        raise Unreadable(BROKEN) from None
    if sum(outline.rows * outline.columns for outline in found) > 2 * MOST_CELLS:
        raise Unreadable("The sheets in this file are too large together. Send them one by one.")
    return found, from_1904


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """Records up to the end of the part that begins at `position`, those of charts inside it among them."""
    depth = 0
    while position + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + length]
        position += 4 + length
        depth += (kind == _START) - (kind == _END)
        if depth <= 0:
            return


def _globals(stream: bytes) -> tuple[list[int], bool]:
    starts, from_1904 = [], False
    for kind, body in _records(stream, 0):
        if kind == _LOCK:
            raise Unreadable(LOCKED)
        if kind == _DAY_COUNT:
            from_1904 = body[:1] == b"\1"
        elif kind == _SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _TEXTS and max(struct.unpack_from("<II", body)) > len(stream):
            raise Unreadable(BROKEN)
    return starts, from_1904


def _outline(stream: bytes, start: int) -> Outline:
    outline = Outline()
    for kind, body in _records(stream, start):
        if kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            outline.reach(row + 1, column + 1)
        elif kind == _EXTENT:
            first, last, left, right = struct.unpack_from("<IIHH" if len(body) >= 12 else "<HHHH", body)
            if last < first or right < left:
                raise Unreadable(BROKEN)
            within_limits(last - first, right - left)
        elif kind == _ROW and body[12] & 0x20:
            outline.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMNS and body[8] & 0x01:
            first_column, last_column = struct.unpack_from("<HH", body)
            outline.hidden_columns.extend(range(first_column + 1, min(last_column, 255) + 2))
        within_limits(outline.rows, outline.columns)
    return outline
