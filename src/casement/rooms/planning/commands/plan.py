"""The plan: worked back from a target, moved date by date, with rows added, left out and taken up again."""

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now, today
from casement.foundation.refusals import Refused
from casement.foundation.saying import at_most
from casement.rooms.planning.commands.meetings import follow_row
from casement.rooms.planning.commands.rows import (
    arranged,
    edited,
    give_dates,
    moves,
    plan_of,
    row_numbered,
    rows_of,
)
from casement.rooms.planning.models import DateMove, Plan, PlanRow
from casement.rooms.planning.rules.forms import Template, afterwards, templates
from casement.rooms.planning.rules.moving import spoken
from casement.rooms.planning.rules.working_back import Span, TooShort, place_on, work_back
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import NATION_NAMES, ROW_NAMES, RowKind
from casement.rooms.reviews.models import Review
from casement.rooms.reviews.rules.processes import process

LONGEST = 60
CHANGED = "Somebody changed the plan after you looked at it. Look again at what would move."


@command(Action.PLANNING_PLAN)
def make_plan(seat: Seat, *, nation: str, target: date, begins: date | None = None, note: str = "") -> Plan:
    """Work the dates of every row back from the day the report goes to the board; steps that are over are left out.
    What comes after that day is placed on from it.

    Where there is a plan already its rows get new dates, each with its history. Refused when there is not enough
    time, and when a meeting is arranged: its date was agreed with people, so it is moved by itself.
    """
    review = Review.objects.select_for_update().get(pk=seat.review)
    begins = begins or today()
    if nation not in NATION_NAMES:
        raise Refused("Choose the nation whose clocks and holidays count.", field="nation")
    days = WorkingDays(nation)
    if no := days.why_not(target):
        near = f"{spoken(days.on_or_before(target))} or {spoken(days.on_or_after(target))}"
        raise Refused(f"{spoken(target)} is {no}. Choose {near}.", field="target")
    if begins < today():
        raise Refused("The plan cannot begin on a day that is over.", field="begins")
    if target <= begins:
        raise Refused("The target has to be after the plan begins.", field="target")
    without = _without(review)
    rows = templates(review.variant, without)
    if not rows:
        raise Refused("The report is with the board already, so there is nothing to work back.")
    there = {row.key: row for row in PlanRow.objects.filter(review=review)}
    if meetings := arranged(there.values()):
        labels = ", ".join(sorted(f"“{each.row.label}”" for each in meetings.values()))
        raise Refused(f"These are arranged already: {labels}. Move dates one by one, or cancel them first.")
    spans = work_back(rows, target, begins, days)
    if isinstance(spans, TooShort):
        raise Refused(
            f"This form of the review needs at least {spans.needed} working days, and there are {spans.there}. "
            f"The first day that leaves enough is {spoken(spans.earliest)}.",
            field="target",
        )
    on = place_on(afterwards(without), spans, days)
    spans, rows = spans | on, (*rows, *(one for one in afterwards(without) if one.key in on))
    plan, _ = Plan.objects.update_or_create(
        review=review,
        defaults={"nation": nation, "form": review.variant, "begins": begins, "target": target,
                  "by_id": seat.person_id, "at": now()},
    )  # fmt: skip
    for place, row in enumerate(rows):
        _put(seat, there.get(row.key), row, spans[row.key], place, note)
    kept = {row.key for row in rows}
    for key, old in there.items():
        if key not in kept and not key.startswith("own_") and old.dropped_at is None:
            old.dropped_at = now()
            old.save(update_fields=["dropped_at"])
    edited(plan)
    return plan


def _without(review: Review) -> tuple[str, ...]:
    """The steps that are no part of this form, and those the review has left behind."""
    way = review.way
    keys = [step.key for step in way.steps]
    return tuple(key for key in keys if not way.has(key) or keys.index(key) < keys.index(review.step))


def _put(seat: Seat, row: PlanRow | None, told: Template, span: Span, place: int, note: str) -> None:
    """A row with its first dates, or with new ones."""
    facts = {"step": told.step, "label": told.label, "length": told.length, "wait": told.wait,
             "after": list(told.after), "order": place * 10, "dropped_at": None}  # fmt: skip
    if row is None:
        row = PlanRow.objects.create(
            review_id=seat.review,
            number=next_number(PlanRow, seat.review),
            key=told.key,
            kind=told.kind,
            start_on=span.start,
            end_on=span.end,
            **facts,
        )
    else:
        PlanRow.objects.filter(pk=row.pk).update(**facts)
        if (row.start_on, row.end_on) == (span.start, span.end):
            return
    give_dates(seat, row, span.start, span.end, note or "Worked back from the target.")


@command(Action.PLANNING_PLAN)
def move_row(seat: Seat, *, number: int, to: date, note: str = "", edition: int | None = None) -> DateMove:
    """Move one row, and with it whatever must move; people who are invited are told of a new date.

    `edition` is that of the plan when it was looked at; refused when it has changed since.
    """
    plan = plan_of(seat)
    row = row_numbered(seat, number)
    if row.dropped_at is not None:
        raise Refused("This line is left out of the plan. Take it up again first.", field="to")
    if edition is not None and edition != plan.edition:
        raise Refused(CHANGED, field="to")
    rows = rows_of(seat)
    told = moves(plan, rows, row, to, today())
    if told.reasons:
        raise Refused(" ".join(told.reasons), field="to")
    if not told.shifts:
        raise Refused("It is on this day already. Choose another day.", field="to")
    by_key = {each.key: each for each in rows}
    made: DateMove | None = None
    meetings = arranged(by_key[shift.key] for shift in told.shifts)
    for shift in told.shifts:
        other = by_key[shift.key]
        cause = None if shift.key == row.key else row
        move = give_dates(seat, other, shift.start, shift.end, note, cause=cause)
        made = move if cause is None else made
        if meeting := meetings.get(other.pk):
            follow_row(seat, meeting, shift.start)
    edited(plan)
    assert made is not None
    return made


@command(Action.PLANNING_PLAN)
def switch_row(seat: Seat, *, number: int, note: str = "") -> PlanRow:
    """Leave a row out of the plan, or take it up again. What follows it then waits for what it followed."""
    plan = plan_of(seat)
    row = row_numbered(seat, number)
    if row.dropped_at is None and arranged([row]):
        raise Refused("This meeting is arranged. Cancel it first.")
    leaves = row.dropped_at is None
    row.dropped_at = now() if leaves else None
    row.save(update_fields=["dropped_at"])
    said = "Left out of the plan." if leaves else "Taken up again."
    give_dates(seat, row, row.start_on, row.end_on, f"{said} {note}".strip())
    edited(plan)
    return row


@command(Action.PLANNING_PLAN)
def add_row(seat: Seat, *, kind: str, step: str, label: str, on: date, length: int = 1) -> PlanRow:
    """Add a line of one's own, such as a second follow-on meeting. It waits for nothing, and nothing for it.

    A meeting may have been held already, so that what was noted has a place; nothing else lies in the past.
    """
    plan = plan_of(seat)
    if kind not in ROW_NAMES:
        raise Refused("Choose what it is.", field="kind")
    if step not in {each.key for each in process(plan.form).steps}:
        raise Refused("Choose the step it belongs to.", field="step")
    label = at_most(" ".join(label.split()), 120, field="label")
    if not label:
        raise Refused("Give it a name, such as “Follow-on meeting 1, second group”.", field="label")
    days = WorkingDays(plan.nation)
    if no := days.why_not(on):
        raise Refused(f"{spoken(on)} is {no}. Choose a working day.", field="on")
    if on < today() and kind != RowKind.MEETING:
        raise Refused("This day is over. Choose today or a later day.", field="on")
    if not 1 <= length <= LONGEST:
        raise Refused(f"Give a number of working days from 1 to {LONGEST}.", field="length")
    number = next_number(PlanRow, seat.review)
    length = 1 if kind == RowKind.MEETING else length
    end = days.add(on, length - 1) if length > 1 else on
    row = PlanRow.objects.create(
        review_id=seat.review, number=number, key=f"own_{number}", kind=kind, step=step, label=label,
        length=length, order=1000 + number, start_on=on, end_on=end,
    )  # fmt: skip
    give_dates(seat, row, on, end, "Added by hand.")
    edited(plan)
    return row
