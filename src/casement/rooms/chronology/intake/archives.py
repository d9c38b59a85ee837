"""Zip files from outside: looked at before any reader unpacks them."""

from __future__ import annotations

import io
import zipfile
import zlib

from casement.foundation.refusals import Unreadable

MOST_UNPACKED = 300 * 1024 * 1024
MOST_FILES = 10_000
BROKEN = "This file is damaged or was cut short on its way. Ask the agency to send it again."
LOCKED = "This file is locked with a password. Ask the agency for an open copy. We have kept nothing of it."
UNSOUND = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_TOO_MUCH = "This file unpacks to far more than a table needs, so it was not opened. Ask for a smaller copy."


def opened(data: bytes) -> zipfile.ZipFile:
    """The archive, once its parts were found to hold what they declare and no more.

    Raises Unreadable for one that is damaged, locked or too large.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except UNSOUND:
        raise Unreadable(BROKEN) from None
    parts = archive.infolist()
    if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_TOO_MUCH)
    if len({part.filename.lower() for part in parts}) != len(parts):
        raise Unreadable(BROKEN)
    for part in parts:
        if part.flag_bits & 0x1:
            raise Unreadable(LOCKED)
        _check(archive, part, data)
    return archive


def _check(archive: zipfile.ZipFile, part: zipfile.ZipInfo, data: bytes) -> None:
    """Declared sizes can lie, and other readers believe the stream rather than the declaration."""
    if part.compress_type == zipfile.ZIP_STORED:
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        raise Unreadable(BROKEN)
    try:
        with archive.open(part) as stream:
            stream.read(1)
    except UNSOUND:
        raise Unreadable(BROKEN) from None
    name_and_extra = int.from_bytes(data[part.header_offset + 26 : part.header_offset + 28], "little")
    name_and_extra += int.from_bytes(data[part.header_offset + 28 : part.header_offset + 30], "little")
    start = part.header_offset + 30 + name_and_extra
    inflater, total, left = zlib.decompressobj(-15), 0, data[start : start + part.compress_size]
    try:
        while left and not inflater.eof:
            total += len(inflater.decompress(left, 1 << 20))
            left = inflater.unconsumed_tail
            if total > part.file_size:
                raise Unreadable(_TOO_MUCH)
    except zlib.error:
        raise Unreadable(BROKEN) from None
    if not inflater.eof or total != part.file_size:
        raise Unreadable(BROKEN)
