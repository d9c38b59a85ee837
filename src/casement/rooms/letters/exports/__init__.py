"""A letter as a file: Word and PDF. Values in, bytes out."""

from casement.rooms.letters.exports.pdf import letter_pdf
from casement.rooms.letters.exports.word import letter_docx

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"

__all__ = ["DOCX", "PDF", "letter_docx", "letter_pdf"]
