"""How the coding room is read, always from a seat."""

from casement.rooms.coding.queries.codebook import Choice, CodeView, choices, code_view, codebook, item_view
from casement.rooms.coding.queries.marks import MarkView, marks_of_source, marks_with
from casement.rooms.coding.queries.memos import MemoView, memos

__all__ = [
    "Choice",
    "CodeView",
    "MarkView",
    "MemoView",
    "choices",
    "code_view",
    "codebook",
    "item_view",
    "marks_of_source",
    "marks_with",
    "memos",
]
