"""What waits for somebody because of follow-on reports, for pages that show several reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, When

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.clock import today
from casement.foundation.models import LedgerEntry
from casement.foundation.waiting import Rows, Waiting, rows_of
from casement.rooms.reports.models import Comment, CommentAnswer, Issued
from casement.rooms.reports.queries.issued import READ_KIND
from casement.rooms.reports.vocabulary import FOLLOW_ON, FOLLOW_ON_NUMBER

COMMENTS = "comments"


@dataclass(frozen=True)
class ToRead:
    """A report that is open to somebody, and whether they have opened it."""

    report: int
    comments_by: date
    until: date
    opened: bool


@dataclass
class Needs:
    """Comments without an answer, by report; and what is open to read."""

    unanswered: dict[int, int] = field(default_factory=dict)
    to_read: list[ToRead] = field(default_factory=list)


def comments_waiting(seats: Sequence[Seat]) -> list[Rows]:
    """Comments that wait for an answer, as rows for `comments_from`, for those who write follow-on reports."""
    writers = [one.review for one in seats if reach(one.standing, Subject.FOLLOW_ON, Verb.WRITE)]
    if not writers:
        return []
    answered = CommentAnswer.objects.filter(comment=OuterRef("pk"), beside=False)
    waiting = Comment.objects.filter(~Exists(answered), review_id__in=writers, taken_back_at=None)
    counted = waiting.order_by().values("review_id", "issued__report__kind").annotate(n=Count("pk"))
    return [rows_of(counted, COMMENTS, review="review_id", number="n", words="issued__report__kind")]


def comments_from(told: Iterable[Waiting]) -> Needs:
    """What waits for an answer in one review, of everything that was told of it."""
    return Needs({FOLLOW_ON_NUMBER[one.words]: one.number for one in told if one.kind == COMMENTS})


def reports_to_read(seats: Sequence[Seat]) -> dict[int, Needs]:
    """What is open to those who are asked to read and comment, by review; one query, of seats of one person."""
    told: dict[int, Needs] = {}
    readers = [
        one
        for one in seats
        if Reach.OWN in reach(one.standing, Subject.COMMENTS, Verb.READ)
        and reach(one.standing, Subject.FOLLOW_ON, Verb.READ)
    ]
    if readers:
        number = Case(
            *(When(report__kind=kind, then=at) for at, kind in FOLLOW_ON.items()), output_field=IntegerField()
        )
        seen = LedgerEntry.objects.filter(
            review_id=OuterRef("report__review_id"), person_id=readers[0].person_id, action=Action.FOLLOW_ON_READ,
            outcome="seen", kind=READ_KIND, number=OuterRef("of"), at__gte=OuterRef("at"),
        )  # fmt: skip
        rows = Issued.objects.filter(
            report__review_id__in=[one.review for one in readers], ended_at=None, until__gte=today()
        ).annotate(of=number).annotate(opened=Exists(seen))  # fmt: skip
        columns = ("report__review_id", "of", "comments_by", "until", "opened")
        for review, at, by, until, opened in rows.order_by("of").values_list(*columns):
            told.setdefault(review, Needs()).to_read.append(ToRead(at, by, until, opened))
    return told
