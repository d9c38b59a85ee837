"""Whether a review may hold records and accounts yet, and for whom a seat may bring them in."""

from django.db.models import Q

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.reviews.models import Review
from casement.rooms.sources.models import SUBJECT_OF

NOT_YET = (
    "This review may not hold records or accounts yet. "
    "Record the data protection assessment first, or why there is none."
)


def may_hold_data(seat: Seat) -> bool:
    """Whether the data protection assessment, or a reason for having none, is recorded (LAW-02)."""
    recorded = ~Q(dpia_reference="") | ~Q(dpia_waiver="")
    return Review.objects.filter(recorded, pk=seat.review).exists()


def may_bring(seat: Seat, kind: str) -> bool:
    """Whether this seat may bring in this kind of source for some agency or person."""
    return bool(reach(seat.standing, SUBJECT_OF[kind], Verb.WRITE))


def only_agency(seat: Seat) -> int | None:
    """The id of the one agency this seat may bring records in for, or None when it may for every agency."""
    reaches = reach(seat.standing, Subject.RECORDS, Verb.WRITE)
    return (seat.standing.agency_id or 0) if reaches == frozenset({Reach.AGENCY}) else None
