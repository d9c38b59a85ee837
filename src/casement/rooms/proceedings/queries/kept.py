"""Until when each kind of material is kept, and whether a hold overrides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.proceedings.models import Keeping
from casement.rooms.proceedings.queries.holds import InForce, held
from casement.rooms.proceedings.rules.keeping import may_go
from casement.rooms.proceedings.vocabulary import MATERIAL_NAMES, Scope
from casement.rooms.reviews.queries import labels_of


@dataclass(frozen=True)
class KeptLine:
    """One kind of material: until when it is kept, on what ground, whether it may go today."""

    material: str
    name: str
    until: date | None
    reason: str
    by: str
    at: datetime | None
    may_go: bool
    times: int

    @property
    def over(self) -> bool:
        """Whether the day has passed."""
        return self.until is not None and self.until < today()


def kept(seat: Seat) -> tuple[tuple[KeptLine, ...], InForce | None]:
    """Every kind of material, and the hold that keeps all of it whatever the days say."""
    hold, labels = held(seat.review, Scope.DELETION), labels_of(seat.review)
    rows: dict[str, list[Keeping]] = {}
    for row in Keeping.objects.filter(review_id=seat.review):
        rows.setdefault(row.material, []).append(row)
    lines = []
    for material, name in MATERIAL_NAMES.items():
        told = rows.get(material, [])
        last = told[-1] if told else None
        until = last.until if last else None
        goes = may_go(until, today(), held=hold is not None)
        by = labels.get(last.by_id, "") if last else ""
        ground, at = (last.reason, last.at) if last else ("", None)
        lines.append(KeptLine(material, name, until, ground, by, at, goes, len(told)))
    return tuple(lines), hold
