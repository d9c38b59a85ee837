"""Web pages (.html): the words that a browser would show, with nothing run and nothing fetched."""

from casement.rooms.sources.intake.web_page.document import read, write

__all__ = ["read", "write"]
