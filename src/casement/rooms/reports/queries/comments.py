"""Comments on follow-on reports, narrowed to what a seat may see: one's own and those told to the group, or all.

Leads see the role of every writer. The team sees it too unless its writer wished otherwise, and so does the group.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, Value

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Episode, Finding
from casement.rooms.reports.models import Comment, CommentAnswer, CommentBearing, Issued
from casement.rooms.reports.queries.of_rigour import label_of
from casement.rooms.reports.rules.telling.follow_on import GONE
from casement.rooms.reports.vocabulary import (
    BEARING_NAMES,
    COMMENT_NAMES,
    COMMENT_SAYS,
    DISPOSITION_NAMES,
    FOLLOW_ON,
    FOLLOW_ON_NUMBER,
    GROUP_MEMBER,
)


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
    """The comments on a report, or one of them, or those on one edition, by paragraph; at most three queries."""
    far = reach(seat.standing, Subject.COMMENTS, Verb.READ)
    if report not in FOLLOW_ON or not far:
        raise NotHere
    rows = Comment.objects.filter(
        review_id=seat.review, issued__report__kind=FOLLOW_ON[report], taken_back_at=None
    ).select_related("issued", "issued__report", "participation").defer("issued__tree")  # fmt: skip
    everything = Reach.ALL in far
    if not everything:
        own = Q(by_id=seat.person_id)
        reads = reach(seat.standing, Subject.FOLLOW_ON, Verb.READ)
        rows = rows.filter(own | Q(told_at__isnull=False) if reads else own)
    if number is not None:
        rows = rows.filter(number=number)
    if issued is not None:
        rows = rows.filter(issued=issued)
    found = list(rows.order_by("issued__number", "paragraph", "number"))
    if not found:
        return ()
    answers: dict[int, list[CommentAnswer]] = {}
    rows_of = CommentAnswer.objects.filter(comment__in=found).annotate(who=label_of(seat, "by_id"))
    for one in rows_of.order_by("pk"):
        answers.setdefault(one.comment_id, []).append(one)
    ties: dict[int, dict[tuple[str, int], Tie]] = {}
    if everything:
        for tie in CommentBearing.objects.filter(comment__in=found).order_by("pk"):
            ties.setdefault(tie.comment_id, {})[tie.owner, tie.about] = Tie(
                tie.owner, tie.about, tie.status, tie.note
            )
    return tuple(
        said_from(seat, row, answers.get(row.pk, []), tuple(ties.get(row.pk, {}).values())) for row in found
    )


def said_from(seat: Seat, row: Comment, answers: list[CommentAnswer], ties: tuple[Tie, ...]) -> Said:
    """One comment as this seat may see it."""
    everything = Reach.ALL in reach(seat.standing, Subject.COMMENTS, Verb.READ)
    told = [
        Answer(one.disposition, one.text, one.stands, getattr(one, "who", None) or "Somebody", one.at, one.beside)
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


@dataclass(frozen=True)
class Amounts:
    """How many comments came on a report, and how many wait for an answer."""

    all: int
    waiting: int


def amounts(seat: Seat, report: int) -> Amounts:
    """How many comments there are and wait; for those who may read all of them."""
    if Reach.ALL not in reach(seat.standing, Subject.COMMENTS, Verb.READ):
        raise NotHere
    answered = CommentAnswer.objects.filter(comment=OuterRef("pk"), beside=False)
    rows = Comment.objects.filter(
        review_id=seat.review, issued__report__kind=FOLLOW_ON[report], taken_back_at=None
    ).annotate(done=Exists(answered))  # fmt: skip
    found = rows.aggregate(all=Count("pk"), waiting=Count("pk", filter=Q(done=False)))
    return Amounts(**found)


def places_of(seat: Seat) -> tuple[tuple[str, str], ...]:
    """The episodes and findings a comment may concern, as choices; for those who may see the analysis."""
    if not reach(seat.standing, Subject.WORKING, Verb.READ):
        return ()
    episodes = Episode.objects.filter(review_id=seat.review).exclude(state="rejected").order_by()
    findings = Finding.objects.filter(review_id=seat.review).exclude(state__in=GONE).order_by()
    told = episodes.annotate(of=Value("episode")).values_list("of", "number", "title").union(
        findings.annotate(of=Value("finding")).values_list("of", "number", "title"), all=True
    )  # fmt: skip
    return tuple((f"{of} {number}", f"{of.capitalize()} {number}: {title}") for of, number, title in sorted(told))


def comment(seat: Seat, report: int, number: int) -> Said:
    """One comment. NotHere when this seat may not see it."""
    for one in comments(seat, report, number=number):
        return one
    raise NotHere


def comments_with(seat: Seat, words: str) -> tuple[str, ...]:
    """Comments whose text holds these words, for somebody who may read all of them."""
    if Reach.ALL not in reach(seat.standing, Subject.COMMENTS, Verb.READ):
        return ()
    rows = Comment.objects.filter(review_id=seat.review, text__icontains=" ".join(words.split())).order_by("number")
    return tuple(f"comment {number} on a follow-on report" for number in rows.values_list("number", flat=True))
