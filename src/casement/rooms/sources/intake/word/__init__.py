"""Word documents (.docx), read straight from their XML, each part parsed once.

The text is what a reader of the finished document sees: tracked insertions are in it, tracked deletions are
not, a moved passage stands once where it was moved to. Numbers of lists, which Word only draws, are worked
out; footnotes, comments, page headers and footers follow the main text.
"""

from casement.rooms.sources.intake.word.document import read

__all__ = ["read"]
