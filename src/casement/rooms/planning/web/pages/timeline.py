"""The plan as a picture: a bar for each row, its slack dotted behind it, months across. A table says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casement.rooms.planning.queries import RowLine

LEFT, WIDE, HIGH, TOP = 330, 620, 30, 34
LEAST = 6


@dataclass(frozen=True)
class Bar:
    """One row of the picture."""

    label: str
    kind: str
    y: int
    x: float
    width: float
    middle: float
    slack_from: float
    slack_to: float
    over: bool
    number: int
    day: str


@dataclass(frozen=True)
class Mark:
    """One line from top to bottom: the first of a month, today, the target."""

    x: float
    text: str


@dataclass(frozen=True)
class Timeline:
    """The whole picture."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    months: tuple[Mark, ...]
    today: Mark | None
    target: Mark | None
    per_day: str


def timeline(rows: Sequence[RowLine], target: date, today: date) -> Timeline:
    """The picture of these rows, which stand in order of their dates."""
    ends = [row.slack_until or row.end for row in rows]
    first, last = min([row.start for row in rows] + [target]), max([*ends, target])
    span = max(1, (last - first).days + 1)

    def at(day: date) -> float:
        return round(LEFT + WIDE * (day - first).days / span, 1)

    def after(day: date) -> float:
        return round(LEFT + WIDE * ((day - first).days + 1) / span, 1)

    bars = tuple(
        Bar(
            row.label if len(row.label) < 44 else row.label[:42].rstrip() + "…",
            row.kind,
            TOP + place * HIGH,
            at(row.start),
            max(LEAST, round(after(row.end) - at(row.start), 1)),
            round((at(row.start) + after(row.end)) / 2, 1),
            after(row.end),
            after(row.slack_until) if row.slack_until else after(row.end),
            row.over,
            row.number,
            row.start.isoformat(),
        )
        for place, row in enumerate(rows)
    )
    return Timeline(
        LEFT + WIDE + 20,
        TOP + len(rows) * HIGH + 12,
        bars,
        tuple(Mark(at(day), f"{day:%b}" if day.month != 1 else f"{day:%b %Y}") for day in months(first, last)),
        Mark(at(today), "Today") if first <= today <= last else None,
        Mark(after(target), "Target"),
        f"{WIDE / span:.4f}",
    )


def months(first: date, last: date) -> list[date]:
    """The first of each month between two days; of many months, every second or third."""
    found = []
    day = first.replace(day=1)
    while day <= last:
        if day >= first:
            found.append(day)
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)
    return found[:: max(1, -(-len(found) // 12))]
