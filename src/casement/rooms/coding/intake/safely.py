"""Reads projects and codebooks in a process apart, under the same bounds as texts."""

import contextlib

from casement.rooms.coding.intake import wire
from casement.rooms.coding.intake.reading import BROKEN, read
from casement.rooms.coding.rules.exchange.values import Project
from casement.rooms.sources.intake import Bounded, Unreadable, held


class ProjectReader(Bounded):
    """Reads projects and codebooks: as `intake.read`, in a process apart."""

    module = "casement.rooms.coding.intake.reading"

    def read(self, name: str, data: bytes) -> Project:
        """The project in a file; `Unreadable` also where it broke through a bound."""
        answer = self.answer(name, data)
        if answer is None:
            return read(name, data)
        with contextlib.suppress(ValueError):
            return wire.unpack(held(answer)[0])
        raise Unreadable(BROKEN)
