"""Keeping what became of a code."""

from casement.foundation.access import Seat
from casement.foundation.changes import wait_in_line
from casement.rooms.coding.models import Code, CodeEvent


def keep_event(
    seat: Seat, code: Code, what: str, other: Code | None = None, before: Code | None = None
) -> CodeEvent:
    """One thing done to a code, with the next number among its own; inside a command."""
    wait_in_line(seat.review)
    number = CodeEvent.objects.filter(code=code).count() + 1
    return CodeEvent.objects.create(
        code=code, number=number, what=what, other=other, before=before, by_id=seat.person_id
    )
