"""Views that people kept, as they are listed and run."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import KeptView
from casement.rooms.coding.queries.desk import GONE
from casement.rooms.reviews.models import Participation


@dataclass(frozen=True)
class KeptViewLine:
    """One kept view. `asked` stands behind the question mark of the page that `shows` names."""

    number: int
    name: str
    asked: str
    shows: str
    shared: bool
    mine: bool
    may_remove: bool
    by: str
    at: datetime


def kept_views(seat: Seat) -> tuple[KeptViewLine, ...]:
    """One's own views and those shared with the team, by number: one query."""
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    rows = KeptView.objects.visible_to(seat).annotate(
        person=Subquery(people.order_by("pk").values("role_label")[:1])
    )
    return tuple(
        KeptViewLine(
            row.number, row.name, row.asked, row.shows, row.shared, row.by_id == seat.person_id,
            row.by_id == seat.person_id or seat.standing.role is Role.LEAD,
            "You" if row.by_id == seat.person_id else getattr(row, "person", None) or GONE, row.at,
        )
        for row in rows
    )  # fmt: skip


def kept_view(seat: Seat, number: int) -> KeptViewLine:
    """One view; NotHere when it is another person's own, or was taken away."""
    found = next((one for one in kept_views(seat) if one.number == number), None)
    if found is None:
        raise NotHere
    return found
