"""What somebody could have learnt within a stretch of time: a short list to start from, as known at its end."""

from __future__ import annotations

from datetime import date, datetime, time

from casement.foundation.access import Seat
from casement.rooms.chronology.queries.dating import date_of
from casement.rooms.chronology.queries.knowers import Knower
from casement.rooms.chronology.queries.knowing import (
    KNOWN,
    KnownLine,
    Told,
    candidates,
    how_known,
    in_time,
    knows,
    line_of,
    tellings_to,
)
from casement.rooms.chronology.rules import is_over


def known_between(
    seat: Seat, who: Knower, start: date | None, end: date, *, limit: int = 60
) -> tuple[tuple[KnownLine, ...], int]:
    """The entries that `who` could know by the end of `end`, that happened or reached them since `start`.

    In the order of time, the latest `limit` of them, and how many there are. Two queries. Nothing that is later, or
    that had not reached them by then, is among them.
    """
    moment = datetime.combine(end, time.max)
    told = tellings_to(seat, who)
    rows = [row for row in candidates(seat, who, told, moment) if knows(row, who, told, moment)]
    here = [
        row for row in rows if start is None or row["date_end"] >= start or reached(told, row["pk"], start, moment)
    ]
    here.sort(key=in_time)
    shown = tuple(line_of(row, how_known(row["pk"], told, moment), KNOWN) for row in here[-limit:])
    return shown, len(here)


def reached(told: Told, entry: int, start: date, moment: datetime) -> bool:
    """Whether they were told of an entry within the stretch of time."""
    heard = (date_of(*each[4:]) for each in told.get(entry, ()))
    return any(when.end is not None and when.end >= start and is_over(when, moment) for when in heard)
