"""The window questions now, and each earlier wording."""

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.rooms.reviews.models import WindowQuestion


@dataclass(frozen=True)
class Question:
    """One wording of a window question, with the wordings it replaced, newest first."""

    number: int
    text: str
    reason: str
    at: datetime
    earlier: tuple["Question", ...] = ()


def questions(seat: Seat) -> tuple[Question, ...]:
    """The questions as they stand, in the order first asked."""
    rows = {row.pk: row for row in WindowQuestion.objects.filter(review_id=seat.review).order_by("number")}
    replaced = {row.replaces_id for row in rows.values() if row.replaces_id}
    told: list[Question] = []
    for row in rows.values():
        if row.pk in replaced:
            continue
        before: list[Question] = []
        earlier = rows.get(row.replaces_id or 0)
        while earlier is not None:
            before.append(Question(earlier.number, earlier.text, earlier.reason, earlier.at))
            earlier = rows.get(earlier.replaces_id or 0)
        told.append(Question(row.number, row.text, row.reason, row.at, tuple(before)))
    return tuple(told)
