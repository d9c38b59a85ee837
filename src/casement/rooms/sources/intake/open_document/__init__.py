"""OpenDocument text (.odt), read from the XML inside its zip.

As with Word, the text is what a reader of the finished document sees; notes, comments, page headers and
footers follow it.
"""

from casement.rooms.sources.intake.open_document.document import read

__all__ = ["read"]
