"""Whether a review may hold data, and on what ground."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.rules import protection as rules


@dataclass(frozen=True)
class Protection:
    """What is recorded about data protection."""

    reference: str
    waiver: str
    may_hold_data: bool


def protection(seat: Seat) -> Protection:
    """The data protection record of this review."""
    row = Review.objects.only("dpia_reference", "dpia_waiver").get(pk=seat.review)
    told = rules.may_hold_data(row.dpia_reference, row.dpia_waiver)
    return Protection(row.dpia_reference, row.dpia_waiver, told)


def may_hold_data(seat: Seat) -> bool:
    """Whether records and conversations may be brought into this review (LAW-02)."""
    return protection(seat).may_hold_data
