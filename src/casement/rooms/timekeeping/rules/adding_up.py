"""Totals of time that say nothing about one person. Plain Python.

A total is shown only where at least LEAST people stand behind it. Smaller ones are put together, and together with
the next smallest until enough people stand behind the sum: leaving a single small one out would let anybody
find it by taking the others from the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

LEAST = 3  # people behind a total; our figure, stricter than none


@dataclass(frozen=True)
class Piece:
    """One entry as totals see it: its group, whose it is, its length, and pence an hour where a rate counts."""

    group: str
    person: int
    minutes: int
    rate: int | None = None


@dataclass(frozen=True)
class Sum:
    """The total of one group, or of several put together. `pence` is for `costed` minutes of it."""

    groups: tuple[str, ...]
    minutes: int
    pence: int = 0
    costed: int = 0


def totals(pieces: Iterable[Piece], order: Mapping[str, int], least: int = LEAST) -> tuple[Sum, ...] | None:
    """The totals by group, in `order`, those put together last; None when too few people stand behind the whole."""
    grouped: dict[str, list[Piece]] = {}
    for piece in pieces:
        grouped.setdefault(piece.group, []).append(piece)
    people = {group: {one.person for one in told} for group, told in grouped.items()}
    if not grouped or len(set[int]().union(*people.values())) < least:
        return () if not grouped else None
    small = [group for group in grouped if len(people[group]) < least]
    behind = set[int]().union(*(people[group] for group in small))
    others = sorted((group for group in grouped if group not in small), key=lambda one: (len(people[one]), one))
    while small and len(behind) < least:
        small.append(others.pop(0))
        behind |= people[small[-1]]
    alone = [_sum((group,), grouped[group]) for group in grouped if group not in small]
    alone.sort(key=lambda one: (order.get(one.groups[0], len(order)), one.groups[0]))
    if not small:
        return tuple(alone)
    together = sorted(small, key=lambda one: (order.get(one, len(order)), one))
    return (*alone, _sum(tuple(together), [one for group in together for one in grouped[group]]))


def _sum(groups: tuple[str, ...], told: list[Piece]) -> Sum:
    weighed = sum(one.minutes * one.rate for one in told if one.rate is not None)
    costed = sum(one.minutes for one in told if one.rate is not None)
    return Sum(groups, sum(one.minutes for one in told), (weighed + 30) // 60, costed)


def rate_for(rates: Mapping[tuple[int | None, str], int | None], agency: int | None, kind: str) -> int | None:
    """Pence an hour for work of this kind by this agency: the nearest of the rates that were set, or None.

    One for the agency and the kind comes before one for the agency, that before one for the kind, that before one
    for everybody. A rate that was taken away again is None and does not count.
    """
    for key in ((agency, kind), (agency, ""), (None, kind), (None, "")):
        if (found := rates.get(key)) is not None:
            return found
    return None
