"""Requests for records as files: the letter as DOCX, the tracker as CSV and XLSX. Values in, bytes out."""

from casement.rooms.sources.exports.letters import letter_docx
from casement.rooms.sources.exports.tracker import tracker_csv, tracker_xlsx

__all__ = ["letter_docx", "tracker_csv", "tracker_xlsx"]
