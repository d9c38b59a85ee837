"""How the report is read."""

from casement.rooms.reports.queries.editing import Kept, SectionState, kept_texts, section_state, sections_with
from casement.rooms.reports.queries.files import Copy, copies, copy, copy_file
from casement.rooms.reports.queries.whole import Desk, desk, may_work, reaches, whole

__all__ = [
    "Copy",
    "Desk",
    "Kept",
    "SectionState",
    "copies",
    "copy",
    "copy_file",
    "desk",
    "kept_texts",
    "may_work",
    "reaches",
    "section_state",
    "sections_with",
    "whole",
]
