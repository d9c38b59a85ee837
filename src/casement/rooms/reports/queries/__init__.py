"""How the report is read."""

from casement.rooms.reports.queries.editing import Kept, SectionState, kept_texts, section_state, sections_with
from casement.rooms.reports.queries.files import Copy, copies, copy, copy_file, copy_hash
from casement.rooms.reports.queries.language import Heard, heard, heard_in
from casement.rooms.reports.queries.whole import Desk, desk, may_work, reaches, whole

__all__ = [
    "Copy",
    "Desk",
    "Heard",
    "Kept",
    "SectionState",
    "copies",
    "copy",
    "copy_file",
    "copy_hash",
    "desk",
    "heard",
    "heard_in",
    "kept_texts",
    "may_work",
    "reaches",
    "section_state",
    "sections_with",
    "whole",
]
