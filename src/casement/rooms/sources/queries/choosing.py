"""What the forms of this room offer to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.access import Role, Seat
from casement.rooms.reviews.models import Agency, Participation
from casement.rooms.sources.queries.gate import may_bring, may_hold_data, only_agency
from casement.rooms.sources.vocabulary import Kind

Offer = tuple[str, str]


@dataclass(frozen=True)
class Choices:
    """Agencies, people whose account it may be, those who hold conversations: (number, name) pairs."""

    kinds: tuple[str, ...]
    agencies: tuple[Offer, ...]
    workers: tuple[Offer, ...]
    family: tuple[Offer, ...]
    holders: tuple[Offer, ...]
    may_keep_for_leads: bool
    open: bool


def choices(seat: Seat) -> Choices:
    """What this seat may choose when it brings something in."""
    kinds = tuple(str(kind) for kind in Kind if may_bring(seat, kind))
    only = only_agency(seat)
    agencies = Agency.objects.filter(review_id=seat.review)
    agencies = agencies if only is None else agencies.filter(pk=only)
    people: dict[str, list[Offer]] = {}
    if Kind.CONVERSATION in kinds:
        roles = (Role.CASE_GROUP, Role.FAMILY, Role.LEAD, Role.TEAM)
        rows = Participation.objects.filter(review_id=seat.review, role__in=roles)
        for number, label, role in rows.order_by("role_label").values_list("number", "role_label", "role"):
            people.setdefault(role, []).append((str(number), label))
    return Choices(
        kinds,
        tuple((str(number), name) for number, name in agencies.order_by("name").values_list("number", "name")),
        tuple(people.get(Role.CASE_GROUP, ())),
        tuple(people.get(Role.FAMILY, ())),
        (*people.get(Role.LEAD, ()), *people.get(Role.TEAM, ())),
        seat.standing.role is Role.LEAD,
        may_hold_data(seat),
    )
