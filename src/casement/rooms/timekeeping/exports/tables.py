"""Entries and totals as rows; lengths in hours as numbers, days as 2026-02-03, so that both sort."""

from __future__ import annotations

from collections.abc import Iterable

from casement.rooms.timekeeping.queries import EntryLine, Totals

ENTRY_COLUMNS = (
    "Number", "Day", "Whose", "Agency", "Hours", "How it is known", "Kind of work", "What for", "Step", "From",
)  # fmt: skip
TOTAL_COLUMNS = ("By", "Name", "Hours", "Hours expected", "Cost in pounds", "Hours with a rate")
Cell = str | int | float


def entry_rows(lines: Iterable[EntryLine]) -> list[list[Cell]]:
    """A row for each entry."""
    return [
        [one.number, one.on.isoformat(), one.who, one.agency, hours(one.minutes), one.how_name, one.kind_name,
         one.activity_name, one.step, one.of]
        for one in lines
    ]  # fmt: skip


def total_rows(told: Totals) -> list[list[Cell]]:
    """A row for each total that is told, money only where a rate counts."""
    groups = (
        ("Stage", told.stages),
        ("Agency", told.agencies),
        ("Activity", told.activities),
        ("Kind", told.kinds),
    )
    found: list[list[Cell]] = []
    for name, lines in groups:
        for one in lines or ():
            planned: Cell = hours(one.expected) if one.expected is not None else ""
            money: list[Cell] = [one.pence / 100, hours(one.costed)] if told.cost and one.costed else ["", ""]
            found.append([name, one.name, hours(one.minutes), planned, *money])
    return found


def hours(minutes: int) -> float:
    """Minutes as hours, to a hundredth."""
    return round(minutes / 60, 2)
