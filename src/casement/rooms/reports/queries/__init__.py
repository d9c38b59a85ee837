"""How the reports are read."""

from casement.rooms.reports.queries.comments import Said, Tie, amounts, comment, comments, comments_with, places_of
from casement.rooms.reports.queries.concerning import Concern, concerning
from casement.rooms.reports.queries.editing import Kept, SectionState, kept_texts, section_state, sections_with
from casement.rooms.reports.queries.files import Copy, copies, copy, copy_file, copy_hash
from casement.rooms.reports.queries.issued import (
    READ_KIND,
    Reader,
    edition_for,
    edition_from,
    editions,
    given_out,
    passages,
    readers,
    tree_of,
    writes,
)
from casement.rooms.reports.queries.language import Heard, heard, heard_in
from casement.rooms.reports.queries.needs import Needs, ToRead, comments_from, comments_waiting, reports_to_read
from casement.rooms.reports.queries.whole import Desk, desk, may_work, reaches, whole

__all__ = [
    "READ_KIND",
    "Concern",
    "Copy",
    "Desk",
    "Heard",
    "Kept",
    "Needs",
    "Reader",
    "Said",
    "SectionState",
    "Tie",
    "ToRead",
    "amounts",
    "comment",
    "comments",
    "comments_from",
    "comments_waiting",
    "comments_with",
    "concerning",
    "copies",
    "copy",
    "copy_file",
    "copy_hash",
    "desk",
    "edition_for",
    "edition_from",
    "editions",
    "given_out",
    "heard",
    "heard_in",
    "kept_texts",
    "may_work",
    "passages",
    "places_of",
    "reaches",
    "readers",
    "reports_to_read",
    "section_state",
    "sections_with",
    "tree_of",
    "whole",
    "writes",
]
