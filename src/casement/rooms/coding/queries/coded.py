"""Passages that carry some codes, with the way each worked: for what compares a claim with what was marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from casement.foundation.access import Seat
from casement.rooms.coding.models import Mark
from casement.rooms.coding.queries.across.found import with_any

_COLUMNS = (
    "excerpt__version__source__number", "excerpt__start", "excerpt__end", "excerpt__paragraph", "excerpt__shown",
    "item__item_id", "code__number", "item__short_label", "item__label", "code__label", "influence",
)  # fmt: skip


@dataclass(frozen=True)
class Coded:
    """A marked passage in the current text of a source: its place, its words as they are shown, and one mark.

    `code` is "item:wrk.03" or "open:4"; `influence` is empty where the mark says none.
    """

    source: int
    start: int
    end: int
    paragraph: int
    words: str
    code: str
    label: str
    influence: str


def coded_with(seat: Seat, codes: Iterable[str]) -> tuple[Coded, ...]:
    """Live marks with any of these codes, in front of the wall, on sources this seat may read; one query."""
    wanted = tuple(dict.fromkeys(codes))
    return _told(seat, with_any(seat, wanted)) if wanted else ()


def coded_on(seat: Seat, spans: Iterable[tuple[int, int, int]]) -> tuple[Coded, ...]:
    """Live marks that touch any of these (source number, start, end), as `coded_with`; one query."""
    there = tuple(spans)
    if not there:
        return ()
    found = _told(seat, Q(excerpt__version__source__number__in={number for number, _, _ in there}))
    return tuple(
        one
        for one in found
        if any(one.source == at and one.start < end and start < one.end for at, start, end in there)
    )


def _told(seat: Seat, which: Q) -> tuple[Coded, ...]:
    rows: Iterable[tuple[Any, ...]] = (
        Mark.objects.visible_to(seat)
        .filter(which, review_id=seat.review, removed_at=None)
        .filter(excerpt__version=F("excerpt__version__source__current"))
        .order_by("number")
        .values_list(*_COLUMNS)
    )
    return tuple(
        Coded(
            number, start, end, paragraph, words, f"item:{item}" if item else f"open:{code}",
            short or label or own or "", influence,
        )
        for number, start, end, paragraph, words, item, code, short, label, own, influence in rows
    )  # fmt: skip
