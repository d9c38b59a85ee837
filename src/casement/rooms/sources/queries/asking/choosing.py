"""What the forms of requests offer: agencies, records that may have come, requests that files may answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from casement.foundation.access import Role, Seat, Subject, Verb
from casement.foundation.clock import today
from casement.rooms.reviews.models import Agency, Participation, Review
from casement.rooms.sources.models import Batch, RecordRequest, RequestEvent, Source, within
from casement.rooms.sources.queries.asking.happenings import events_of, plain
from casement.rooms.sources.queries.batches import own_batches
from casement.rooms.sources.queries.choosing import Offer
from casement.rooms.sources.queries.lists import known_sources
from casement.rooms.sources.rules.requests import standing


@dataclass(frozen=True)
class AskChoices:
    """Agencies with the role labels of their contacts, and the kind of review, whose powers come first."""

    agencies: tuple[Offer, ...]
    contacts: tuple[tuple[str, str], ...]
    kind: str


@dataclass(frozen=True)
class RecordChoice:
    """A record of the agency; `linked` says that it answers a request already."""

    number: int
    title: str
    date: str
    linked: bool


@dataclass(frozen=True)
class RecordChoices:
    """Records to choose from, those that answer nothing yet first, and batches that hold some of them."""

    records: tuple[RecordChoice, ...]
    batches: tuple[Offer, ...]


def records_of(seat: Seat, agency_id: int) -> QuerySet[Source]:
    """The records of an agency (by id) that this seat may know of and that were not taken out."""
    return Source.objects.filter(known_sources(seat), kind="record", agency_id=agency_id, withdrawal=None)


def ask_choices(seat: Seat) -> AskChoices:
    """Whom this seat may ask. Three queries."""
    agencies = Agency.objects.filter(review_id=seat.review).order_by("name").values_list("number", "name")
    places = Participation.objects.filter(review_id=seat.review, role=Role.AGENCY_CONTACT, ended_at=None)
    contacts = places.exclude(agency=None).order_by("agency__name", "number")
    kind = Review.objects.values_list("kind", flat=True).get(pk=seat.review)
    return AskChoices(
        tuple((str(number), name) for number, name in agencies),
        tuple(contacts.values_list("agency__name", "role_label")),
        kind,
    )


def record_choices(seat: Seat, agency_id: int) -> RecordChoices:
    """What may have come in answer from an agency. Two queries."""
    linked = RequestEvent.sources.through.objects.filter(
        source_id=OuterRef("pk"), requestevent__taken_back_at__isnull=True
    )
    reads = within(seat, Subject.RECORDS, Verb.READ) is not None
    rows = records_of(seat, agency_id).annotate(linked=Exists(linked)).order_by("linked", "number")
    batches = Batch.objects.filter(own_batches(seat), uploads__source__in=records_of(seat, agency_id))
    counted = batches.annotate(n=Count("uploads", distinct=True)).order_by("-number")[:20]
    return RecordChoices(
        tuple(
            RecordChoice(row.number, row.title if reads else "", row.date_recorded if reads else "", row.linked)
            for row in rows
        ),
        tuple((str(row.number), f"Batch {row.number}, {row.n} file{'' if row.n == 1 else 's'}") for row in counted),
    )


def open_requests(seat: Seat) -> tuple[tuple[int, int, str], ...]:
    """Requests that files may answer: number, number of the agency, and words to choose by. Two queries."""
    rows = list(RecordRequest.objects.answerable_by(seat).select_related("agency"))
    events = events_of([row.pk for row in rows]) if rows else {}
    return tuple(
        (row.number, row.agency.number, f"{row.agency.name}: request {row.number}, {_short(row.kinds)}")
        for row in rows
        if standing(plain(events.get(row.pk, [])), today=today()).waits
    )


def _short(words: str) -> str:
    first = words.splitlines()[0]
    return first if len(first) <= 60 else first[:59].rstrip() + "…"
