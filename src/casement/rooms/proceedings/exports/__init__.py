"""The disclosure log as a schedule: plain values to bytes."""

from casement.rooms.proceedings.exports.schedule import COLUMNS, DOCX, rows, schedule_docx

__all__ = ["COLUMNS", "DOCX", "rows", "schedule_docx"]
