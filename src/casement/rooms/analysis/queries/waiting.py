"""What waits for somebody because of the analysis, for the pages of the desk: asked once, however many reviews."""

from collections.abc import Iterable, Sequence

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.analysis.models import SecondReading

READING = "second_reading"


def readings_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """The second readings that each of these seats of one person was asked for, as rows for `readings_from`."""
    asked = [seat for seat in seats if allows(seat.standing, Action.READINGS_WRITE)]
    if not asked:
        return []
    rows = SecondReading.objects.filter(
        review__in=[seat.review for seat in asked],
        reader_id=asked[0].person_id,
        handed_in_at=None,
        given_back_at=None,
    )
    return [rows_of(rows, READING, number="number")]


def readings_from(told: Iterable[Waiting]) -> tuple[int, ...]:
    """The numbers of the second readings that wait in one review, of everything that was told of it."""
    return tuple(sorted(one.number for one in told if one.kind == READING))
