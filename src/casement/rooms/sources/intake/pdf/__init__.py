"""PDF files that carry text, read page by page."""

from casement.rooms.sources.intake.pdf.document import read

__all__ = ["read"]
