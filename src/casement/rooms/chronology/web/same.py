"""What the pages of entries that may speak of one event receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.rooms.chronology import queries

KINDS = {"": "To answer", "settled": "One event", "different": "Different events"}


@dataclass(frozen=True)
class SamePage:
    """Pairs of one kind, side by side."""

    told: queries.Pairs
    kind: str
    kinds: tuple[tuple[str, str, int], ...]
    pages: Pages
    may_answer: bool
    tab: str = "Same event?"


@dataclass(frozen=True)
class PairPage:
    """One pair and the answer it waits for, or has."""

    pair: queries.PairView
    may_answer: bool
    tab: str


def same_page(seat: Seat, asked: Mapping[str, str]) -> SamePage:
    """The list of pairs."""
    kind = asked.get("kind", "") if asked.get("kind", "") in KINDS else ""
    page = asked.get("page", "")
    told = queries.pairs(seat, kind=kind, page=int(page) if page.isdecimal() and len(page) < 9 else 1)
    return SamePage(
        told, kind, tuple((key, name, told.counts[key]) for key, name in KINDS.items()),
        Pages(told.page, told.last, told.total, queries.PAIRS, "pairs", f"&kind={kind}" if kind else ""),
        allows(seat.standing, Action.CHRONOLOGY_LINK),
    )  # fmt: skip


def pair_page(seat: Seat, number: int) -> PairPage:
    """One pair."""
    pair = queries.pair(seat, number)
    if pair is None:
        raise NotHere
    return PairPage(pair, allows(seat.standing, Action.CHRONOLOGY_LINK), f"Pair {number}")
