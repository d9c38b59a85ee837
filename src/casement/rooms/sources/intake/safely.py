"""Reads texts in a process apart: as `intake.read`, under bounds."""

import contextlib
from collections.abc import Mapping

from casement.rooms.sources.intake import wire
from casement.rooms.sources.intake.apart import TOO_LONG, Bounded, held
from casement.rooms.sources.intake.extracted import Extracted, Unreadable
from casement.rooms.sources.intake.reading import BROKEN, read, read_scan
from casement.rooms.sources.intake.scans.machine import NOT_READ, SECONDS
from casement.rooms.sources.intake.scans.page import PageRead

__all__ = ["TOO_LONG", "Bounded", "Reader", "held"]


class Reader(Bounded):
    """Reads the files that become sources."""

    module = "casement.rooms.sources.intake.answering"

    def read(self, name: str, data: bytes, scans: Mapping[int, PageRead] | None = None) -> Extracted:
        """As `intake.read`, under the bounds; `Unreadable` also where the file broke through one of them."""
        answer = self.answer(name, data, wire.pack_asked(scans=scans))
        if answer is None:
            return read(name, data, scans)
        content, *files = held(answer)
        with contextlib.suppress(ValueError):
            return wire.unpack(content, files)
        raise Unreadable(BROKEN)

    def read_scan(self, name: str, data: bytes, page: int) -> PageRead:
        """What a machine makes of one page of a scanned file, under bounds as well."""
        answer = self.answer(name, data, wire.pack_asked(page), seconds=SECONDS)
        if answer is None:
            return read_scan(name, data, page)
        if answer[0] == b"read":
            with contextlib.suppress(ValueError):
                return wire.unpack_scan(answer[1])
        raise Unreadable(NOT_READ)
