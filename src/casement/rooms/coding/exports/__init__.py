"""Coding as files for other programs: REFI-QDA projects (.qdpx, .qde) and codebooks (.qdc)."""

from casement.rooms.coding.exports.files import Unmade, write

__all__ = ["Unmade", "write"]
