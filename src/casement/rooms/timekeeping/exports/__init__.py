"""Time as rows of a table: plain values to cells."""

from casement.rooms.timekeeping.exports.tables import ENTRY_COLUMNS, TOTAL_COLUMNS, entry_rows, total_rows

__all__ = ["ENTRY_COLUMNS", "TOTAL_COLUMNS", "entry_rows", "total_rows"]
