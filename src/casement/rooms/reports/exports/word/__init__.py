"""A report as a Word file: real styles, headings, tables, footnotes and contents."""

from casement.rooms.reports.exports.word.file import docx_bytes

__all__ = ["docx_bytes"]
