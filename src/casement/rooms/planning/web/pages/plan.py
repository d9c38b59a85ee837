"""Pages of the plan: the plan, a first one, one row, a row of one's own, the clocks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.frame import Place
from casement.rooms.planning import queries
from casement.rooms.planning.queries.clocks import Clocked, clocked
from casement.rooms.planning.queries.plan import way_of
from casement.rooms.planning.rules.moving import spoken
from casement.rooms.planning.vocabulary import NATION_NAMES, ROW_NAMES
from casement.rooms.planning.web.pages.plan_troubles import Trouble, people_troubles, unfit_rows
from casement.rooms.planning.web.pages.timeline import Timeline, timeline
from casement.rooms.reviews.rules.processes import process

Filled = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Row:
    """One row of the plan as the table tells it."""

    line: queries.RowLine
    kind: str
    when: str
    slack: str
    href: str


@dataclass(frozen=True)
class PlanPage:
    """The plan with its picture and table."""

    plan: queries.PlanView | None
    form: str
    nation: str
    rows: tuple[Row, ...]
    drawing: Timeline | None
    clocks: tuple[queries.ClockLine, ...]
    polls: tuple[queries.PollLine, ...]
    act: Place | None
    more: tuple[Place, ...]
    may_plan: bool
    unfit: tuple[Trouble, ...]
    missed: tuple[Trouble, ...]
    doubled: tuple[Trouble, ...]
    tab: str = "Plan"


@dataclass(frozen=True)
class MakePage:
    """What a plan is worked back from."""

    form: str
    again: bool
    base: str
    filled: Filled = field(default_factory=dict)
    tab: str = "Plan"


@dataclass(frozen=True)
class AddPage:
    """A row of one's own."""

    steps: tuple[tuple[str, str], ...]
    base: str
    tab: str = "Plan"


@dataclass(frozen=True)
class Moved:
    """One row that would move, in words."""

    label: str
    was: str
    now: str
    by: str
    meeting: int | None


@dataclass(frozen=True)
class RowPage:
    """One row, its history, and what would move."""

    row: queries.RowView
    kind: str
    when: str
    slack: str
    base: str
    asked: str
    earlier: str
    later: str
    moved: tuple[Moved, ...]
    reasons: tuple[str, ...]
    late: str
    may_plan: bool
    filled: Filled
    tab: str
    boxes: tuple[tuple[str, str, int], ...] = (("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4))


@dataclass(frozen=True)
class ClocksPage:
    """The clocks that run, and those that could."""

    nation: str
    clocks: tuple[queries.ClockLine, ...]
    running: tuple[queries.ClockLine, ...]
    waiting: tuple[queries.ClockLine, ...]
    may_plan: bool
    base: str
    tab: str = "Clocks"


def base_of(seat: Seat) -> str:
    """Where the plan is."""
    return f"/reviews/{seat.ref}/plan/"


def days_words(count: int, none: str = "None") -> str:
    """A number of working days."""
    return none if not count else f"{count} working {'day' if count == 1 else 'days'}"


def when_words(start: date, end: date) -> str:
    """From when to when, in words."""
    first = f"{start.day} {start:%B %Y}"
    if start == end:
        return f"{start:%A} {first}"
    same = start.year == end.year
    return f"{start.day} {start:%B}{'' if same else f' {start:%Y}'} to {end.day} {end:%B %Y}"


def slack_words(line: queries.RowLine) -> str:
    """How far a row may move, in words."""
    if line.slack is None:
        return "Nothing waits for it"
    if line.slack < 0:
        return f"Too close to the next by {days_words(-line.slack)}"
    return days_words(line.slack)


def plan_page(seat: Seat) -> PlanPage:
    """The plan, with the clocks that run and the polls that are open."""
    told = queries.plan(seat)
    base = base_of(seat)
    may = allows(seat.standing, Action.PLANNING_PLAN)
    people = allows(seat.standing, Action.PLANNING_PAIRS)
    by = Clocked(told.form, told.kind, told.nation) if told else clocked(seat)
    rows = tuple(
        Row(
            line,
            ROW_NAMES[line.kind],
            when_words(line.start, line.end),
            slack_words(line),
            f"{base}rows/{line.number}/",
        )
        for line in (told.rows if told else ())
    )
    nation, clocks = queries.clock_lines(seat, by)
    act = None
    if may:
        act = Place("Propose dates", f"{base}polls/new/") if told else Place("Set a target date", f"{base}new/")
    more = [Place("Clocks", f"{base}clocks/")]
    if told and may:
        more += [Place("Add a line", f"{base}rows/new/"), Place("Work back again", f"{base}new/")]
    if people:
        more += [Place("Pairs for conversations", f"{base}pairs/"), Place("Addresses", f"{base}people/")]
    return PlanPage(
        told,
        process(by.variant).variant.name.lower(),
        NATION_NAMES[nation],
        rows,
        timeline(told.rows, told.target, today()) if told and told.rows else None,
        tuple(one for one in clocks if one.due),
        queries.polls(seat) if people else (),
        act,
        tuple(more),
        may,
        unfit_rows(told, clocks, base) if told else (),
        *(people_troubles(seat) if people else ((), ())),
    )


def make_page(seat: Seat) -> MakePage:
    """The page that asks for a target; with what the plan has already, if there is one."""
    told = queries.plan(seat)
    filled: dict[str, Any] = {}
    if told:
        filled = {"target": told.target, "nation": told.nation, "begins": max(told.begins, today())}
    return MakePage(way_of(seat).variant.name, told is not None, base_of(seat), {"form": filled})


def add_page(seat: Seat) -> AddPage:
    """The page for a row of one's own."""
    way = way_of(seat)
    steps = tuple((step.key, f"{step.key} {step.label}") for step in way.steps if way.has(step.key))
    return AddPage(steps, base_of(seat))


def row_page(seat: Seat, number: int, asked: Mapping[str, str]) -> RowPage:
    """One row; `to` in the address, or a day in three boxes, asks what would move."""
    day = day_in(asked)
    told = queries.row(seat, number, day)
    moves = told.moves
    moved = tuple(
        Moved(
            shift.label,
            spoken(shift.was),
            spoken(shift.start),
            f"{days_words(abs(shift.days))} {'later' if shift.days > 0 else 'earlier'}",
            told.meetings.get(shift.key),
        )
        for shift in (moves.shifts if moves else ())
    )
    last = max((shift.start for shift in (moves.shifts if moves else ()) if shift.key == "board"), default=None)
    late = ""
    if last and last > told.target:
        late = f"The report then goes to the board on {spoken(last)}, after the target of {spoken(told.target)}."
    filled = {"move": {"to": day.isoformat() if day else "", "edition": told.edition}}
    return RowPage(
        told,
        ROW_NAMES[told.line.kind],
        when_words(told.line.start, told.line.end),
        slack_words(told.line),
        base_of(seat),
        spoken(day) if day else "",
        told.earlier.isoformat(),
        told.later.isoformat(),
        moved,
        moves.reasons if moves else ("Choose a day of the calendar.",) if asked.get("to_day") else (),
        late,
        allows(seat.standing, Action.PLANNING_PLAN),
        filled,
        f"Plan, line {number}",
    )


def day_in(asked: Mapping[str, str]) -> date | None:
    """The day that was asked about, or None when there is none or it is not in the calendar."""
    told = asked.get("to") or "-".join(
        asked.get(f"to_{part}", "").strip().zfill(2) for part in ("year", "month", "day")
    )
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def clocks_page(seat: Seat) -> ClocksPage:
    """Every clock of this nation for this review."""
    nation, told = queries.clock_lines(seat)
    return ClocksPage(
        NATION_NAMES[nation],
        told,
        tuple(one for one in told if one.due),
        tuple(one for one in told if not one.due),
        allows(seat.standing, Action.PLANNING_PLAN),
        base_of(seat),
    )
