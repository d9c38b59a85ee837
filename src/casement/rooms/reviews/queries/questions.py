"""The window questions now, and each earlier wording with its day, its writer and why it changed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation, WindowQuestion


@dataclass(frozen=True)
class Question:
    """One wording of a window question, with the wordings it replaced, newest first.

    `by` is the role label of the writer; `reason` says why it was asked, or why it replaced the one before.
    """

    number: int
    text: str
    reason: str
    at: datetime
    by: str = ""
    earlier: tuple["Question", ...] = ()

    @property
    def first_asked(self) -> datetime:
        """When its first wording was written."""
        return self.earlier[-1].at if self.earlier else self.at


def questions(seat: Seat) -> tuple[Question, ...]:
    """The questions as they stand, in the order first asked."""
    writer = Participation.objects.filter(review=OuterRef("review"), person=OuterRef("by")).order_by("-number")
    found = WindowQuestion.objects.filter(review_id=seat.review).order_by("number")
    rows = {row.pk: row for row in found.annotate(label=Subquery(writer.values("role_label")[:1]))}
    replaced = {row.replaces_id for row in rows.values()}
    told: list[tuple[int, Question]] = []
    for row in rows.values():
        if row.pk in replaced:
            continue
        before: list[Question] = []
        earlier = rows.get(row.replaces_id or 0)
        while earlier is not None:
            before.append(_wording(earlier))
            earlier = rows.get(earlier.replaces_id or 0)
        first = before[-1].number if before else row.number
        told.append((first, _wording(row, tuple(before))))
    return tuple(question for _, question in sorted(told, key=lambda pair: pair[0]))


def question(seat: Seat, number: int) -> Question:
    """The question whose present wording has this number; NotHere when there is none."""
    for each in questions(seat):
        if each.number == number:
            return each
    raise NotHere


def _wording(row: WindowQuestion, earlier: tuple[Question, ...] = ()) -> Question:
    label: str = getattr(row, "label", None) or ""
    return Question(row.number, row.text, row.reason, row.at, label, earlier)
