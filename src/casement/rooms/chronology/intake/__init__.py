"""Tables as agencies send them, read into sheets of cells; nothing is stored here."""

from casement.rooms.chronology.intake.reading import read_tables
from casement.rooms.chronology.intake.recognising import FORMATS

__all__ = ["FORMATS", "read_tables"]
