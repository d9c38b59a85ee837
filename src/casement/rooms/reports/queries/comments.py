"""Comments on follow-on reports, narrowed to what a seat may see: one's own and those told to the group, or all.

Leads see the role of every writer. The team sees it too unless its writer wished otherwise, and so does the group.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.reports.models import Comment, CommentAnswer, CommentBearing, Issued
from casement.rooms.reports.vocabulary import (
    BEARING_NAMES,
    COMMENT_NAMES,
    COMMENT_SAYS,
    DISPOSITION_NAMES,
    FOLLOW_ON,
    FOLLOW_ON_NUMBER,
    GROUP_MEMBER,
)
from casement.rooms.reviews.queries.gates import labels_of


@dataclass(frozen=True)
class Answer:
    """What was done with a comment, by whom as a role label; `beside` came second and does not stand."""

    disposition: str
    text: str
    stands: bool
    by: str
    at: datetime
    beside: bool = False

    @property
    def did(self) -> str:
        """What was done, in words."""
        return DISPOSITION_NAMES[self.disposition]


@dataclass(frozen=True)
class Tie:
    """The episode or finding a comment concerns, and what the team makes of it there."""

    owner: str
    about: int
    status: str
    note: str

    @property
    def words(self) -> str:
        """What it is to us, in words."""
        return BEARING_NAMES[self.status]

    @property
    def place(self) -> str:
        """What it concerns, in words."""
        return f"{self.owner.capitalize()} {self.about}"


@dataclass(frozen=True)
class Said:
    """One comment as a seat may see it. `answers` holds those that stood, the last of them stands now."""

    number: int
    report: int
    edition: int
    paragraph: int
    kind: str
    text: str
    by: str
    anonymous: bool
    late: bool
    at: datetime
    mine: bool
    told: bool
    answers: tuple[Answer, ...] = ()
    beside: tuple[Answer, ...] = ()
    ties: tuple[Tie, ...] = field(default=())

    @property
    def answer(self) -> Answer | None:
        """What stands."""
        return self.answers[-1] if self.answers else None

    @property
    def kind_name(self) -> str:
        """What kind it is, for the team."""
        return COMMENT_NAMES[self.kind]

    @property
    def kind_says(self) -> str:
        """What kind it is, as its writer chose it."""
        return COMMENT_SAYS[self.kind]

    @property
    def place(self) -> str:
        """Which paragraph, in words."""
        return f"Paragraph {self.paragraph}" if self.paragraph else "The whole report"


def comments(
    seat: Seat, report: int, *, number: int | None = None, issued: Issued | None = None
) -> tuple[Said, ...]:
    """The comments on a report, or one of them, or those on one edition, by paragraph; at most four queries."""
    far = reach(seat.standing, Subject.COMMENTS, Verb.READ)
    if report not in FOLLOW_ON or not far:
        raise NotHere
    rows = Comment.objects.filter(
        review_id=seat.review, issued__report__kind=FOLLOW_ON[report], taken_back_at=None
    ).select_related("issued", "issued__report", "participation").defer("issued__tree")  # fmt: skip
    everything = Reach.ALL in far
    if not everything:
        rows = rows.filter(Q(by_id=seat.person_id) | Q(told_at__isnull=False))
    if number is not None:
        rows = rows.filter(number=number)
    if issued is not None:
        rows = rows.filter(issued=issued)
    found = list(rows.order_by("issued__number", "paragraph", "number"))
    if not found:
        return ()
    labels = labels_of(seat.review)
    answers: dict[int, list[CommentAnswer]] = {}
    for one in CommentAnswer.objects.filter(comment__in=found).order_by("pk"):
        answers.setdefault(one.comment_id, []).append(one)
    ties: dict[int, dict[tuple[str, int], Tie]] = {}
    if everything:
        for tie in CommentBearing.objects.filter(comment__in=found).order_by("pk"):
            ties.setdefault(tie.comment_id, {})[tie.owner, tie.about] = Tie(
                tie.owner, tie.about, tie.status, tie.note
            )
    return tuple(
        said_from(seat, row, answers.get(row.pk, []), tuple(ties.get(row.pk, {}).values()), labels) for row in found
    )


def said_from(
    seat: Seat, row: Comment, answers: list[CommentAnswer], ties: tuple[Tie, ...], labels: dict[int, str]
) -> Said:
    """One comment as this seat may see it."""
    everything = Reach.ALL in reach(seat.standing, Subject.COMMENTS, Verb.READ)
    told = [
        Answer(one.disposition, one.text, one.stands, labels.get(one.by_id, "Somebody"), one.at, one.beside)
        for one in answers
    ]
    return Said(
        number=row.number,
        report=FOLLOW_ON_NUMBER[row.issued.report.kind],
        edition=row.issued.number,
        paragraph=row.paragraph,
        kind=row.kind,
        text=row.text,
        by=writer_of(seat, row),
        anonymous=row.anonymous,
        late=row.late,
        at=row.at,
        mine=row.by_id == seat.person_id,
        told=row.told_at is not None,
        answers=tuple(one for one in told if not one.beside),
        beside=tuple(one for one in told if one.beside) if everything else (),
        ties=ties,
    )


def writer_of(seat: Seat, row: Comment) -> str:
    """Who wrote a comment, as far as this seat may know."""
    if row.by_id == seat.person_id:
        return "You"
    if row.anonymous and seat.standing.role is not Role.LEAD:
        return GROUP_MEMBER
    return row.participation.role_label


def comment(seat: Seat, report: int, number: int) -> Said:
    """One comment. NotHere when this seat may not see it."""
    for one in comments(seat, report, number=number):
        return one
    raise NotHere


def comments_with(seat: Seat, words: str) -> tuple[str, ...]:
    """Comments whose text holds these words, for somebody who may read all of them."""
    if Reach.ALL not in reach(seat.standing, Subject.COMMENTS, Verb.READ):
        return ()
    rows = Comment.objects.filter(review_id=seat.review, text__icontains=words).order_by("number")
    return tuple(f"comment {number} on a follow-on report" for number in rows.values_list("number", flat=True))
