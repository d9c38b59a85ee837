"""What happened to requests, with the sources that came, as far as a seat may know of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Seat, Subject, Verb
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import RequestEvent, Source, within
from casement.rooms.sources.queries.lists import known_sources
from casement.rooms.sources.rules.requests import Event

STANDS = Q(sources__isnull=False, sources__withdrawal__isnull=True)


@dataclass(frozen=True)
class Came:
    """A source that came in answer. `title` is empty for somebody who may know only that it exists."""

    number: int
    title: str
    gone: bool = False


@dataclass(frozen=True)
class Happening:
    """One event in the history of a request; `number` counts within the request, as things were noted."""

    number: int
    kind: str
    on: date
    by: str
    note: str
    promised_for: date | None
    whole: bool
    why: str
    route: str
    batch: int | None
    came: tuple[Came, ...]
    mine: bool
    taken_back_at: datetime | None = None


def events_of(requests: Collection[int]) -> dict[int, list[dict[str, Any]]]:
    """Every event of these requests (ids) by request, as noted; `came` counts sources that stand. One query."""
    place = Participation.objects.filter(review_id=OuterRef("request__review_id"), person_id=OuterRef("by_id"))
    rows = RequestEvent.objects.filter(request_id__in=requests).order_by("pk")
    rows = rows.annotate(
        who=Subquery(place.order_by("-number").values("role_label")[:1]), came=Count("sources", filter=STANDS)
    )
    told: dict[int, list[dict[str, Any]]] = {}
    for row in rows.values(
        "pk", "request_id", "kind", "on", "note", "promised_for", "whole", "why", "route", "batch__number",
        "by_id", "who", "came", "taken_back_at",
    ):  # fmt: skip
        told.setdefault(row["request_id"], []).append(dict(row))
    return told


def plain(rows: Collection[dict[str, Any]]) -> list[Event]:
    """The events that count, as the rules take them."""
    return [
        Event(
            one["kind"], one["on"], one["pk"], one["promised_for"], one["whole"], one["why"], one["came"]
        )
        for one in rows
        if one["taken_back_at"] is None
    ]  # fmt: skip


def came_with(seat: Seat, requests: Collection[int]) -> dict[int, list[Came]]:
    """The sources that came, by event id, that this seat may know of; those taken out say so. One query."""
    reads = within(seat, Subject.RECORDS, Verb.READ)
    readable = (
        Source.objects.filter(reads, pk=OuterRef("source_id")) if reads is not None else Source.objects.none()
    )
    through: QuerySet[Any] = RequestEvent.sources.through.objects.filter(requestevent__request_id__in=requests)
    rows = through.filter(source__in=Source.objects.filter(known_sources(seat))).annotate(
        readable=Exists(readable),
        gone=Exists(Source.objects.filter(pk=OuterRef("source_id"), withdrawal__isnull=False)),
    )
    told: dict[int, list[Came]] = {}
    values = rows.order_by("source__number").values_list(
        "requestevent_id", "source__number", "source__title", "readable", "gone"
    )
    for event, number, title, reads_it, gone in values:
        told.setdefault(event, []).append(Came(number, title if reads_it else "", gone))
    return told
