"""Reads projects in the same bounded process that texts are read in."""

from casement.rooms.coding.intake import wire
from casement.rooms.coding.intake.reading import read
from casement.rooms.coding.rules.exchange.values import Project
from casement.rooms.sources.intake import Bounded


class ProjectReader(Bounded[Project]):
    """Reads projects and codebooks: as `intake.read`, in a process apart."""

    module = "casement.rooms.coding.intake.reading"

    def here(self, name: str, data: bytes) -> Project:
        """The project in a file, read in this process."""
        return read(name, data)

    def unpack(self, content: bytes) -> Project:
        """The project in a child's answer."""
        return wire.unpack(content)
