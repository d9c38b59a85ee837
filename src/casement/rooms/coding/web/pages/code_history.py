"""One open code: its history, and the pages on which it is merged, split or moved."""

from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.coding import queries

MOST = 200  # passages offered when a code is split


@dataclass(frozen=True)
class CodeHistoryPage:
    """What became of a code."""

    history: queries.CodeHistory
    may_change: bool
    tab: str
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class SplitPage:
    """The passages of a code, to choose from."""

    history: queries.CodeHistory
    marks: tuple[tuple[str, str], ...]
    total: int
    tab: str


def history_page(seat: Seat, number: int) -> CodeHistoryPage:
    """The history of a code."""
    told = queries.code_history(seat, number)
    return CodeHistoryPage(told, allows(seat.standing, Action.CODING_CODES), f"History of code {number}")


def merge_page(seat: Seat, number: int) -> CodeHistoryPage:
    """Where a code is merged into another."""
    return CodeHistoryPage(queries.code_history(seat, number), True, f"Merge code {number}")


def move_page(seat: Seat, number: int) -> CodeHistoryPage:
    """Where a code gets another place."""
    told = queries.code_history(seat, number)
    return CodeHistoryPage(told, True, f"Move code {number}", {"form": {"under": told.under}})


def split_page(seat: Seat, number: int) -> SplitPage:
    """Where a code is split."""
    told = queries.code_history(seat, number)
    marks, total = queries.marks_to_split(seat, number, MOST)
    return SplitPage(told, marks, total, f"Split code {number}")
