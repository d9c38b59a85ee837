"""The plan with its rows, their slack and history, and what would move if one did."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import DateMove, Invitee, Meeting, Plan, PlanRow
from casement.rooms.planning.queries.rows import dated
from casement.rooms.planning.rules.moving import Dated, Moves, what_moves
from casement.rooms.planning.rules.working_back import Span, slack
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.reviews.rules.processes import Process

BACK, ON = timedelta(days=-7), timedelta(days=7)


@dataclass(frozen=True)
class RowLine:
    """One row of the plan. `slack` is how many working days it may come later without moving another row."""

    number: int
    key: str
    kind: str
    step: str
    label: str
    start: date
    end: date
    slack: int | None
    slack_until: date | None
    meeting: int | None
    moved: bool
    over: bool


@dataclass(frozen=True)
class PlanView:
    """The plan of a review."""

    nation: str
    form: str
    kind: str
    begins: date
    target: date
    edition: int
    changed_form: bool
    rows: tuple[RowLine, ...]
    left_out: tuple[tuple[int, str], ...]
    chain: tuple[Dated, ...]

    @property
    def ends(self) -> date:
        """The last day of the plan as it stands, what comes after the board's day with it."""
        return max([self.target, *(row.end for row in self.rows)])

    @property
    def late(self) -> date | None:
        """When the report goes to the board, if that is after the target."""
        board = next((row for row in self.rows if row.key == "board"), None)
        return board.start if board and board.start > self.target else None


@dataclass(frozen=True)
class MoveLine:
    """One date a row was given. `cause` is the label of another row that was moved."""

    start: date
    end: date
    cause: str
    by: str
    at: datetime
    note: str


@dataclass(frozen=True)
class RowView:
    """One row with its history, and, where a day was asked about, what would move.

    `told` is how many invitations to what would move have gone out.
    """

    line: RowLine
    history: tuple[MoveLine, ...]
    edition: int
    target: date
    asked: date | None
    moves: Moves | None
    meetings: dict[str, int]
    told: int
    earlier: date
    later: date
    left_out: bool


def plan(seat: Seat) -> PlanView | None:
    """The plan, or None when there is none yet."""
    found = Plan.objects.filter(review_id=seat.review).select_related("review").first()
    if found is None:
        return None
    rows = list(_rows(seat))
    days = WorkingDays(found.nation)
    chain = dated(rows)
    room = slack(chain, {row.key: Span(row.start_on, row.end_on) for row in rows if not row.dropped_at}, days)
    told = sorted((row for row in rows if row.dropped_at is None), key=lambda row: (row.start_on, row.order))
    return PlanView(
        found.nation,
        found.form,
        found.review.kind,
        found.begins,
        found.target,
        found.edition,
        found.review.variant != found.form,
        tuple(_line(row, room, days) for row in told),
        tuple((row.number, row.label) for row in rows if row.dropped_at is not None),
        tuple(chain),
    )


def _rows(seat: Seat) -> Any:
    """The rows of the plan in its order, each with its meeting and how many dates it has had."""
    held = Meeting.objects.filter(row=OuterRef("pk"), cancelled_at=None)
    told = Invitee.objects.filter(meeting__row=OuterRef("pk"), meeting__cancelled_at=None, ended_at=None)
    sent = told.exclude(sent_sequence=None).order_by().values("meeting__row").annotate(n=Count("pk")).values("n")
    return (
        PlanRow.objects.filter(review_id=seat.review)
        .annotate(
            dates=Count("moves"),
            meeting_number=Subquery(held.values("number")[:1]),
            told=Coalesce(Subquery(sent), 0),
        )
        .order_by("order", "number")
    )


def _line(row: Any, room: dict[str, int | None], days: WorkingDays) -> RowLine:
    left = room.get(row.key)
    return RowLine(
        row.number,
        row.key,
        row.kind,
        row.step,
        row.label,
        row.start_on,
        row.end_on,
        left,
        days.add(row.end_on, left) if left else None,
        row.meeting_number,
        row.dates > 1,
        row.end_on < today(),
    )


def row(seat: Seat, number: int, asked: date | None = None) -> RowView:
    """One row of the plan, and what would move if it were on the day `asked`; NotHere when there is no such row."""
    found = Plan.objects.filter(review_id=seat.review).first()
    rows = list(_rows(seat))
    mine = next((each for each in rows if each.number == number), None)
    if found is None or mine is None:
        raise NotHere
    days = WorkingDays(found.nation)
    chain = dated(rows)
    room = slack(chain, {each.key: Span(each.start, each.end) for each in chain}, days)
    moves = None
    if asked is not None and mine.dropped_at is None:
        moves = what_moves(chain, mine.key, asked, days, today())
    moving = {shift.key for shift in moves.shifts} if moves else set()
    return RowView(
        _line(mine, room, days),
        _history(seat, mine),
        found.edition,
        found.target,
        asked,
        moves,
        {each.key: each.meeting_number for each in rows if each.meeting_number},
        sum(each.told for each in rows if each.key in moving),
        days.on_or_before(mine.start_on + BACK),
        days.on_or_after(mine.start_on + ON),
        mine.dropped_at is not None,
    )


def _history(seat: Seat, row: PlanRow) -> tuple[MoveLine, ...]:
    places = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("-number")
    rows = DateMove.objects.filter(row=row).select_related("cause").order_by("-pk")
    rows = rows.annotate(label=Subquery(places.values("role_label")[:1]))
    return tuple(
        MoveLine(
            each.start_on, each.end_on, each.cause.label if each.cause else "", each.label or "",
            each.at, each.note,
        )
        for each in rows
    )  # fmt: skip


def way_of(seat: Seat) -> Process:
    """The process as this review takes it, for a first plan and for lines of one's own."""
    return Review.objects.get(pk=seat.review).way
