"""Which rows of a plan no longer fit: holidays were moved, the law was, or a row came too near to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casement.rooms.planning.rules.moving import Dated, spoken
from casement.rooms.planning.rules.working_days import WorkingDays


@dataclass(frozen=True)
class Unfit:
    """One row that no longer fits, and why, in a sentence."""

    key: str
    why: str


def unfit(rows: Sequence[Dated], days: WorkingDays, today: date, last: Mapping[str, date]) -> tuple[Unfit, ...]:
    """The rows to come that no longer fit, in the order of the plan. `last` gives, for some, a day a clock ends on.

    A row fits when it begins on a working day, has as many working days as it needs, leaves those before it enough
    time, and is over when a clock on it ends.
    """
    by_key = {row.key: row for row in rows}
    told = []
    for row in rows:
        if row.end < today:
            continue
        if no := days.why_not(row.start):
            told.append(Unfit(row.key, f"{spoken(row.start)} is now {no}."))
        elif row.length > 1 and (there := days.between(row.start, row.end) + 1) < row.length:
            told.append(Unfit(row.key, f"It needs {row.length} working days, and has {there} now."))
        for before in (by_key[key] for key in row.after if key in by_key):
            if not no and row.start < days.add(before.end, 1 + row.wait):
                told.append(Unfit(row.key, f"It comes too soon after “{before.label}”."))
        if row.key in last and row.end > last[row.key]:
            told.append(Unfit(row.key, f"It comes after the last day of its clock, {spoken(last[row.key])}."))
    return tuple(told)
