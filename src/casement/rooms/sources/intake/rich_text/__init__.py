"""Rich Text (.rtf), read group by group.

As with Word, the text is what a reader of the finished document sees: footnotes, comments, page headers and
text boxes are kept, deleted and hidden text is not.
"""

from casement.rooms.sources.intake.rich_text.document import read

__all__ = ["read"]
