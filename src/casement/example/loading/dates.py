"""The dates of the example: a plan for what is to come, a poll that people are answering, a meeting, pairs."""

from datetime import time

from casement.example.loading.places import Places
from casement.example.loading.requests import back
from casement.example.whole import Case
from casement.foundation.access import Role, Seat
from casement.rooms.planning import commands, queries
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.planning.vocabulary import Nation, Says

AHEAD = 84  # days until the report should go to the board


def plan_ahead(case: Case, places: Places, seat: Seat) -> None:
    """Everything about dates. Nobody of the example is written to but by the queue of the installation."""
    target = WorkingDays(Nation.ENGLAND).on_or_after(back(-AHEAD))
    commands.make_plan(seat, nation=Nation.ENGLAND, target=target, note="Agreed with the board’s business manager.")
    commands.start_clock(seat, key="records", began_on=back(21), note="Counted from the letters to the agencies.")
    commands.accept_pairs(seat)
    plan = queries.plan(seat)
    assert plan is not None
    rows = {row.key: row.number for row in plan.rows}
    numbers = _numbers(case, places)
    poll = commands.ask_poll(
        seat,
        rows=[rows["follow_on_2"]],
        people=[*numbers[Role.LEAD], *numbers[Role.TEAM]],
        times=[time(10), time(14)],
        around=1,
        answer_by=back(-6),
    )
    _answer(case, places, poll.number)
    commands.arrange_meeting(
        seat,
        row=rows["board"],
        at=time(14),
        minutes=90,
        needed=numbers[Role.LEAD],
        also=[*numbers.get(Role.ACCOUNTABLE, []), *numbers.get(Role.BUSINESS, [])],
        place="Committee room 2, Civic Centre",
    )


def _numbers(case: Case, places: Places) -> dict[Role, list[int]]:
    """The numbers of the places of each role."""
    told: dict[Role, list[int]] = {}
    for part in case.review.participations:
        told.setdefault(Role(part.role), []).append(places.people[part.key])
    return told


def _answer(case: Case, places: Places, number: int) -> None:
    """Those who can sign in answer, each a little differently; the others have not answered yet."""
    for turn, part in enumerate(case.review.participations):
        if part.role not in (Role.LEAD, Role.TEAM) or part.key not in places.seats:
            continue
        mine = places.seats[part.key]
        dates = queries.my_poll(mine, number).dates
        said = {
            key: (Says.YES, Says.MUST, Says.NO)[(place + turn) % 4 % 3] for place, (key, _, _) in enumerate(dates)
        }
        commands.answer_poll(mine, number=number, answers=said)
