"""The identity register, for those who may open it."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Identity
from casement.rooms.reviews.vocabulary import IDENTITY_NAMES


@dataclass(frozen=True)
class IdentityLine:
    """One label and the names behind it. `participation` is the number of the place it belongs to."""

    number: int
    label: str
    kind: str
    kind_name: str
    names: tuple[str, ...]
    agency: str
    participation: int | None


def identities(seat: Seat) -> tuple[IdentityLine, ...]:
    """The whole register, by label."""
    rows = Identity.objects.filter(review_id=seat.review).select_related("participation__agency")
    return tuple(sorted((_line(row) for row in rows), key=lambda line: line.label.casefold()))


def identity(seat: Seat, number: int) -> IdentityLine:
    """One label; NotHere when there is none with this number."""
    row = (
        Identity.objects.filter(review_id=seat.review, number=number)
        .select_related("participation__agency")
        .first()
    )
    if row is None:
        raise NotHere
    return _line(row)


def _line(row: Identity) -> IdentityLine:
    place = row.participation
    return IdentityLine(
        number=row.number,
        label=row.label,
        kind=row.kind,
        kind_name=IDENTITY_NAMES.get(row.kind, row.kind),
        names=tuple(row.names),
        agency=place.agency.name if place and place.agency else "",
        participation=place.number if place else None,
    )
