"""What a report is told from, kept in memory until anything in its review changes.

Nothing is kept that a change could make untrue: every change of a review leaves a link in the ledger's chain, and
what was told is kept under the last of them and under the very seat it was told to. The report's own texts are not
kept, so writing a section does not ask the whole analysis again. Copies that leave Casement are told afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from casement.foundation.access import Seat
from casement.foundation.memory import Memory
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis.queries.balance import Balance
from casement.rooms.analysis.queries.ledger_head import last_change as last_but_for
from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.tree import ReportTree

MOST, MOST_TOLD, MOST_WHOLE = 4, 8, 6
STAMP = ("here", "outside", "gone")


@dataclass
class Remembered:
    """The material, and what was told from it, each under what it was told for."""

    material: Material
    sections: Memory[ReportTree] = field(default_factory=lambda: Memory(MOST_TOLD))
    whole: Memory[ReportTree] = field(default_factory=lambda: Memory(MOST_WHOLE))
    balance: Memory[Balance] = field(default_factory=lambda: Memory(1))


KEPT: Memory[Remembered] = Memory(MOST)


def last_change(seat: Seat) -> QuerySet[LedgerEntry, Any]:
    """The hash of the last change that can bear on what a report of this review is told from."""
    return last_but_for(seat, ("reports.",))
