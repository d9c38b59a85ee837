"""The tables of the coding room."""

from casement.rooms.coding.models.codes import Code, CodeText
from casement.rooms.coding.models.codes_history import CodeEvent, MarkCarried
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
from casement.rooms.coding.models.signs import FactorSigns
from casement.rooms.coding.models.views import KeptView

__all__ = [
    "Code",
    "CodeEvent",
    "CodeText",
    "Coder",
    "Consensus",
    "Exchange",
    "ExchangeItem",
    "FactorSigns",
    "KeptView",
    "Mark",
    "MarkBefore",
    "MarkCarried",
    "Memo",
    "Round",
    "RoundCode",
    "RoundMark",
    "RoundText",
    "WentThrough",
]
