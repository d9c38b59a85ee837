"""How a review is read: first of all, the seat a person has in it."""

from django.db.models import Count, Q, Value

from casement.foundation.access import Role, Seat, Standing
from casement.foundation.clock import now
from casement.rooms.people.models import Person
from casement.rooms.reviews.models import Grant, Participation, Release, Review


def seat_of(person_id: int, ref: str | None) -> Seat | None:
    """The seat of a person at the review `ref`, or None; their card when `ref` is None.

    A seat exists while the account is active and the participation has begun and not ended.
    """
    if ref is None:
        person = Person.objects.filter(pk=person_id, is_active=True).first()
        return card_of(person) if person else None
    moment = now()
    place = (
        Participation.objects.select_related("review", "person")
        .filter(person_id=person_id, person__is_active=True, review__ref=ref, began_at__lte=moment)
        .filter(Q(ended_at=None) | Q(ended_at__gt=moment))
        .first()
    )
    return seats_from([place])[0] if place else None


def seats_of(person_id: int) -> list[Seat]:
    """Every seat a person has now, newest review first."""
    moment = now()
    places = (
        Participation.objects.select_related("review", "person")
        .filter(person_id=person_id, person__is_active=True, began_at__lte=moment)
        .filter(Q(ended_at=None) | Q(ended_at__gt=moment))
        .order_by("-review__opened_at")
    )
    return seats_from(list(places))


def card_of(person: Person) -> Seat:
    """A person without a review: what the whole installation lets them do."""
    rights = [name for name in ("opens_reviews", "runs_site") if getattr(person, name)]
    return Seat(person.pk, person.name, Standing(role=None, site=frozenset(rights)))


def seats_from(places: list[Participation]) -> list[Seat]:
    """Seats for participations, with what is granted and released, in one query however many."""
    if not places:
        return []
    granted = Grant.objects.filter(participation__in=places, ended_at=None, expires_at__gt=now())
    released = Release.objects.filter(review__in=[place.review_id for place in places], ended_at=None)
    rights = granted.values_list("participation_id", Value(""), "subject").union(
        released.values_list("review_id", "role", "subject"), all=True
    )
    grants: dict[int, set[str]] = {}
    releases: dict[tuple[int, str], set[str]] = {}
    for owner, role, subject in rights:
        if role:
            releases.setdefault((owner, role), set()).add(subject)
        else:
            grants.setdefault(owner, set()).add(subject)
    return [
        Seat(
            person_id=place.person_id or 0,
            label=place.role_label,
            standing=Standing(
                role=Role(place.role),
                participation_id=place.pk,
                agency_id=place.agency_id,
                grants=frozenset(grants.get(place.pk, ())),
                releases=frozenset(releases.get((place.review_id, place.role), ())),
                closed=place.review.closed_at is not None,
            ),
            review_id=place.review_id,
            ref=place.review.ref,
        )
        for place in places
    ]


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
