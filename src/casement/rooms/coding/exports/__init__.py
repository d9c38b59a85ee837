"""Coding as files for other programs: REFI-QDA projects (.qdpx, .qde) and codebooks (.qdc)."""

from casement.rooms.coding.exports.files import Unmade, write
from casement.rooms.coding.exports.report import report_csv

__all__ = ["Unmade", "report_csv", "write"]
