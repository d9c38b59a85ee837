"""What waits in the requests of several reviews, for pages that say what needs somebody.

Those pages count the sources of the same reviews, so both are asked in one query: `counts_and_waiting`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, JSONObject

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import today
from casement.rooms.sources.models import RecordRequest, RequestEvent
from casement.rooms.sources.queries.counts import SourceCounts, counted, told_counts
from casement.rooms.sources.rules.requests import Event, Stand, standing

FACTS = {
    "request": "pk", "number": "number", "agency": "agency__name", "asked_on": "asked_on", "wanted_by": "wanted_by",
    "on": "events__on", "promised_for": "events__promised_for", "whole": "events__whole", "why": "events__why",
    "taken_back": "events__taken_back_at",
}  # fmt: skip
Row: TypeAlias = tuple[int, int, int | None, str, str]  # review, sources that came, event, kind, facts


@dataclass(frozen=True)
class Waiting:
    """One request that waits."""

    number: int
    agency: str
    asked_on: date
    stand: Stand


def counts_and_waiting(
    listing: Sequence[Seat], answering: Sequence[Seat]
) -> tuple[dict[int, SourceCounts], dict[int, tuple[Waiting, ...]]]:
    """The sources that those who list them may know of, and what waits for those who answer, in one query."""
    asked = ([counted(listing)] if listing else []) + ([happened(answering)] if answering else [])
    rows = list(asked[0].union(*asked[1:], all=True)) if asked else []
    counts = [(review, whose, kind, n) for what, review, n, whose, kind, _ in rows if what == "source"]
    events = [
        (review, came, event, kind, facts) for what, review, came, event, kind, facts in rows if what != "source"
    ]
    return told_counts(listing, counts), told_waiting(answering, events)


def waiting_requests(seats: Sequence[Seat]) -> dict[int, tuple[Waiting, ...]]:
    """The requests each seat may answer or chase and that still wait, by review, in one query however many."""
    return counts_and_waiting((), seats)[1]


def happened(seats: Iterable[Seat]) -> QuerySet[Any, Any]:
    """A row for each event of each request these seats may answer, and one for a request without any."""
    wanted = Q(pk__in=[])
    for seat in seats:
        wanted |= theirs_to_answer(seat)
    through: QuerySet[Any, Any] = RequestEvent.sources.through.objects.filter(
        requestevent_id=OuterRef("events__pk"), source__withdrawal=None
    )
    came = through.order_by().values("requestevent_id").annotate(n=Count("pk")).values("n")
    rows: QuerySet[Any, Any] = RecordRequest.objects.filter(wanted).annotate(
        what=Value("request", TextField()),
        came=Coalesce(Subquery(came), 0),
        event=F("events__pk"),
        word=Coalesce(Cast("events__kind", TextField()), Value("", TextField())),
        facts=Cast(JSONObject(**{name: F(path) for name, path in FACTS.items()}), TextField()),
    )
    return rows.order_by().values_list("what", "review_id", "came", "event", "word", "facts")


def told_waiting(seats: Iterable[Seat], rows: Iterable[Row]) -> dict[int, tuple[Waiting, ...]]:
    """What waits, by review: what needs chasing first."""
    found: dict[tuple[int, int], tuple[dict[str, Any], list[Event]]] = {}
    for review, came, event, kind, told in rows:
        facts = json.loads(told)
        _, events = found.setdefault((review, facts["request"]), (facts, []))
        if event is not None and facts["taken_back"] is None:
            promised = _day(facts["promised_for"])
            on = date.fromisoformat(facts["on"])
            events.append(Event(kind, on, event, promised, bool(facts["whole"]), facts["why"], came))
    waiting: dict[int, list[Waiting]] = {seat.review: [] for seat in seats}
    for (review, _), (facts, events) in found.items():
        stand = standing(events, today=today(), wanted_by=_day(facts["wanted_by"]))
        if stand.waits:
            asked_on = date.fromisoformat(facts["asked_on"])
            waiting[review].append(Waiting(facts["number"], facts["agency"], asked_on, stand))
    return {review: tuple(sorted(each, key=_in_turn)) for review, each in waiting.items()}


def _in_turn(one: Waiting) -> tuple[int, date, int]:
    return one.stand.turn, one.stand.promised_for or one.asked_on, one.number


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def theirs_to_answer(seat: Seat) -> Q:
    """As `answerable_by`, but for rows of several reviews at once."""
    mine = Q(review_id=seat.review)
    if Reach.ALL in reach(seat.standing, Subject.REQUESTS, Verb.WRITE):
        return mine
    if Reach.AGENCY in reach(seat.standing, Subject.RECORDS, Verb.WRITE) and seat.standing.agency_id:
        return mine & Q(agency_id=seat.standing.agency_id)
    return Q(pk__in=[])
