"""Opens the zip that an office file is, without letting it grow past all bounds."""

import io
import stat
import zipfile
import zlib
from typing import NamedTuple

from casement.rooms.sources.intake.extracted import Unreadable
from casement.rooms.sources.intake.formats import MEGABYTE

MOST_UNPACKED = 300 * MEGABYTE
MOST_ENTRIES = 10_000
# Honest office files reach 70 to 1 as a whole, so only a far higher ratio on a large size is a bomb.
RATIO_OF_A_BOMB = 100
SIZE_OF_A_BOMB = 50 * MEGABYTE

CUT_SHORT = "This file is damaged or was cut short on its way: ask the sender for a fresh copy and bring that in."
TOO_MUCH_INSIDE = (
    "This file unpacks to far more than a document should hold: open it, save a fresh copy and bring that in."
)
LOCKED = (
    "This file is locked with a password: open it with the password, save a copy without one and bring that in."
)


class Entry(NamedTuple):
    """One entry of a zip: its name as the reader gives it and as it was written, and whether it is a link."""

    name: str
    written: str
    is_link: bool


class Container:
    """An opened zip. Parts are read by name into memory; nothing is ever written to disk.

    `Unreadable` where the zip is broken, locked, or unpacks past the bounds above.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, EOFError) as broken:
            raise Unreadable(CUT_SHORT) from broken
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        bomb = unpacked > SIZE_OF_A_BOMB and unpacked > RATIO_OF_A_BOMB * len(data)
        if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or bomb:
            raise Unreadable(TOO_MUCH_INSIDE)
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise Unreadable(LOCKED)
        self.entries = tuple(
            Entry(each.filename, each.orig_filename, stat.S_ISLNK(each.external_attr >> 16)) for each in entries
        )
        self.names = frozenset(entry.filename for entry in entries)
        self._left = MOST_UNPACKED

    def part(self, name: str) -> bytes:
        """The bytes of one part. `KeyError` where there is none of that name."""
        if name not in self.names:
            raise KeyError(name)
        try:
            with self._zip.open(name) as stream:
                data = stream.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as broken:
            raise Unreadable(CUT_SHORT) from broken
        self._left -= len(data)
        if self._left < 0:
            raise Unreadable(TOO_MUCH_INSIDE)
        return data
