"""How the coding room is read, always from a seat."""

from casement.rooms.coding.queries.codebook import Choice, CodeView, Wording, code_view, codebook, item_view
from casement.rooms.coding.queries.desk import DeskMark, choices, desk_mark, desk_marks, marks_within
from casement.rooms.coding.queries.exchange.outgoing import project_to_send
from casement.rooms.coding.queries.exchange.reports import (
    ExchangeReport,
    ExchangeView,
    ReportLine,
    every_item,
    exchange,
    exchange_report,
    exchanged_file,
    exchanges,
)
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
    "ExchangeReport",
    "ExchangeView",
    "MarkView",
    "MemoView",
    "Note",
    "ReportLine",
    "SourceMarks",
    "Wording",
    "choices",
    "code_view",
    "codebook",
    "desk_mark",
    "desk_marks",
    "every_item",
    "exchange",
    "exchange_report",
    "exchanged_file",
    "exchanges",
    "item_view",
    "mark_view",
    "marks_of_source",
    "marks_with",
    "marks_within",
    "memo_view",
    "memos",
    "project_to_send",
    "source_marks",
]
