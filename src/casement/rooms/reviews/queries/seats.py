"""How a review is read: first of all, the seat a person has in it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, Subquery, Value

from casement.foundation.access import Role, Seat, Standing, lives_by_rights
from casement.foundation.clock import now
from casement.foundation.prepared import Prepared
from casement.rooms.people.models import Person
from casement.rooms.reviews.models import Grant, LocalRight, Participation, Release, Review
from casement.rooms.reviews.queries.local import local_rights


def seat_of(person_id: int, ref: str | None) -> Seat | None:
    """The seat of a person at the review `ref`, or None; their card when `ref` is None.

    A seat exists while the account is active and the participation has begun and not ended.
    """
    if ref is None:
        person = Person.objects.filter(pk=person_id, is_active=True).first()
        return card_of(person) if person else None
    moment = now()
    found = PLACE(person=person_id, ref=ref, moment=moment)
    if not found:
        return None
    place = Place(*found[0])
    if not lives_by_rights(Role(place.role), local_rights(place.rights)):
        return seat_at(place, ())
    return seat_at(place, RIGHTS(place=place.pk, review=place.review_id, moment=moment))


class Place(NamedTuple):
    """Where somebody sits in a review."""

    pk: int
    person_id: int | None
    review_id: int
    ref: str
    closed_at: datetime | None
    role: str
    label: str
    agency_id: int | None
    secluded_at: datetime | None
    held: bool
    rights: str | None


COLUMNS = ("pk", "person", "review", "review__ref", "review__closed_at", "role", "role_label", "agency",
           "secluded_at", "review__held", "rights")  # fmt: skip


def taken(moment: datetime) -> QuerySet[Participation]:
    """The places of people whose account is active, which have begun and not ended."""
    begun = with_rights(Participation.objects.filter(person__is_active=True, began_at__lte=moment))
    return begun.filter(Q(ended_at=None) | Q(ended_at__gt=moment))


def with_rights(rows: QuerySet[Participation]) -> QuerySet[Participation]:
    """Places with the mark of what this installation decided about the matrix: no query of its own."""
    return rows.annotate(rights=Subquery(LocalRight.objects.order_by("-pk").values("mark")[:1]))


def place_of(person: int, ref: str, moment: datetime) -> QuerySet[Participation, Any]:
    """The place of one person in one review."""
    return taken(moment).filter(person=person, review__ref=ref).order_by("number").values_list(*COLUMNS)[:1]


def rights_at(place: int, review: int, moment: datetime) -> QuerySet[Grant, Any]:
    """What was granted to a place, and what was released to roles in its review."""
    granted = Grant.objects.filter(participation=place, ended_at=None, expires_at__gt=moment)
    released = Release.objects.filter(review=review, ended_at=None)
    return granted.values_list("participation", Value(""), "subject").union(
        released.values_list("review", "role", "subject"), all=True
    )


# Both are asked with every request.
PLACE, RIGHTS = Prepared(place_of), Prepared(rights_at)


def seat_of_place(participation_id: int) -> Seat | None:
    """The seat of one place, whether or not whoever sits there has an account; None once it has ended.

    For private links alone, which narrow it: somebody without an account comes no other way.
    """
    moment = now()
    there = Q(ended_at=None) | Q(ended_at__gt=moment)
    open_to = Q(person=None) | Q(person__is_active=True)
    row = (
        with_rights(Participation.objects.filter(there, open_to, pk=participation_id, began_at__lte=moment))
        .values_list(*COLUMNS)
        .first()
    )
    return seats_from([Place(*row)], moment)[0] if row else None


def seats_of(person_id: int) -> list[Seat]:
    """Every seat a person has now, newest review first."""
    moment = now()
    rows = taken(moment).filter(person_id=person_id).order_by("-review__opened_at").values_list(*COLUMNS)
    places = [Place(*row) for row in rows]
    return seats_from(places, moment)


def roles_of(person_id: int) -> frozenset[Role]:
    """Everything a person is now, in whatever review."""
    return frozenset(Role(role) for role in taken(now()).filter(person_id=person_id).values_list("role", flat=True))


def card_of(person: Person) -> Seat:
    """A person without a review: what the whole installation lets them do."""
    rights = [name for name in ("opens_reviews", "runs_site") if getattr(person, name)]
    return Seat(person.pk, person.name, Standing(role=None, site=frozenset(rights)))


def seats_from(places: list[Place], moment: datetime) -> list[Seat]:
    """Seats for places, with what is granted and released, in one query however many."""
    if not places:
        return []
    granted = Grant.objects.filter(
        participation__in=[place.pk for place in places], ended_at=None, expires_at__gt=moment
    )
    released = Release.objects.filter(review__in=[place.review_id for place in places], ended_at=None)
    rights = granted.values_list("participation_id", Value(""), "subject").union(
        released.values_list("review_id", "role", "subject"), all=True
    )
    told = list(rights)
    return [seat_at(place, told) for place in places]


def seat_at(place: Place, rights: Iterable[tuple[int, str, str]]) -> Seat:
    """The seat at a place; of `rights`, those without a role were granted, the others released to a role."""
    granted = {subject for owner, role, subject in rights if not role and owner == place.pk}
    released = {subject for owner, role, subject in rights if role == place.role and owner == place.review_id}
    return Seat(
        person_id=place.person_id or 0,
        label=place.label,
        standing=Standing(
            role=Role(place.role),
            participation_id=place.pk,
            agency_id=place.agency_id,
            grants=frozenset(granted),
            releases=frozenset(released),
            closed=place.closed_at is not None,
            secluded=place.secluded_at is not None,
            held=place.held,
            local=local_rights(place.rights),
        ),
        review_id=place.review_id,
        ref=place.ref,
    )


def frame_facts(seat: Seat) -> tuple[str, dict[str, int]]:
    """What surrounds every page of a review, in one query: its code name, and how many people per role."""
    rows = (
        Review.objects.filter(pk=seat.review)
        .values("code_name", "participations__role")
        .annotate(
            people=Count(
                "participations",
                filter=Q(participations__person__isnull=False) & Q(participations__ended_at=None),
            )
        )
    )
    title, counts = "", {}
    for row in rows:
        title = row["code_name"]
        if row["participations__role"]:
            counts[row["participations__role"]] = row["people"]
    return title, counts
