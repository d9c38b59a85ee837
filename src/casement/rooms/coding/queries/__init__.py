"""How the coding room is read, always from a seat."""

from casement.rooms.coding.queries.codebook import Choice, CodeView, Wording, code_view, codebook, item_view
from casement.rooms.coding.queries.desk import DeskMark, choices, desk_mark, desk_marks, marks_within
from casement.rooms.coding.queries.marks import (
    PAGE,
    MarkView,
    Note,
    SourceMarks,
    mark_view,
    marks_of_source,
    marks_with,
    source_marks,
)
from casement.rooms.coding.queries.memos import MemoView, memo_view, memos

__all__ = [
    "PAGE",
    "Choice",
    "CodeView",
    "DeskMark",
    "MarkView",
    "MemoView",
    "Note",
    "SourceMarks",
    "Wording",
    "choices",
    "code_view",
    "codebook",
    "desk_mark",
    "desk_marks",
    "item_view",
    "mark_view",
    "marks_of_source",
    "marks_with",
    "marks_within",
    "memo_view",
    "memos",
    "source_marks",
]
