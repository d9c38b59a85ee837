"""Pages of meetings as dates: the list, one meeting, arranging and changing, replies, and a person's own dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.timezone import localtime

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, Purpose, allows
from casement.foundation.beside import Beside, beside
from casement.foundation.clock import now
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Fact
from casement.foundation.private_links import own_link_since
from casement.foundation.web import Download
from casement.rooms.planning import queries
from casement.rooms.planning.queries.meetings import meeting_line, people_asked, replies_left_out, sees_people
from casement.rooms.planning.queries.mine import KEPT
from casement.rooms.planning.rules.calendar import Entry, feed
from casement.rooms.planning.rules.forms import template
from casement.rooms.planning.vocabulary import REPLY_NAMES
from casement.rooms.planning.web.pages.plan import base_of, when_words
from casement.rooms.planning.web.pages.polls import clock_words, moment_words

STATES = {
    **REPLY_NAMES,
    "gone": "Has left the review",
    "stopped": "Cannot be invited yet. The legal liaison has to clear it first.",
    "unreached": "No address: tell them by hand",
    "untold": "Not told yet",
    "stale": "Was told an earlier date",
    "waiting": "Told, has not answered",
}


@dataclass(frozen=True)
class MeetingsPage:
    """The meetings of a review."""

    coming: tuple[tuple[queries.MeetingLine, str], ...]
    over: tuple[tuple[queries.MeetingLine, str], ...]
    planned: tuple[tuple[str, str], ...]
    act: Place | None
    has_plan: bool
    may_plan: bool
    sees_people: bool
    tab: str = "Meetings"


@dataclass(frozen=True)
class Asked:
    """One person who is asked."""

    line: queries.InviteeLine
    state: str


@dataclass(frozen=True)
class MeetingPage:
    """One meeting."""

    told: queries.MeetingView
    when: str
    facts: tuple[Fact, ...]
    needed: tuple[Asked, ...]
    also: tuple[Asked, ...]
    clashes: int
    untold: int
    waiting: int
    base: str
    row: str
    may_plan: bool
    tab: str
    beside: tuple[Beside, ...] = ()


@dataclass(frozen=True)
class FormPage:
    """Arranging a meeting, or changing one."""

    heading: str
    day: str
    people: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    base: str
    to: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Meetings"


@dataclass(frozen=True)
class RepliesPage:
    """Where a calendar's reply is read."""

    base: str
    left: tuple[tuple[str, datetime, int | None], ...]
    tab: str = "Replies"


@dataclass(frozen=True)
class CalendarPage:
    """A person's own dates and polls over all their reviews."""

    weeks: tuple[tuple[str, tuple[tuple[queries.MyDate, str], ...]], ...]
    polls: tuple[queries.MyPoll, ...]
    feed_since: Any
    tab: str = "Calendar"


@dataclass(frozen=True)
class DatePage:
    """One date as the person sees it who is asked; the same behind a private link and after signing in."""

    outer: str
    mine: queries.MyDate
    when: str
    until: str
    over: bool
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "A date for you"
    beside: tuple[Beside, ...] = ()


def meetings_base(seat: Seat) -> str:
    """Where the meetings are."""
    return f"/reviews/{seat.ref}/meetings/"


def meetings_page(seat: Seat) -> MeetingsPage:
    """The list: what is to come first, then meetings of the plan that are not arranged, then what is over."""
    told = queries.meetings(seat)
    plan = queries.plan(seat)
    rows = [one for one in (plan.rows if plan else ()) if one.kind == "meeting" and one.meeting is None]
    lines = tuple((one, span_words(one)) for one in told)
    may = allows(seat.standing, Action.PLANNING_PLAN)
    act = Place("Arrange a meeting", f"{meetings_base(seat)}new/") if may and rows else None
    return MeetingsPage(
        tuple(one for one in lines if not one[0].over and not one[0].cancelled),
        tuple(one for one in lines if one[0].over or one[0].cancelled),
        tuple((one.label, when_words(one.start, one.end)) for one in rows if not one.over),
        act,
        plan is not None,
        may,
        sees_people(seat),
    )


def span_words(one: queries.MeetingLine) -> str:
    """From when to when."""
    return f"{moment_words(one.starts)} to {clock_words(one.ends)}"


def meeting_page(seat: Seat, number: int) -> MeetingPage:
    """One meeting with everybody who is asked."""
    told = queries.meeting(seat, number)
    people = tuple(Asked(one, STATES[one.state]) for one in told.invitees)
    facts = [Fact("When", span_words(told.line)), Fact("Where", told.line.place or "Not said yet")]
    if told.call_link:
        facts.append(Fact("Call", told.call_link))
    if told.line.cancelled:
        facts.append(Fact("Cancelled", told.cancelled_why if told.sees_people else "Yes"))
    return MeetingPage(
        told,
        span_words(told.line),
        tuple(facts),
        tuple(one for one in people if one.line.needed),
        tuple(one for one in people if not one.line.needed),
        sum(bool(one.line.clash) for one in people),
        sum(one.line.state in ("untold", "stale") for one in people),
        sum(one.line.state == "waiting" for one in people),
        meetings_base(seat),
        f"{base_of(seat)}rows/{told.line.row}/",
        allows(seat.standing, Action.PLANNING_PLAN),
        f"Meeting {number}",
        beside(seat, "meeting", number),
    )


def arrange_page(seat: Seat, asked: Mapping[str, str]) -> FormPage:
    """The page that arranges a meeting of the plan; `row` in the address chooses it."""
    plan = queries.plan(seat)
    rows = [
        one for one in (plan.rows if plan else ()) if one.kind == "meeting" and one.meeting is None and not one.over
    ]
    chosen = next((one for one in rows if str(one.number) == asked.get("row", "")), rows[0] if rows else None)
    told = template(chosen.key) if chosen else None
    places = queries.places(seat)
    needs = told.needs if told and told.needs else (Role.LEAD, Role.TEAM)
    also = told.also if told else ()
    filled: dict[str, Any] = {
        "row": chosen.number if chosen else "",
        "at": "10:00",
        "minutes": told.minutes if told else 120,
        "needed": [str(one.number) for one in places if one.role in needs],
        "also": [str(one.number) for one in places if one.role in also],
    }
    return FormPage(
        "Arrange a meeting",
        "It takes place on its day in the plan. Nobody is told until you send the invitations.",
        tuple((str(one.number), one.label) for one in places),
        tuple((str(one.number), f"{one.label}, {when_words(one.start, one.end)}") for one in rows),
        meetings_base(seat),
        f"{meetings_base(seat)}new/",
        {"form": filled},
    )


def change_page(seat: Seat, number: int) -> FormPage:
    """The page that changes a meeting."""
    line, call_link = meeting_line(seat, number)
    asked = people_asked(seat, number)
    filled = {
        "at": localtime(line.starts).time(),
        "minutes": int((line.ends - line.starts) / timedelta(minutes=1)),
        "place": line.place,
        "call_link": call_link,
        "needed": [str(number) for number, needed in asked if needed],
        "also": [str(number) for number, needed in asked if not needed],
    }
    return FormPage(
        f"Change {line.label}",
        f"On {moment_words(line.starts)}. To move it to another day, move it in the plan.",
        tuple((str(one.number), one.label) for one in queries.places(seat)),
        (),
        meetings_base(seat),
        f"{meetings_base(seat)}{number}/change/",
        {"form": filled},
    )


def replies_page(seat: Seat) -> RepliesPage:
    """The page that reads a reply."""
    return RepliesPage(meetings_base(seat), replies_left_out(seat))


def calendar_page(seat: Seat) -> CalendarPage:
    """One's own dates by week."""
    weeks: dict[str, list[tuple[queries.MyDate, str]]] = {}
    for one in queries.my_dates(seat):
        day = localtime(one.starts).date()
        monday = day - timedelta(days=day.weekday())
        words = f"{moment_words(one.starts)} to {clock_words(one.ends)}"
        weeks.setdefault(f"Week of {monday.day} {monday:%B %Y}", []).append((one, words))
    return CalendarPage(
        tuple((week, tuple(told)) for week, told in weeks.items()),
        queries.my_polls(seat),
        own_link_since(seat, Purpose.FEED),
    )


def date_page(seat: Seat, number: int) -> DatePage:
    """One date of whoever asks."""
    told = queries.my_date(seat, number)
    return DatePage(
        "design/private.html" if seat.standing.through else "design/base.html",
        told,
        moment_words(told.starts),
        clock_words(told.ends),
        told.ends < now(),
        {"form": {"reply": told.reply}},
        beside=() if seat.standing.through else beside(seat, "meeting", number),
    )


def feed_file(seat: Seat, number: int) -> Download:
    """One's own dates for a calendar program: those to come, and those of the last month."""
    address = f"{settings.CASEMENT_ADDRESS}/calendar/"
    entries = [
        Entry(
            one.uid, one.sequence, one.starts, one.ends, one.changed_at, address, needed=one.needed,
            cancelled=one.cancelled,
        )
        for one in queries.my_dates(seat, since=now() - KEPT)
    ]  # fmt: skip
    return Download("casement.ics", "text/calendar; charset=utf-8", feed(entries).encode())
