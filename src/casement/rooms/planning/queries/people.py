"""Everybody with a place, and whether mail about dates reaches them."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.rooms.planning.models import Address
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class PlaceLine:
    """One place. `email` is that kept for somebody without an account; whoever has one is reached by it."""

    number: int
    label: str
    role: Role
    role_name: str
    agency: str
    has_account: bool
    email: str

    @property
    def reached(self) -> bool:
        """Whether mail reaches them."""
        return self.has_account or bool(self.email)


def places(seat: Seat) -> tuple[PlaceLine, ...]:
    """The places of this review that have not ended, in order."""
    kept = Address.objects.filter(participation=OuterRef("pk")).values("email")[:1]
    rows = Participation.objects.filter(review_id=seat.review, ended_at=None).select_related("agency", "person")
    rows = rows.annotate(kept=Subquery(kept))
    return tuple(
        PlaceLine(
            each.number,
            each.role_label,
            Role(each.role),
            ROLE_NAMES[Role(each.role)],
            each.agency.name if each.agency else "",
            each.person is not None and each.person.is_active,
            each.kept or "",
        )
        for each in rows.order_by("number")
    )
