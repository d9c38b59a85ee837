"""A plan, a poll and a meeting, made through the commands, far enough ahead that every form of review has time."""

import datetime
import re
from datetime import time, timedelta

from django.core import mail

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.planning import commands
from casement.rooms.planning.models import Meeting, Plan, PlanRow, Poll
from casement.rooms.planning.rules.working_days import WorkingDays
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Participation
from tests.factories.reviews import Cast

ENGLAND = WorkingDays("england")
LINK = re.compile(r"http://\S+?(/(?:poll|date)/[\w-]+/)")


def planned(cast: Cast, ahead: int = 300, **more) -> Plan:
    """A plan whose report goes to the board so many days from now."""
    target = ENGLAND.on_or_after(today() + timedelta(days=ahead))
    return commands.make_plan(cast.seat(Role.BUSINESS), nation="england", target=target, **more)


def row(cast: Cast, key: str) -> PlanRow:
    """A row of the plan by its key."""
    return PlanRow.objects.get(review=cast.review, key=key)


def number_of(cast: Cast, role: Role) -> int:
    """The number of the place of this role."""
    return Participation.objects.filter(review=cast.review, role=role).order_by("number")[0].number


def guest(cast: Cast, label: str = "School Nurse 1", agency: str = "Health visiting", role: Role = Role.CASE_GROUP):
    """Somebody who takes part without an account, with an address."""
    lead = cast.seat()
    made = reviews.seat_member(lead, role=role, role_label=label, agency=cast.agency(agency).number)
    commands.keep_address(
        lead, number=made.number, email=f"somebody.with.a.long.name.{made.pk}@reached.example.org"
    )
    return made


def polled(cast: Cast, keys=("planning",), people=None, times=(time(10), time(14)), around: int = 1) -> Poll:
    """A poll for these rows of the plan."""
    return commands.ask_poll(
        cast.seat(Role.BUSINESS),
        rows=[row(cast, key).number for key in keys],
        people=people or [number_of(cast, Role.LEAD), number_of(cast, Role.TEAM)],
        times=list(times),
        around=around,
        answer_by=today() + timedelta(days=1),
    )


def arranged(cast: Cast, key: str = "planning", *, at: time = time(10), needed=None, also=(), **more) -> Meeting:
    """The meeting of a row, with the lead and the team needed."""
    return commands.arrange_meeting(
        cast.seat(Role.BUSINESS),
        row=row(cast, key).number,
        at=at,
        minutes=120,
        needed=needed or [number_of(cast, Role.LEAD), number_of(cast, Role.TEAM)],
        also=list(also),
        **more,
    )


def delivered() -> list:
    """What has left by mail since the last time, with its calendar message where it has one."""
    mail.outbox.clear()
    jobs.run_waiting()
    return list(mail.outbox)


def calendar_in(letter) -> str:
    """The calendar message of a mail."""
    return next(str(part) for part, kind in letter.alternatives if kind.startswith("text/calendar"))


def link_in(letter) -> str:
    """The private address in a mail, as a path."""
    found = LINK.search(letter.body)
    assert found is not None
    return found[1]


def day(text: str) -> datetime.date:
    """A day from its digits."""
    return datetime.date.fromisoformat(text)


def furnish(cast: Cast, word: str) -> None:
    """One of everything about dates: a meeting that was invited to, one that was not, one cancelled, a poll, a pair."""
    seat = cast.seat()
    planned(cast, note=f"Because of {word}.")
    commands.start_clock(seat, key="records", began_on=today(), note=f"For {word}.")
    line = row(cast, "report_2")
    commands.move_row(seat, number=line.number, to=ENGLAND.add(line.start_on, 2), note=f"So said {word}.")
    on = ENGLAND.add(row(cast, "board").start_on, 3)
    commands.add_row(seat, kind="meeting", step="S10", label=f"About {word}"[:120], on=on)
    nurse = guest(cast, f"School Nurse of {word}"[:80])
    told = arranged(cast, place=f"Room {word}"[:200], also=[number_of(cast, Role.ACCOUNTABLE)])
    commands.invite(seat, number=told.number)
    arranged(cast, "introductory", also=[nurse.number])
    off = arranged(cast, "analysis_1")
    commands.cancel_meeting(seat, number=off.number, why=f"Because of {word}.")
    poll = polled(cast, keys=("follow_on_1",), people=[number_of(cast, Role.LEAD), nurse.number])
    commands.answer_poll(
        cast.seat(), number=poll.number, answers={poll.slots.first().pk: "yes"}, access_needs=f"No {word}.",
        interpreter=f"{word}"[:80],
    )  # fmt: skip
    commands.note_tie(seat, listener=number_of(cast, Role.LEAD), heard=nurse.number, kind="line")
    commands.keep_pair(
        seat, number=nurse.number, first=number_of(cast, Role.TEAM), reason=f"Only they know {word}."
    )
    commands.take_reply(seat, uid="nobody@casement", address=f"{word[:20]}@example.org", answer="yes")
