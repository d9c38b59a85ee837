"""What a report is told from, kept in memory until anything in its review changes.

Nothing is kept that a change could make untrue: every change of a review leaves a link in the ledger's chain, and
what was told is kept under the last of them and under the very seat it was told to. The report's own texts are not
kept, so writing a section does not ask the whole analysis again. Copies that leave Casement are told afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.memory import Memory
from casement.foundation.models import LedgerEntry
from casement.rooms.analysis.queries.balance import Balance
from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import Edition
from casement.rooms.sources.models import Withdrawal

MOST, MOST_TOLD = 4, 8
STAMP = ("here", "outside", "gone")
CHANGES = ("done", "conflict")  # a conflict keeps the text that came second


@dataclass
class Remembered:
    """The material, and what was told from it, each under what it was told for."""

    material: Material
    sections: Memory[ReportTree] = field(default_factory=lambda: Memory(MOST_TOLD))
    whole: Memory[ReportTree] = field(default_factory=lambda: Memory(len(Edition)))
    balance: Memory[Balance] = field(default_factory=lambda: Memory(1))


KEPT: Memory[Remembered] = Memory(MOST)


def last_change(seat: Seat) -> QuerySet[LedgerEntry, Any]:
    """The hash of the last change that can bear on what a report of this review is told from."""
    own = LedgerEntry.objects.filter(review_id=seat.review, outcome__in=CHANGES)
    return own.filter(~Q(action__startswith="reports.")).order_by("-seq").values("hash")[:1]


def taken_out(seat: Seat) -> QuerySet[Withdrawal, Any]:
    """How many sources were taken out: what rested on them must show at once, whatever the ledger holds."""
    gone = Withdrawal.objects.filter(source__review_id=seat.review).order_by().values("source__review_id")
    return gone.annotate(count=Count("pk")).values("count")


def last_change_outside() -> QuerySet[LedgerEntry, Any]:
    """The hash of the last change that belongs to no review, such as a person's or a framework's."""
    return LedgerEntry.objects.filter(review_id=None, outcome__in=CHANGES).order_by("-seq").values("hash")[:1]
