"""What a report is told from, kept in memory until anything in its review changes.

Nothing is kept that a change could make untrue: every change of a review leaves a link in the ledger's chain, and
what was told is kept under the last of them and under the very seat it was told to. The report's own texts are not
kept, so writing a section does not ask the whole analysis again. Copies that leave Casement are told afresh.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from django.db.models import Count, Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.models import LedgerEntry
from casement.rooms.reports.rules.material import Material
from casement.rooms.sources.models import Withdrawal

T = TypeVar("T")
MOST, MOST_TOLD = 4, 12
STAMP = ("here", "outside", "gone")
CHANGES = ("done", "conflict")  # a conflict keeps the text that came second


@dataclass
class Remembered:
    """The material, and what was told from it, each under what it was told for."""

    material: Material
    told: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)

    def once(self, key: Hashable, tell: Callable[[], T]) -> T:
        """What was told for `key`, or what `tell` says now."""
        if key not in self.told:
            self.told[key] = tell()
            while len(self.told) > MOST_TOLD:
                self.told.popitem(last=False)
        told: T = self.told[key]
        return told


_kept: OrderedDict[Hashable, Remembered] = OrderedDict()
_lock = Lock()


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


def remembered(key: Hashable, read: Callable[[], Material]) -> Remembered:
    """What is kept under `key`, or what `read` finds; the least used is forgotten first.

    `key` has to be taken before `read` is called: a change between the two is then told at once.
    """
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = Remembered(read())
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made
