"""The tables of the coding room."""

from casement.rooms.coding.models.codes import Code, CodeText
from casement.rooms.coding.models.exchange import Exchange, ExchangeItem
from casement.rooms.coding.models.marks import Mark, MarkBefore, Memo
from casement.rooms.coding.models.rounds import (
    Coder,
    Consensus,
    Round,
    RoundCode,
    RoundMark,
    RoundText,
    WentThrough,
)

__all__ = [
    "Code",
    "CodeText",
    "Coder",
    "Consensus",
    "Exchange",
    "ExchangeItem",
    "Mark",
    "MarkBefore",
    "Memo",
    "Round",
    "RoundCode",
    "RoundMark",
    "RoundText",
    "WentThrough",
]
