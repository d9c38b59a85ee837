"""Whose knowledge can be asked about: agencies, and roles whose work or life it was."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import CharField, Value

from casement.foundation.access import Role, Seat
from casement.rooms.reviews.models import Agency, Participation

VOICES = (Role.CASE_GROUP, Role.FAMILY)


@dataclass(frozen=True)
class Knower:
    """An agency, or one role with its agency if it has one. `key` is how a form names it."""

    key: str
    name: str
    agency: int | None
    role: int | None = None


def knowers(seat: Seat) -> tuple[Knower, ...]:
    """The agencies, family first, then the roles of the case group and the family; one query."""
    people = (
        Participation.objects.filter(review_id=seat.review, role__in=VOICES)
        .order_by()
        .values_list(Value("r", CharField()), "number", "role_label", "agency_id", "pk", "role")
    )
    agencies = (
        Agency.objects.filter(review_id=seat.review)
        .order_by()
        .values_list(Value("a", CharField()), "number", "name", "pk", "pk", "kind")
    )
    found = sorted(
        agencies.union(people, all=True), key=lambda row: (row[0], row[0] == "a" and row[5] != "family", row[1])
    )
    return tuple(
        Knower(f"{what}{number}", name, agency, pk if what == "r" else None)
        for what, number, name, agency, pk, _ in found
    )
