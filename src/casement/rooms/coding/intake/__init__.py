"""Files of other programs, read into plain values: REFI-QDA projects (.qdpx, .qde) and codebooks (.qdc)."""

from casement.rooms.coding.intake.reading import read
from casement.rooms.coding.intake.safely import ProjectReader

__all__ = ["ProjectReader", "read"]
