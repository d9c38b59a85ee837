"""What moves when one date moves: later rows are pushed and earlier ones pulled, only as far as they must be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from casement.rooms.planning.rules.working_days import WorkingDays


@dataclass(frozen=True)
class Dated:
    """A row with its dates."""

    key: str
    label: str
    start: date
    end: date
    length: int
    wait: int
    after: tuple[str, ...]


@dataclass(frozen=True)
class Shift:
    """One row that moves. `days` is by how many working days; below 0 when it comes earlier."""

    key: str
    label: str
    was: date
    start: date
    end: date
    days: int


@dataclass(frozen=True)
class Moves:
    """What a move brings with it, in the order of the plan, or why it cannot be made, a sentence each."""

    shifts: tuple[Shift, ...]
    reasons: tuple[str, ...] = ()


def what_moves(rows: Sequence[Dated], key: str, start: date, days: WorkingDays, today: date) -> Moves:
    """What moves when the row `key` starts on `start`. `rows` stand in order, each behind what it follows.

    Nothing that is over is moved, and nothing is moved to a day that is over.
    """
    if no := days.why_not(start):
        near = f"{spoken(days.on_or_before(start))} or {spoken(days.on_or_after(start))}"
        return Moves((), (f"{spoken(start)} is {no}. Choose a working day, such as {near}.",))
    if start < today:
        return Moves((), ("This day is over. Choose today or a later day.",))
    now = {row.key: row for row in rows}
    now[key] = placed(now[key], start, days)
    _pull(rows, now, key, days)
    _push(rows, now, key, days)
    reasons = tuple(
        f"“{row.label}” would have to be over before today. Choose a later day."
        for row in rows
        if now[row.key] != row and (now[row.key].start < today or row.end < today) and row.key != key
    )
    shifts = tuple(
        Shift(row.key, row.label, row.start, new.start, new.end, days.between(row.start, new.start))
        for row in rows
        if (new := now[row.key]).start != row.start
    )
    return Moves(shifts, reasons)


def placed(row: Dated, start: date, days: WorkingDays) -> Dated:
    """The row starting on another day, as long as before."""
    return replace(row, start=start, end=days.add(start, row.length - 1) if row.length > 1 else start)


def _push(rows: Sequence[Dated], now: dict[str, Dated], key: str, days: WorkingDays) -> None:
    """Rows that follow start no sooner than they may."""
    for row in rows:
        if row.key == key:
            continue
        firsts = [days.add(now[before].end, 1 + row.wait) for before in row.after if before in now]
        if firsts and now[row.key].start < max(firsts):
            now[row.key] = placed(now[row.key], max(firsts), days)


def _pull(rows: Sequence[Dated], now: dict[str, Dated], key: str, days: WorkingDays) -> None:
    """Rows that come before it are over by then."""
    pulled = {key}
    for row in reversed(rows):
        if row.key not in pulled:
            continue
        for before in row.after:
            if before not in now:
                continue
            last = days.add(now[row.key].start, -(1 + row.wait))
            if now[before].end > last:
                first = days.add(last, -(now[before].length - 1)) if now[before].length > 1 else last
                now[before] = replace(now[before], start=first, end=last)
                pulled.add(before)


def spoken(day: date) -> str:
    """A day in words, with its weekday."""
    return f"{day:%A} {day.day} {day:%B %Y}"
