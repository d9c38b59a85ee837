"""What the templates of requests for records receive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.foundation.design.frame import Place
from casement.foundation.design.parts import Fact, Pages
from casement.rooms.sources import queries
from casement.rooms.sources.queries.asking.lists import PAGE
from casement.rooms.sources.rules.requests import Stand
from casement.rooms.sources.vocabulary.requests import (
    HAPPENED_NAMES,
    POWER_OF,
    ROUTE_NAMES,
    STATE_NAMES,
    WHY_NAMES,
    Happened,
    Route,
    Why,
    power_words,
)
from casement.rooms.sources.web.pages import number_from

SHOWN_NAMES = {"": "Every request", "chase": "To be chased", "waiting": "Waiting for something", "done": "Done"}


@dataclass(frozen=True)
class Row:
    """One request in the list, with its state in words and what bears on today."""

    line: queries.RequestLine
    first: str
    state: str
    now: str
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class RequestsPage:
    """The list, what it can be narrowed to, and what this person may do."""

    rows: tuple[Row, ...]
    pages: Pages
    every: int
    to_chase: int
    agencies: tuple[tuple[str, str, bool], ...]
    shows: tuple[tuple[str, str, bool], ...]
    narrowed: bool
    ask: Place | None
    may_answer: bool
    tab: str = "Requests"


@dataclass(frozen=True)
class AskPage:
    """Whom this person may ask."""

    choices: queries.AskChoices
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "Ask for records"


@dataclass(frozen=True)
class Past:
    """One line of the history: what happened, in words, and whether this person may take it back."""

    told: Any
    name: str
    words: tuple[str, ...]
    may_take_back: bool


@dataclass(frozen=True)
class RequestPage:
    """One request with its history."""

    told: queries.RequestView
    facts: tuple[Fact, ...]
    state: str
    now: str
    gaps: tuple[str, ...]
    history: tuple[Past, ...]
    kinds: tuple[str, ...]
    route: tuple[str, ...]
    main: Place | None
    acts: tuple[Place, ...]
    over: bool
    may_reopen: bool
    may_ask: bool
    tab: str


def requests_page(seat: Seat, asked: Mapping[str, str]) -> RequestsPage:
    """The list; odd values in the address are ignored."""
    agency = number_from(asked.get("agency"))
    show = asked.get("show", "") if asked.get("show", "") in SHOWN_NAMES else ""
    told = queries.requests(seat, agency=agency, show=show, page=number_from(asked.get("page")) or 1)
    query = "".join(f"&{urlencode({name: value})}" for name, value in (("agency", agency), ("show", show)) if value)
    ask = Place("Ask for records", f"/reviews/{seat.ref}/requests/new/")
    return RequestsPage(
        tuple(row_of(line) for line in told.rows),
        Pages(told.page, told.last, told.total, PAGE, "requests", query),
        told.every,
        told.to_chase,
        tuple((one.value, f"{one.name} ({one.count})", one.value == str(agency)) for one in told.agencies),
        tuple((value, name, value == show) for value, name in SHOWN_NAMES.items()),
        bool(agency or show),
        ask if allows(seat.standing, Action.REQUESTS_ASK) else None,
        allows(seat.standing, Action.REQUESTS_ANSWER),
    )


def row_of(line: queries.RequestLine) -> Row:
    """One request as the list shows it."""
    first, *more = line.kinds.splitlines()
    gaps = tuple(f"{WHY_NAMES[Why(gap.why)]}: {gap.what}" for gap in line.gaps)
    return Row(
        line, f"{first} and more" if more else first, STATE_NAMES[line.stand.state], now_of(line.stand), gaps
    )


def now_of(stand: Stand) -> str:
    """What bears on today, in a sentence; empty when nothing does. It speaks of days, never of an agency."""
    if stand.late:
        days = "1 day" if stand.late == 1 else f"{stand.late} days"
        return f"Promised for {date_words(stand.promised_for)}, {days} ago. Still to come."
    if stand.due_today:
        return "Promised for today."
    if stand.unanswered:
        return f"An answer was asked for by {date_words(stand.wanted_by)}. None has come yet."
    if stand.waits and stand.promised_for:
        return f"Promised for {date_words(stand.promised_for)}."
    if stand.waits and stand.wanted_by:
        return f"An answer is asked for by {date_words(stand.wanted_by)}."
    return "No day is promised yet." if stand.waits else ""


def ask_page(seat: Seat) -> AskPage:
    """The page that asks an agency for records."""
    choices = queries.ask_choices(seat)
    start: dict[str, Any] = {"asked_on": today()}
    if len(choices.agencies) == 1:
        start["agency"] = choices.agencies[0][0]
    return AskPage(choices, {"form": start})


def request_page(seat: Seat, number: int) -> RequestPage:
    """One request with everything that happened to it."""
    told = queries.request(seat, number)
    base = f"/reviews/{seat.ref}/requests/{number}"
    over = told.stand.over
    acts: list[Place] = []
    if told.may_answer and not over:
        acts += [
            Place("Say when they will come", f"{base}/promise/"),
            Place("Say what came", f"{base}/receipt/"),
            Place("Send files", f"/reviews/{seat.ref}/sources/new/?request={number}"),
            Place("Say what is not there", f"{base}/gap/"),
        ]
    if told.may_ask and not over:
        acts += [Place("Chase it", f"{base}/chase/"), Place("Close or withdraw it", f"{base}/ending/")]
    return RequestPage(
        told,
        facts_of(told),
        STATE_NAMES[told.stand.state],
        now_of(told.stand),
        gaps_of(told),
        tuple(past(told, one) for one in told.history),
        tuple(line for line in told.kinds.splitlines() if line.strip()),
        tuple(ROUTE_NAMES.values()) if told.may_ask and told.stand.to_chase else (),
        main_act(told, acts),
        tuple(acts),
        over,
        over and told.may_ask,
        told.may_ask,
        f"Request {number}",
    )


def main_act(told: queries.RequestView, acts: Sequence[Place]) -> Place | None:
    """What is most likely to be done next: to promise, to send or note what came, or to chase."""
    if not acts:
        return None
    if told.may_ask:
        return acts[4] if told.stand.to_chase else acts[1]
    return acts[2] if told.stand.promised_for or told.stand.came else acts[0]


def gaps_of(told: queries.RequestView) -> tuple[str, ...]:
    """What is not there and has not come since, each with why."""
    standing = {(gap.on, gap.why, gap.promised_for) for gap in told.stand.gaps}
    live = [one for one in told.history if one.kind == Happened.GAP and one.taken_back_at is None]
    return tuple(
        f"{WHY_NAMES[Why(one.why)]}: {one.note}" for one in live if (one.on, one.why, one.promised_for) in standing
    )


def facts_of(told: queries.RequestView) -> tuple[Fact, ...]:
    """What was asked, of whom, under which power and why."""
    power = power_words(told.power, told.power_other)
    note = POWER_OF[told.power].note
    facts = [
        Fact("Agency", told.agency),
        Fact("Asked of", told.asked_of),
        Fact("Asked on", f"{date_words(told.asked_on)}, by {told.asked_by}" if told.asked_by else
             str(date_words(told.asked_on))),
        Fact("Whose records", told.about or "Not said"),
        Fact("Period", told.period or "Not said"),
        Fact("What allows it", f"{power}. {note}".rstrip()),
    ]  # fmt: skip
    if told.wanted_by:
        facts.insert(3, Fact("Answer asked for by", str(date_words(told.wanted_by))))
    return tuple(facts)


def past(told: queries.RequestView, one: Any) -> Past:
    """One event in words."""
    words: list[str] = []
    if one.kind == Happened.PROMISED:
        words.append(f"For {date_words(one.promised_for)}.")
    if one.kind == Happened.GAP:
        words.append(f"{WHY_NAMES[Why(one.why)]}.")
        words += [f"Expected by {date_words(one.promised_for)}."] if one.promised_for else []
    if one.kind == Happened.CHASED and one.route:
        words.append(f"{ROUTE_NAMES[Route(one.route)]}.")
    if one.whole:
        words.append("Nothing else is to come.")
    may = told.may_answer and one.taken_back_at is None and (told.may_ask or one.mine)
    return Past(one, HAPPENED_NAMES[Happened(one.kind)], tuple(words), may)
