"""Polls: dates are offered around the plan, people say which suit them, and are reminded if they do not."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils.timezone import get_current_timezone

from casement.foundation import jobs, post
from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now, today
from casement.foundation.private_links import make_link
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning.commands.rows import plan_of
from casement.rooms.planning.models import Asked, Plan, PlanRow, Poll, PollAnswer, Slot
from casement.rooms.planning.queries.reaching import addresses
from casement.rooms.planning.rules.moments import moment
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import MOST_DATES, SAYS_NAMES, RowKind
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.queries import flags_of
from casement.rooms.reviews.models import Participation

MOST_AROUND = 10
REMIND_BEFORE = timedelta(days=2)
REMINDER = "planning.remind_poll"
SUBJECT = "Dates in Casement wait for your answer"
BODY = (
    "Somebody asks which dates suit you. Open this address to say yes, if I must, or no. It takes two minutes:\n\n"
    "{link}\n\nPlease answer by {until}. The address is yours alone. "
    "If you were not expecting this, ring the number on the board's own website.\n"
)
OVER = "This poll is closed: the dates are chosen. Ask the person who sent you the link about them."


@command(Action.PLANNING_PLAN)
def ask_poll(
    seat: Seat,
    *,
    rows: Sequence[int],
    people: Sequence[int],
    times: Sequence[time],
    around: int,
    answer_by: date,
) -> Poll:
    """Offer dates for meetings of the plan, and ask people which suit them.

    Offered are the working days up to `around` before and after each planned day, at each of `times`. People with
    an address get a private link; the others can be asked by hand. They are reminded two days before `answer_by`.
    """
    plan = plan_of(seat)
    refuse_while_held(seat, "meeting")
    lines = _meetings(seat, rows)
    places = list(Participation.objects.filter(review_id=seat.review, number__in=people, ended_at=None))
    if not places or len(places) != len(set(people)):
        raise Refused("Choose people who have a place in this review now.", field="people")
    if not 0 <= around <= MOST_AROUND:
        raise Refused(f"Give a number of working days from 0 to {MOST_AROUND}.", field="around")
    if not times:
        raise Refused("Give at least one time of day.", field="times")
    if answer_by < today():
        raise Refused("This day is over. Choose today or a later day.", field="answer_by")
    dates = _offered(plan, lines, times, around, after=answer_by)
    if not dates:
        raise Refused(
            "No date is left after that day. Let people answer sooner, or offer more days.", field="answer_by"
        )
    if len(dates) > MOST_DATES:
        raise Refused(
            f"These are {len(dates)} dates, and nobody wants to answer more than {MOST_DATES}. Choose "
            "fewer meetings, days or times.",
            field="around",
        )
    poll = Poll.objects.create(
        review_id=seat.review, number=next_number(Poll, seat.review), answer_by=answer_by, by_id=seat.person_id
    )
    poll.rows.set(lines)
    Slot.objects.bulk_create([Slot(poll=poll, starts_at=each) for each in dates])
    asked = [Asked.objects.create(poll=poll, participation=place) for place in places]
    _send(seat, poll, asked)
    at = datetime.combine(answer_by - REMIND_BEFORE, time(9), tzinfo=get_current_timezone())
    if at > now():
        jobs.later(REMINDER, poll.pk, seat=seat, not_before=at)
    return poll


def _meetings(seat: Seat, numbers: Sequence[int]) -> list[PlanRow]:
    """The meetings of the plan with these numbers, in order of their dates."""
    found = list(
        PlanRow.objects.filter(review_id=seat.review, number__in=numbers, kind=RowKind.MEETING, dropped_at=None)
    )
    if not found or len(found) != len(set(numbers)):
        raise Refused("Choose meetings of the plan.", field="rows")
    return found


def _offered(
    plan: Plan, rows: Iterable[PlanRow], times: Sequence[time], around: int, *, after: date
) -> list[datetime]:
    """Every moment to offer, in order. A time that summer time leaves out on a day is left out."""
    days = WorkingDays(plan.nation)
    found: set[datetime] = set()
    for row in rows:
        for away in range(-around, around + 1):
            day = days.add(row.start_on, away) if away else row.start_on
            told = [moment(day, at, get_current_timezone()) for at in times]
            found |= {each for each in told if each is not None and day > after}
    return sorted(found)


def _send(seat: Seat, poll: Poll, asked: Iterable[Asked]) -> int:
    """A private link to each of these who has an address; answers to how many."""
    waiting = list(asked)
    flags = flags_of(each.participation_id for each in waiting)
    reached = addresses(key for key, flag in flags.items() if not flag.stops)
    until = datetime.combine(poll.answer_by + timedelta(days=30), time(23), tzinfo=get_current_timezone())
    for each in waiting:
        if each.participation_id in reached:
            token = make_link(seat, Purpose.POLL, place=each.participation_id, thing=poll.number, until=until)
            link = f"{settings.CASEMENT_ADDRESS}/poll/{token}/"
            told = BODY.format(link=link, until=f"{poll.answer_by.day} {poll.answer_by:%B %Y}")
            post.send(
                reached[each.participation_id], SUBJECT, told, review=seat.review, about=f"poll:{poll.number}"
            )
    return sum(each.participation_id in reached for each in waiting)


@command(Action.PLANNING_PLAN)
def remind_poll(seat: Seat, *, number: int) -> Poll:
    """Send the link again to those who have not answered. Refused when nobody is left, or none has an address."""
    poll = _open(seat, number)
    waiting = list(Asked.objects.filter(poll=poll, answered_at=None, participation__ended_at=None))
    if not waiting:
        raise Refused("Everybody has answered.")
    if not _send(seat, poll, waiting):
        raise Refused("Nobody who has not answered has an address here. Ask them by telephone.")
    Asked.objects.filter(pk__in=[each.pk for each in waiting]).update(reminded_at=now())
    return poll


@command(Action.PLANNING_ANSWER)
def answer_poll(
    seat: Seat, *, number: int, answers: Mapping[int, str], access_needs: str = "", interpreter: str = ""
) -> Asked:
    """Say which dates suit; an earlier answer is replaced. Dates that are not named stay as they were.

    `answers` goes from the key of a date to yes, must or no. Refused when the poll is closed.
    """
    asked = (
        Asked.objects.select_for_update()
        .filter(poll__review_id=seat.review, poll__number=number)
        .filter(participation=seat.standing.participation_id or 0)
        .first()
    )
    if asked is None:
        raise NotHere
    if asked.poll.closed_at is not None:
        raise Refused(OVER)
    offered = set(Slot.objects.filter(poll=asked.poll).values_list("pk", flat=True))
    if not answers or not set(answers) <= offered or not set(answers.values()) <= set(SAYS_NAMES):
        raise Refused("Choose an answer for at least one of the dates.", field="answers")
    for slot, says in answers.items():
        PollAnswer.objects.update_or_create(asked=asked, slot_id=slot, defaults={"says": says})
    asked.answered_at = now()
    asked.access_needs = access_needs.strip()
    asked.interpreter = interpreter.strip()
    asked.save(update_fields=["answered_at", "access_needs", "interpreter"])
    return asked


def _open(seat: Seat, number: int) -> Poll:
    """The poll with this number, or NotHere; Refused when it is closed."""
    poll = Poll.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if poll is None:
        raise NotHere
    if poll.closed_at is not None:
        raise Refused("This poll is closed: its dates are chosen.")
    return poll
