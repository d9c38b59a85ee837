"""How much is recorded in each strand over time: what the picture shows as density, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casement.rooms.chronology.rules.silences import Placed

MOST_COLUMNS = 12


@dataclass(frozen=True)
class Amounts:
    """A column for each time, and for each strand its name and how many entries begin in each."""

    times: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def amounts(lanes: Sequence[tuple[str, Sequence[Placed]]]) -> Amounts:
    """Entries by strand and month, quarter or year, or spans of years, whichever make few enough columns."""
    months = [one.start.year * 12 + one.start.month - 1 for _, entries in lanes for one in entries if one.start]
    if not months:
        return Amounts((), ())
    step = next(
        (step for step in (1, 3, 12, 24, 60, 120) if max(months) // step - min(months) // step < MOST_COLUMNS), 1200
    )
    first, last = min(months) // step, max(months) // step
    rows = []
    for name, entries in lanes:
        told = [0] * (last - first + 1)
        for one in entries:
            if one.start:
                told[(one.start.year * 12 + one.start.month - 1) // step - first] += 1
        rows.append((name, tuple(told)))
    return Amounts(tuple(worded(at * step, step) for at in range(first, last + 1)), tuple(rows))


def worded(month: int, step: int) -> str:
    """The time that begins with a month, in words."""
    year, at = divmod(month, 12)
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    if step == 1:
        return f"{names[at]} {year}"
    if step == 3:
        return f"{names[at]} to {names[at + 2]} {year}"
    return str(year) if step == 12 else f"{year} to {year + step // 12 - 1}"
