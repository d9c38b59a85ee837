"""What waits in the requests of several reviews, for pages that say what needs somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import today
from casement.rooms.sources.models import RecordRequest
from casement.rooms.sources.rules.requests import Event, Stand, standing


@dataclass(frozen=True)
class Waiting:
    """One request that waits."""

    number: int
    agency: str
    asked_on: date
    stand: Stand


def waiting_requests(seats: Iterable[Seat]) -> dict[int, tuple[Waiting, ...]]:
    """The requests each seat may answer or chase and that still wait, by review, in one query however many."""
    asked = list(seats)
    wanted = Q(pk__in=[])
    for seat in asked:
        wanted |= _mine(seat)
    came = Count(
        "events__sources",
        filter=Q(events__sources__isnull=False, events__sources__withdrawal__isnull=True),
    )
    found: dict[int, list[dict[str, Any]]] = {}
    rows = RecordRequest.objects.filter(wanted).order_by("number", "events__pk")
    for row in rows.values(
        "pk", "review_id", "number", "agency__name", "asked_on", "wanted_by", "events__pk", "events__kind",
        "events__on", "events__promised_for", "events__whole", "events__why", "events__taken_back_at",
    ).annotate(came=came):  # fmt: skip
        found.setdefault(row["pk"], []).append(dict(row))
    told: dict[int, list[Waiting]] = {seat.review: [] for seat in asked}
    for lines in found.values():
        first = lines[0]
        stand = standing(_events(lines), today=today(), wanted_by=first["wanted_by"])
        if stand.waits:
            waiting = Waiting(first["number"], first["agency__name"], first["asked_on"], stand)
            told[first["review_id"]].append(waiting)
    return {
        review: tuple(sorted(each, key=lambda one: (one.stand.turn, one.stand.promised_for or one.asked_on)))
        for review, each in told.items()
    }


def _mine(seat: Seat) -> Q:
    """As `answerable_by`, but for rows of several reviews at once."""
    mine = Q(review_id=seat.review)
    if Reach.ALL in reach(seat.standing, Subject.REQUESTS, Verb.WRITE):
        return mine
    if Reach.AGENCY in reach(seat.standing, Subject.RECORDS, Verb.WRITE) and seat.standing.agency_id:
        return mine & Q(agency_id=seat.standing.agency_id)
    return Q(pk__in=[])


def _events(lines: list[dict[str, Any]]) -> list[Event]:
    return [
        Event(
            one["events__kind"], one["events__on"], one["events__pk"], one["events__promised_for"],
            one["events__whole"], one["events__why"], one["came"],
        )
        for one in lines
        if one["events__pk"] is not None and one["events__taken_back_at"] is None
    ]  # fmt: skip
