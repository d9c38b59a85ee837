"""Dates of a poll are taken: the plan moves to them and the meetings are arranged. Nobody is told yet."""

from collections.abc import Mapping

from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now, today
from casement.foundation.refusals import Refused
from casement.rooms.planning.commands.meetings import arrange
from casement.rooms.planning.commands.rows import arranged, edited, give_dates, moves, plan_of, rows_of
from casement.rooms.planning.models import Meeting, Plan, Poll
from casement.rooms.planning.queries.proposals import For, Polled, polled

NOTE = "A date of poll {number} was taken."


@command(Action.PLANNING_PLAN)
def take_dates(seat: Seat, *, number: int, dates: Mapping[int, int], anyway: bool = False) -> Poll:
    """Take dates for some meetings of a poll: `dates` goes from the number of a row to the key of a date.

    The plan moves to them, and each meeting is arranged with those who were asked. The poll is closed once all its
    meetings have a date.
    """
    plan = plan_of(seat)
    told = polled(seat, number)
    if told.closed_at is not None:
        raise Refused("This poll is closed: its dates are chosen.")
    offered, wanted = dict(told.dates), {one.number: one for one in told.meetings}
    if not dates:
        raise Refused("Choose at least one date.", field="dates")
    if not set(dates) <= set(wanted) or not set(dates.values()) <= set(offered):
        raise Refused("Choose among the dates that were offered.", field="dates")
    if len(set(dates.values())) < len(dates):
        raise Refused("Two meetings cannot have the same date. Choose another for one of them.", field="dates")
    people = {person.key: person.number for person in told.people}
    for one in sorted(
        wanted.values(), key=lambda each: offered[dates[each.number]] if each.number in dates else now()
    ):
        if one.number not in dates:
            continue
        _take(seat, plan, told, one, dates[one.number], people, anyway)
    edited(plan)
    poll = Poll.objects.get(pk=told.pk)
    left = [each for each in rows_of(seat) if each.number in wanted]
    if all(each.pk in arranged(left) for each in left):
        poll.closed_at = now()
        poll.save(update_fields=["closed_at"])
    return poll


def _take(
    seat: Seat, plan: Plan, told: Polled, one: For, date: int, people: Mapping[int, int], anyway: bool
) -> None:
    """One meeting gets its date."""
    starts = localtime(dict(told.dates)[date])
    rows = rows_of(seat)
    row = next(each for each in rows if each.number == one.number)
    if arranged([row]):
        raise Refused(f"“{row.label}” is arranged already. Change its date in the plan.", field="dates")
    moved = moves(plan, rows, row, starts.date(), today())
    if moved.reasons:
        raise Refused(" ".join(moved.reasons), field="dates")
    by_key = {each.key: each for each in rows}
    others = arranged(by_key[shift.key] for shift in moved.shifts)
    if others:
        labels = ", ".join(sorted(f"“{each.row.label}”" for each in others.values()))
        raise Refused(f"{labels} would have to move too, and is arranged already. Move it first.", field="dates")
    note = NOTE.format(number=told.number)
    for shift in moved.shifts:
        other = by_key[shift.key]
        give_dates(seat, other, shift.start, shift.end, note, cause=None if other.pk == row.pk else row)
    meeting = Meeting(
        review_id=seat.review, number=next_number(Meeting, seat.review), row=row, by_id=seat.person_id
    )
    needed = [people[key] for key in one.needs] or [people[key] for key in one.also]
    also = [people[key] for key in one.also if people[key] not in needed]
    arrange(seat, meeting, starts.date(), starts.time(), one.minutes, needed, also, "", "", anyway)
