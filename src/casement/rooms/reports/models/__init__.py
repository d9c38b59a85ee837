"""Tables of the reports room."""

from casement.rooms.reports.models.follow_on import Comment, CommentAnswer, CommentBearing, Issued
from casement.rooms.reports.models.report import Export, Report, Section, SectionText

__all__ = ["Comment", "CommentAnswer", "CommentBearing", "Export", "Issued", "Report", "Section", "SectionText"]
