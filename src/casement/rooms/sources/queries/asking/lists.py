"""The list of requests, what needs chasing first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.sources.models import RecordRequest
from casement.rooms.sources.queries.asking.happenings import Came, came_with, events_of, plain
from casement.rooms.sources.queries.lists import Choice
from casement.rooms.sources.rules.requests import Stand, standing

PAGE = 50
SHOWN = ("", "chase", "waiting", "done")


@dataclass(frozen=True)
class Gap:
    """Something that is not there, and why."""

    what: str
    why: str


@dataclass(frozen=True)
class RequestLine:
    """One request in the list."""

    number: int
    agency: str
    agency_number: int
    asked_of: str
    kinds: str
    about: str
    period: str
    power: str
    power_other: str
    reason: str
    asked_on: date
    wanted_by: date | None
    stand: Stand
    came: tuple[Came, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class Requests:
    """One page of the list, and what it can be narrowed to."""

    rows: tuple[RequestLine, ...]
    total: int
    page: int
    last: int
    to_chase: int
    every: int
    agencies: tuple[Choice, ...]


def requests(seat: Seat, *, agency: int | None = None, show: str = "", page: int = 1) -> Requests:
    """The requests this seat may see: those to be chased first, then by how long they have waited.

    `show` narrows to what is to be chased, what waits, or what is done. Three queries.
    """
    lines = every_request(seat)
    agencies = Counter((one.agency_number, one.agency) for one in lines)
    wanted = [one for one in lines if agency in (None, one.agency_number) and one.stand.shown(show)]
    last = max(1, -(-len(wanted) // PAGE))
    page = min(max(page, 1), last)
    return Requests(
        tuple(wanted[(page - 1) * PAGE : page * PAGE]),
        len(wanted),
        page,
        last,
        sum(one.stand.to_chase for one in lines),
        len(lines),
        tuple(Choice(str(number), name, count) for (number, name), count in sorted(agencies.items())),
    )


def every_request(seat: Seat) -> list[RequestLine]:
    """Every request this seat may see, in the order of the list. Three queries."""
    rows = list(RecordRequest.objects.visible_to(seat).select_related("agency"))
    ids = [row.pk for row in rows]
    events, came = events_of(ids), came_with(seat, ids)
    lines = []
    for row in rows:
        noted = events.get(row.pk, [])
        stand = standing(plain(noted), today=today(), wanted_by=row.wanted_by)
        notes = {one["pk"]: one["note"] for one in noted}
        counted = [one["pk"] for one in noted if one["taken_back_at"] is None]
        sources = {one.number: one for pk in counted for one in came.get(pk, []) if not one.gone}
        lines.append(
            RequestLine(
                row.number, row.agency.name, row.agency.number, row.asked_of, row.kinds, row.about, row.period,
                row.power, row.power_other, row.reason, row.asked_on, row.wanted_by, stand,
                tuple(sources[number] for number in sorted(sources)),
                tuple(Gap(notes[gap.order], gap.why) for gap in stand.gaps),
            )
        )  # fmt: skip
    return sorted(lines, key=_in_turn)


def _in_turn(one: RequestLine) -> tuple[int, date, int]:
    stand = one.stand
    return stand.turn, stand.promised_for or one.wanted_by or one.asked_on, one.number
