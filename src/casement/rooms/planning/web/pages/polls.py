"""Pages of polls: asking, one poll with what is proposed and why, and the page of whoever is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localtime

from casement.foundation.access import Role, Seat
from casement.foundation.clock import today
from casement.rooms.planning import queries
from casement.rooms.planning.rules.proposing import Proposal, Who, Why
from casement.rooms.planning.vocabulary import MOST_DATES, SAYS_NAMES, Says
from casement.rooms.planning.web.pages.plan import base_of

ASKED_FIRST = (Role.LEAD, Role.TEAM)
OPEN_FOR = timedelta(days=7)
AROUND, TIMES = 2, 2  # working days before and after a planned day, and times of day, if nobody says otherwise
WHY_WORDS = {
    Why.ALL: "Everybody who is needed can come.",
    Why.ALL_IF_MUST: "Everybody who is needed could come, some only if they must. No other date is better.",
    Why.NOT_ALL_KNOWN: "As far as is known nobody who is needed would miss it. Not everybody has said.",
    Why.FEWEST_MISS: "No date that was offered suits everybody who is needed. On this one the fewest miss it.",
    Why.OTHERS_FIRST: "By itself {better} would suit this meeting better, but other meetings less.",
    Why.NO_ROOM: "By itself {better} would suit this meeting better, but then another meeting would have no date.",
    Why.NONE: "No date that was offered is left for it: meetings need days between them. Offer more dates.",
}


@dataclass(frozen=True)
class AskPage:
    """Which dates could be offered to whom."""

    meetings: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    unreached: int
    base: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Ask for dates"


@dataclass(frozen=True)
class Offered:
    """One meeting with the date proposed for it, and the dates it may be given."""

    number: int
    label: str
    when: str
    why: str
    misses: tuple[str, ...]
    must: tuple[str, ...]
    unknown: tuple[str, ...]
    others: tuple[str, ...]
    comes: int
    choices: tuple[tuple[int, str, bool], ...]


@dataclass(frozen=True)
class Answered:
    """One person's answers, date by date."""

    label: str
    agency: str
    said: tuple[str, ...]
    answered: bool
    reminded_at: datetime | None
    needs: tuple[str, ...]


@dataclass(frozen=True)
class PollPage:
    """One poll."""

    number: int
    open: bool
    answer_by: date
    meetings: tuple[str, ...]
    offered: tuple[Offered, ...]
    heads: tuple[str, ...]
    people: tuple[Answered, ...]
    left: int
    base: str
    tab: str
    sentence: str
    needed: bool


@dataclass(frozen=True)
class Choice:
    """One date of a poll, and what was said to it."""

    key: int
    when: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True)
class AnswerPage:
    """A poll as the person sees it who is asked; the same behind a private link and after signing in."""

    outer: str
    poll: queries.MyPoll
    days: tuple[Choice, ...]
    filled: Mapping[str, Mapping[str, Any]]
    tab: str = "Which dates suit you"


def moment_words(moment: datetime) -> str:
    """A moment, with its weekday and time."""
    local = localtime(moment)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock_words(moment)}"


def clock_words(moment: datetime) -> str:
    """A time of day."""
    local = localtime(moment)
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def ask_page(seat: Seat) -> AskPage:
    """The page that asks for dates: the meetings to come that are not arranged, and everybody with a place."""
    plan = queries.plan(seat)
    rows = [] if plan is None else [one for one in plan.rows if one.kind == "meeting" and one.meeting is None]
    rows = [one for one in rows if not one.over]
    places = queries.places(seat)
    usual = [str(one.number) for one in places if one.role in ASKED_FIRST]
    days = MOST_DATES // (TIMES * max(1, len(rows)))  # for each meeting, so that nobody is asked too much
    return AskPage(
        tuple((str(one.number), f"{one.label}, planned for {one.start.day} {one.start:%B %Y}") for one in rows),
        tuple(
            (str(one.number), one.label + ("" if one.reached else " (no address: ask by telephone)"))
            for one in places
        ),
        sum(not one.reached for one in places),
        base_of(seat),
        {
            "form": {
                "rows": [str(one.number) for one in rows],
                "people": usual,
                "around": max(0, min(AROUND, (days - 1) // 2)),
                "answer_by": today() + OPEN_FOR,
            }
        },
    )


def poll_page(seat: Seat, number: int) -> PollPage:
    """One poll with its proposals."""
    told = queries.polled(seat, number)
    labels = {person.key: person.label for person in told.people}
    when = {key: moment_words(starts) for key, starts in told.dates}
    by_meeting = {one.meeting: one for one in told.proposals}
    offered = tuple(
        offer(one, by_meeting[one.number], labels, when) for one in told.meetings if one.number in by_meeting
    )
    people = tuple(answered(person, told.dates) for person in told.people)
    open_ = told.closed_at is None
    return PollPage(
        told.number,
        open_,
        told.answer_by,
        tuple(one.label for one in told.meetings),
        offered,
        tuple(short_words(starts) for _, starts in told.dates),
        people,
        sum(person.answered_at is None for person in told.people),
        base_of(seat),
        f"Poll {number}",
        f"For {', '.join(one.label for one in told.meetings)}."
        + ("" if open_ else " It is closed: the dates are chosen."),
        any(one.needs for one in people),
    )


def offer(one: queries.For, told: Proposal, labels: Mapping[int, str], when: Mapping[int, str]) -> Offered:
    """One proposal in words."""
    better = when.get(told.better, "") if told.better else ""
    return Offered(
        one.number,
        one.label,
        when[told.offer] if told.offer else "No date",
        WHY_WORDS[told.why].format(better=better),
        names(told.needed.misses, labels),
        names(told.needed.must, labels),
        names(told.needed.unknown, labels),
        others_words(told.others, labels),
        len(told.needed.can) + len(told.needed.must) + len(told.others.can) + len(told.others.must),
        tuple((key, words, key == told.offer) for key, words in when.items()),
    )


def names(keys: Iterable[int], labels: Mapping[int, str]) -> tuple[str, ...]:
    """Role labels, in order."""
    return tuple(sorted(labels[key] for key in keys))


def others_words(others: Who, labels: Mapping[int, str]) -> tuple[str, ...]:
    """Those who may miss it and would."""
    return names(others.misses, labels)


def short_words(moment: datetime) -> str:
    """A date as the head of a column."""
    local = localtime(moment)
    return f"{local:%a} {local.day} {local:%b}, {local:%H:%M}"


def answered(person: queries.Person, dates: Iterable[tuple[int, datetime]]) -> Answered:
    """One person's line. A date on which they are at another meeting is "not free", whatever they said."""
    said = []
    for key, _ in dates:
        if key in person.busy:
            said.append("Not free")
        else:
            said.append(SAYS_NAMES[person.says[key]] if key in person.says else "")
    needs = tuple(
        part
        for part in (
            person.access_needs,
            f"Interpreter: {person.interpreter}" if person.interpreter else "",
        )
        if part
    )
    return Answered(
        person.label, person.agency, tuple(said), person.answered_at is not None, person.reminded_at, needs
    )


def answer_page(seat: Seat, number: int) -> AnswerPage:
    """The dates that are offered to whoever asks."""
    told = queries.my_poll(seat, number)
    days = tuple(
        Choice(
            key,
            moment_words(starts),
            tuple((says.value, SAYS_NAMES[says], said == says) for says in Says),
        )
        for key, starts, said in told.dates
    )
    outer = "design/private.html" if seat.standing.through else "design/base.html"
    filled = {"form": {"access_needs": told.access_needs, "interpreter": told.interpreter}}
    return AnswerPage(outer, told, days, filled)
