"""Who can be written to in a review, and what a letter knows of them."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.people.models import Person
from casement.rooms.reviews.models import Agency, Identity, Participation


@dataclass(frozen=True)
class Recipients:
    """Who can be written to: people by role, and agencies, as (key, label) with keys such as "p3" and "a1"."""

    people: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    agencies: tuple[tuple[str, str], ...]

    @property
    def any(self) -> bool:
        """Whether there is anybody."""
        return bool(self.people or self.agencies)


@dataclass(frozen=True)
class Addressee:
    """Whom a letter is for, and the places it can be read from in Casement."""

    label: str
    name: str
    agency: str
    places: tuple[Participation, ...]


def recipients(seat: Seat) -> Recipients:
    """Everybody with a place in this review now, and its agencies."""
    places = Participation.objects.filter(review_id=seat.review, ended_at=None).order_by("number")
    groups: dict[str, list[tuple[str, str]]] = {}
    for number, role, label in places.values_list("number", "role", "role_label"):
        groups.setdefault(ROLE_NAMES[Role(role)], []).append((f"p{number}", label))
    agencies = Agency.objects.filter(review_id=seat.review).values_list("number", "name")
    return Recipients(
        tuple((name, tuple(told)) for name, told in groups.items()),
        tuple((f"a{number}", name) for number, name in agencies),
    )


def addressee(seat: Seat, *, participation_id: int | None, agency_id: int | None) -> Addressee:
    """Whom a letter is for. The name is that of the account, else of the identity register, else the label."""
    rows = Participation.objects.filter(review_id=seat.review, ended_at=None).select_related("person", "agency")
    if agency_id is not None:
        contacts = tuple(rows.filter(role=Role.AGENCY_CONTACT, agency_id=agency_id))
        agency = Agency.objects.get(pk=agency_id, review_id=seat.review).name
        known = contacts[0].person if len(contacts) == 1 else None
        return Addressee(
            agency, known.name if known else agency, agency, tuple(one for one in contacts if one.person)
        )
    place = Participation.objects.select_related("person", "agency").filter(pk=participation_id or 0).first()
    if place is None or place.review_id != seat.review:
        raise NotHere
    still = (place,) if place.ended_at is None and place.person and place.person.is_active else ()
    return Addressee(place.role_label, name_of(place), place.agency.name if place.agency else "", still)


def name_of(place: Participation) -> str:
    """What somebody is called in a letter to them."""
    if place.person is not None:
        return str(place.person.name)
    known = Identity.objects.filter(participation=place).order_by("number").first()
    return known.names[0] if known and known.names else place.role_label


def sender(seat: Seat) -> tuple[str, str]:
    """The name of whoever writes, and what they are in the review."""
    name = Person.objects.values_list("name", flat=True).get(pk=seat.person_id)
    return name, ROLE_NAMES[seat.standing.role] if seat.standing.role else seat.label
