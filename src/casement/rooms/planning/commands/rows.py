"""What the commands of the plan share: the plan, its rows as the rules see them, and giving a row its dates."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from casement.foundation.access import Seat
from casement.foundation.changes import wait_in_line
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning.models import DateMove, Meeting, Plan, PlanRow
from casement.rooms.planning.queries.rows import dated
from casement.rooms.planning.rules.moments import lasting, moment
from casement.rooms.planning.rules.moving import Moves, what_moves
from casement.rooms.planning.rules.working_days import WorkingDays

NO_PLAN = "There is no plan yet. Set a target date first."
NOT_THEN = "On this day the clocks go forward over this time. Choose another."


def plan_of(seat: Seat) -> Plan:
    """The plan, once whoever is at work in it has finished; Refused when there is none. Call inside a command."""
    wait_in_line(seat.review)
    plan = Plan.objects.filter(review_id=seat.review).first()
    if plan is None:
        raise Refused(NO_PLAN)
    return plan


def rows_of(seat: Seat) -> list[PlanRow]:
    """Every row of the plan in its order, those left out too."""
    return list(PlanRow.objects.filter(review_id=seat.review).order_by("order", "number"))


def row_numbered(seat: Seat, number: int) -> PlanRow:
    """The row with this number in this review, or NotHere; call inside a command."""
    row = PlanRow.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return row


def moves(plan: Plan, rows: Iterable[PlanRow], row: PlanRow, start: date, today: date) -> Moves:
    """What moves when a row does."""
    return what_moves(dated(rows), row.key, start, WorkingDays(plan.nation), today)


def give_dates(
    seat: Seat, row: PlanRow, start: date, end: date, note: str, *, cause: PlanRow | None = None
) -> DateMove:
    """Write down the new dates of a row; call inside a command."""
    row.start_on, row.end_on = start, end
    row.save(update_fields=["start_on", "end_on"])
    return DateMove.objects.create(
        row=row, start_on=start, end_on=end, cause=cause, by_id=seat.person_id, note=note.strip()
    )


def arranged(rows: Iterable[PlanRow]) -> dict[int, Meeting]:
    """The meetings that are arranged for these rows, by the row's key in the database."""
    found = Meeting.objects.filter(row__in=list(rows), cancelled_at=None).select_related("row")
    return {each.row_id: each for each in found}


def at_time(day: date, at: time, minutes: int, *, held: bool = False) -> tuple[datetime, datetime]:
    """From when to when a meeting is. Refused when clocks jump over its beginning, and on a day that is over unless
    it may be one that was `held` already.
    """
    starts = moment(day, at, get_current_timezone())
    if starts is None:
        raise Refused(NOT_THEN, field="at")
    if not held and starts < now() - timedelta(days=1):
        raise Refused("This day is over. Move the meeting in the plan first.", field="at")
    return starts, lasting(starts, minutes)


def edited(plan: Plan) -> None:
    """Note that dates have changed, so that nobody moves what they did not see."""
    plan.edition += 1
    plan.save(update_fields=["edition"])
