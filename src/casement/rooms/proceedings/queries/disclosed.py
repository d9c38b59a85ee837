"""The disclosure log, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.models import Disclosure
from casement.rooms.proceedings.vocabulary import BASIS_NAMES, DIRECTION_NAMES, THING_NAMES, Thing
from casement.rooms.reviews.queries import labels_of


@dataclass(frozen=True)
class DisclosureLine:
    """One line, in words. `corrects` and `corrected` are numbers of other lines."""

    number: int
    direction: str
    direction_name: str
    what: str
    thing: str
    thing_number: int | None
    sha256: str
    party: str
    basis: str
    basis_name: str
    basis_words: str
    redactions: str
    decided_by: str
    told: str
    on: date
    corrects: int | None
    corrected: int | None
    by: str
    at: datetime

    @property
    def thing_name(self) -> str:
        """What went, where Casement holds it: "Source 3"; empty otherwise."""
        return f"{THING_NAMES[self.thing]}: number {self.thing_number}" if self.thing != Thing.OTHER else ""


def disclosures(seat: Seat) -> tuple[DisclosureLine, ...]:
    """The whole log, in the order in which it was written."""
    rows = list(Disclosure.objects.filter(review_id=seat.review))
    labels = labels_of(seat.review)
    numbers = {row.pk: row.number for row in rows}
    corrected = {row.corrects_id: row.number for row in rows if row.corrects_id}
    return tuple(
        DisclosureLine(
            row.number, row.direction, DIRECTION_NAMES[row.direction], row.what, row.thing, row.thing_number,
            row.sha256, row.party, row.basis, BASIS_NAMES[row.basis], row.basis_words, row.redactions,
            row.decided_by, row.told, row.on, numbers.get(row.corrects_id or 0), corrected.get(row.pk),
            labels.get(row.by_id, ""), row.at,
        )
        for row in rows
    )  # fmt: skip


def disclosure(seat: Seat, number: int) -> DisclosureLine:
    """One line; NotHere when there is none."""
    for one in disclosures(seat):
        if one.number == number:
            return one
    raise NotHere
