"""Memos, newest first, and one of one's own to be changed."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.coding import queries
from casement.rooms.coding.web.pages.marks import asked_page, pages_of


@dataclass(frozen=True)
class MemosPage:
    """Memos this person may see."""

    memos: tuple[queries.MemoView, ...]
    pages: Pages
    may_write: bool
    tab: str = "Memos"


@dataclass(frozen=True)
class MemoPage:
    """One memo to be changed by its writer."""

    memo: queries.MemoView
    filled: dict[str, dict[str, Any]]
    tab: str


def memos_page(seat: Seat, asked: QueryDict | None = None) -> MemosPage:
    """The memos."""
    found, total = queries.memos(seat, asked_page(asked))
    return MemosPage(found, pages_of(asked_page(asked), total, "memos"), allows(seat.standing, Action.CODING_MEMO))


def memo_page(seat: Seat, memo: int) -> MemoPage:
    """One memo of one's own."""
    view = queries.memo_view(seat, memo)
    return MemoPage(view, {"form": {"text": view.text, "private": view.private}}, f"Memo {memo}")
