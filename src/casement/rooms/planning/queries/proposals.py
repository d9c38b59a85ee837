"""Which dates of a poll are proposed for which meeting, worked out afresh whenever somebody looks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Subquery
from django.utils.timezone import localtime

from casement.foundation.access import Role, Seat
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Asked, Plan, PlanRow, Poll, Slot
from casement.rooms.planning.queries.busy import engaged
from casement.rooms.planning.queries.rows import dated
from casement.rooms.planning.rules.forms import template
from casement.rooms.planning.rules.moments import lasting
from casement.rooms.planning.rules.moving import Dated
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
    answer_by: date
    closed_at: datetime | None
    dates: tuple[tuple[int, datetime], ...]
    people: tuple[Person, ...]
    meetings: tuple[For, ...]
    proposals: tuple[Proposal, ...]


def polled(seat: Seat, number: int) -> Polled:
    """One poll of this review with a date proposed for each of its meetings; NotHere when there is none."""
    nation = Plan.objects.filter(review=OuterRef("poll__review")).values("nation")[:1]
    asked = list(
        Asked.objects.filter(poll__review_id=seat.review, poll__number=number)
        .select_related("poll", "participation", "participation__agency")
        .annotate(nation=Subquery(nation))
        .order_by("participation__number")
    )
    if not asked:
        raise NotHere
    poll = asked[0].poll
    dates, said = _dates(poll)
    people = _people(seat, [each for each in asked if each.participation.ended_at is None], dates, said)
    mine = Poll.rows.through.objects.filter(poll=poll, planrow=OuterRef("pk"))
    rows = list(PlanRow.objects.filter(review_id=seat.review).annotate(mine=Exists(mine)))
    wanted = [row for row in rows if row.mine and row.dropped_at is None]
    wanted.sort(key=lambda row: (row.start_on, row.order))
    meetings = [_for(row, people) for row in wanted]
    proposals: tuple[Proposal, ...] = ()
    if poll.closed_at is None and dates:
        answers: Answers = {
            (person.key, slot): Says.NO if slot in person.busy else says
            for person, _ in people
            for slot, says in [*person.says.items(), *((each, Says.NO) for each in person.busy)]
        }
        days = WorkingDays(asked[0].nation)
        proposals = _proposed(list(zip(meetings, wanted, strict=True)), dated(rows), days, dates, answers)
    return Polled(
        poll.pk, poll.number, poll.answer_by, poll.closed_at, tuple(dates), tuple(person for person, _ in people),
        tuple(meetings), proposals,
    )  # fmt: skip


def _dates(poll: Poll) -> tuple[list[tuple[int, datetime]], dict[int, dict[int, Says]]]:
    """The dates that are offered, in order, and what each person said to each."""
    rows = Slot.objects.filter(poll=poll).order_by("starts_at")
    starts: dict[int, datetime] = {}
    said: dict[int, dict[int, Says]] = {}
    for key, at, asked, says in rows.values_list("pk", "starts_at", "answers__asked", "answers__says"):
        starts[key] = at
        if asked is not None:
            said.setdefault(asked, {})[key] = Says(says)
    return list(starts.items()), said


def _people(
    seat: Seat, asked: Sequence[Asked], dates: Sequence[tuple[int, datetime]], said: Mapping[int, dict[int, Says]]
) -> list[tuple[Person, str]]:
    """Who is asked, with their role, in the order of their places."""
    taken: dict[int, set[int]] = {}
    if dates and asked:
        places = {one.participation_id: one.participation.person_id for one in asked}
        for each in engaged(seat.review, places, dates[0][1]):
            for slot, starts in dates:
                if overlap(Booked(0, starts, lasting(starts, USUAL_MINUTES)), each.booked):
                    taken.setdefault(each.place, set()).add(slot)
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
                said.get(one.pk, {}),
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
    meetings: Sequence[tuple[For, PlanRow]],
    plan: Sequence[Dated],
    days: WorkingDays,
    dates: Sequence[tuple[int, datetime]],
    answers: Answers,
) -> tuple[Proposal, ...]:
    """Dates counted in working days from the first that is offered, so that the rules need no calendar."""
    on = {key: localtime(starts).date() for key, starts in dates}
    first = min([*on.values(), *(row.start_on for _, row in meetings)])
    since = {day: days.between(first, day) for day in set(on.values())}
    wanted, before = [], ""
    for one, row in meetings:
        least = gap(plan, before, row.key) if before else 0
        far = days.between(first, row.start_on)
        wanted.append(Wanted(one.number, one.needs, one.also, far, 1 if least is None else least))
        before = row.key
    offers = [Offer(key, since[on[key]], place) for place, (key, _) in enumerate(dates)]
    return propose(wanted, offers, answers)
