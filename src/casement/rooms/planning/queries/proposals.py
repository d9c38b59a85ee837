"""Which dates of a poll are proposed for which meeting, worked out afresh whenever somebody looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils.timezone import localtime

from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Asked, Plan, PlanRow, Poll, PollAnswer, Slot
from casement.rooms.planning.queries.busy import engaged
from casement.rooms.planning.queries.rows import dated
from casement.rooms.planning.rules.forms import template
from casement.rooms.planning.rules.moments import lasting
from casement.rooms.planning.rules.overlapping import Booked, overlap
from casement.rooms.planning.rules.proposing import Answers, Offer, Proposal, Wanted, propose
from casement.rooms.planning.rules.working_back import gap
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import Says

USUAL_MINUTES = 120
USUALLY_NEEDED = (Role.LEAD, Role.TEAM)


@dataclass(frozen=True)
class Person:
    """One person who is asked. `busy` are the dates on which they are at another meeting."""

    key: int
    number: int
    label: str
    agency: str
    answered_at: datetime | None
    reminded_at: datetime | None
    access_needs: str
    interpreter: str
    says: dict[int, Says]
    busy: frozenset[int]


@dataclass(frozen=True)
class For:
    """One meeting that the poll is for."""

    number: int
    key: int
    label: str
    minutes: int
    needs: frozenset[int]
    also: frozenset[int]


@dataclass(frozen=True)
class Polled:
    """A poll with its answers and what they lead to."""

    pk: int
    number: int
    answer_by: datetime
    closed_at: datetime | None
    dates: tuple[tuple[int, datetime], ...]
    people: tuple[Person, ...]
    meetings: tuple[For, ...]
    proposals: tuple[Proposal, ...]


def polled(seat: Seat, number: int) -> Polled:
    """One poll of this review with a date proposed for each of its meetings; NotHere when there is none."""
    poll = (
        Poll.objects.filter(review_id=seat.review, number=number)
        .prefetch_related("slots", Prefetch("rows", PlanRow.objects.filter(dropped_at=None)))
        .first()
    )
    if poll is None:
        raise NotHere
    slots = list(poll.slots.all())
    people = _people(seat, poll, slots)
    meetings = [_for(row, people) for row in sorted(poll.rows.all(), key=lambda row: (row.start_on, row.order))]
    roles = {row.number: row for row in poll.rows.all()}
    answers: Answers = {
        (person.key, slot): Says.NO if slot in person.busy else says
        for person, _ in people
        for slot, says in [*person.says.items(), *((each, Says.NO) for each in person.busy)]
    }
    proposals: tuple[Proposal, ...] = ()
    if poll.closed_at is None and slots:
        proposals = _proposed(seat, [(one, roles[one.number]) for one in meetings], slots, answers)
    return Polled(
        poll.pk,
        poll.number,
        poll.answer_by,  # type: ignore[arg-type]
        poll.closed_at,
        tuple((slot.pk, slot.starts_at) for slot in slots),
        tuple(person for person, _ in people),
        tuple(meetings),
        proposals,
    )


def _people(seat: Seat, poll: Poll, slots: Sequence[Slot]) -> list[tuple[Person, str]]:
    """Who is asked, with their role, in the order of their places."""
    rows = (
        Asked.objects.filter(poll=poll, participation__ended_at=None)
        .select_related("participation", "participation__agency")
        .prefetch_related(Prefetch("answers", PollAnswer.objects.all()))
        .order_by("participation__number")
    )
    asked = list(rows)
    taken: dict[int, set[int]] = {}
    if slots and poll.closed_at is None:
        for each in engaged(seat.review, [one.participation_id for one in asked], slots[0].starts_at):
            for slot in slots:
                shown = Booked(0, slot.starts_at, lasting(slot.starts_at, USUAL_MINUTES))
                if overlap(shown, each.booked):
                    taken.setdefault(each.place, set()).add(slot.pk)
    return [
        (
            Person(
                one.participation_id,
                one.participation.number,
                one.participation.role_label,
                one.participation.agency.name if one.participation.agency else "",
                one.answered_at,
                one.reminded_at,
                one.access_needs,
                one.interpreter,
                {answer.slot_id: Says(answer.says) for answer in one.answers.all()},
                frozenset(taken.get(one.participation_id, ())),
            ),
            one.participation.role,
        )
        for one in asked
    ]


def _for(row: PlanRow, people: Sequence[tuple[Person, str]]) -> For:
    """Who of those who were asked is needed at a meeting, by what it is; whoever else is asked may miss it."""
    told = template(row.key)
    needs = told.needs if told and told.needs else USUALLY_NEEDED
    needed = frozenset(person.key for person, role in people if role in needs)
    others = frozenset(person.key for person, _ in people) - needed
    if told and told.also:
        others = frozenset(person.key for person, role in people if role in told.also)
    return For(row.number, row.pk, row.label, told.minutes if told else USUAL_MINUTES, needed, others)


def _proposed(
    seat: Seat, meetings: Sequence[tuple[For, PlanRow]], slots: Sequence[Slot], answers: Answers
) -> tuple[Proposal, ...]:
    """Dates counted in working days from the first that is offered, so that the rules need no calendar."""
    plan = Plan.objects.get(review_id=seat.review)
    days = WorkingDays(plan.nation)
    rows = dated(PlanRow.objects.filter(review_id=seat.review))
    first = min([localtime(slots[0].starts_at).date(), *(row.start_on for _, row in meetings)])
    since = {day: days.between(first, day) for day in {localtime(slot.starts_at).date() for slot in slots}}
    wanted, before = [], None
    for one, row in meetings:
        least = gap(rows, before.key, row.key) if before is not None else 0
        wanted.append(
            Wanted(
                one.number, one.needs, one.also, days.between(first, row.start_on), 1 if least is None else least
            )
        )
        before = row
    offers = [Offer(slot.pk, since[localtime(slot.starts_at).date()], place) for place, slot in enumerate(slots)]
    return propose(wanted, offers, answers)
