"""Commands for the plan: make, show, move, switch, add, clocks, clock."""

from datetime import date
from typing import Any

import click

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.refusals import Refused
from casement.foundation.shell import json_option, look, seated, tell
from casement.rooms.planning import commands as change
from casement.rooms.planning import queries
from casement.rooms.planning.vocabulary import Nation, RowKind

DAY, NUMBER = click.DateTime(["%Y-%m-%d"]), click.IntRange(1)


def as_day(told: Any) -> date | None:
    """The day of an option, or None."""
    return told.date() if told else None


@click.command("make")
@click.option("--target", type=DAY, required=True, help="When the report should go to the board.")
@click.option("--begins", type=DAY, help="When the work can begin; today without it.")
@click.option("--nation", type=click.Choice([str(one) for one in Nation]), default="england", show_default=True)
@click.option("--note", default="")
@json_option
@seated
def make(seat: Seat, *, target: Any, begins: Any, nation: str, note: str, as_json: bool) -> None:
    """Work the dates of every step back from a target."""
    change.make_plan(seat, nation=nation, target=target.date(), begins=as_day(begins), note=note)
    told = queries.plan(seat)
    tell(told, as_json=as_json, words=lines(told))


@click.command("show")
@json_option
@seated
def show(seat: Seat, *, as_json: bool) -> None:
    """The plan, in order of its dates."""
    look(seat, Action.PLANNING_READ, kind="plan")
    told = queries.plan(seat)
    tell(told, as_json=as_json, words=lines(told))


def lines(told: queries.PlanView | None) -> str:
    """The plan as lines of text."""
    if told is None:
        return "There is no plan yet."
    rows = [
        f"{row.number:>3}  {row.start} to {row.end}  {row.step}  {row.label}"
        + (f"  (slack {row.slack})" if row.slack is not None else "")
        for row in told.rows
    ]
    return "\n".join([f"Target {told.target}", *rows])


@click.command("move")
@click.argument("number", type=NUMBER)
@click.option("--to", type=DAY, required=True)
@click.option("--note", default="")
@click.option("--look", "only_look", is_flag=True, help="Only say what would move.")
@json_option
@seated
def move(seat: Seat, *, number: int, to: Any, note: str, only_look: bool, as_json: bool) -> None:
    """Move line NUMBER of the plan, and with it whatever must move."""
    look(seat, Action.PLANNING_READ, kind="planrow", number=number)
    told = queries.row(seat, number, to.date())
    moves = told.moves
    if moves is None or moves.reasons:
        raise Refused(" ".join(moves.reasons) if moves else "This line is left out of the plan.")
    words = [f"{shift.label}: {shift.was} to {shift.start}" for shift in moves.shifts]
    if not only_look:
        change.move_row(seat, number=number, to=to.date(), note=note, edition=told.edition)
    tell(moves, as_json=as_json, words="\n".join(words) or "Nothing moves.")


@click.command("switch")
@click.argument("number", type=NUMBER)
@click.option("--note", default="")
@json_option
@seated
def switch(seat: Seat, *, number: int, note: str, as_json: bool) -> None:
    """Leave line NUMBER out of the plan, or take it up again."""
    made = change.switch_row(seat, number=number, note=note)
    tell(made, as_json=as_json, words="Left out." if made.dropped_at else "Taken up again.")


@click.command("add")
@click.option("--kind", type=click.Choice([str(one) for one in RowKind]), default="meeting", show_default=True)
@click.option("--step", required=True, help="Such as S10.")
@click.option("--label", required=True)
@click.option("--on", type=DAY, required=True)
@click.option("--length", type=NUMBER, default=1, show_default=True, help="Working days.")
@json_option
@seated
def add(seat: Seat, *, on: Any, as_json: bool, **asked: Any) -> None:
    """Add a line of your own."""
    made = change.add_row(seat, on=on.date(), **asked)
    tell(made, as_json=as_json, words=f"Line {made.number} is added.")


@click.command("clocks")
@json_option
@seated
def clocks(seat: Seat, *, as_json: bool) -> None:
    """The clocks that run, and those that could."""
    look(seat, Action.PLANNING_READ, kind="clocks")
    _, told = queries.clock_lines(seat)
    words = [
        f"{one.key}: {one.name}, until {one.due} ({one.nature})"
        if one.due
        else f"{one.key}: {one.name}, {one.length}"
        for one in told
    ]
    tell(told, as_json=as_json, words="\n".join(words))


@click.command("clock")
@click.argument("key")
@click.option("--began", type=DAY, required=True)
@click.option("--note", default="")
@json_option
@seated
def clock(seat: Seat, *, key: str, began: Any, note: str, as_json: bool) -> None:
    """Say on which day the clock KEY began."""
    made = change.start_clock(seat, key=key, began_on=began.date(), nation=queries.clock_lines(seat)[0], note=note)
    tell(made, as_json=as_json, words="The clock is running.")


COMMANDS = (make, show, move, switch, add, clocks, clock)
