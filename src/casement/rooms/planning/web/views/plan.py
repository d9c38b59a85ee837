"""The plan, its rows, and its clocks."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.planning import commands
from casement.rooms.planning.web.forms import plan as forms
from casement.rooms.planning.web.pages import plan as pages

READ, PLAN, HERE = Action.PLANNING_READ, Action.PLANNING_PLAN, "plan"

plan = page(READ, pages.plan_page, "planning/plan.html", place=HERE)
make = page(PLAN, pages.make_page, "planning/make.html", place=HERE, forms={"form": forms.MakePlan})
add = page(PLAN, pages.add_page, "planning/add.html", place=HERE, forms={"form": forms.AddRow})
row = page(
    READ,
    pages.row_page,
    "planning/row.html",
    place=HERE,
    kind="planrow",
    forms={"move": forms.MoveRow, "switch": forms.SwitchRow},
)
clocks = page(READ, pages.clocks_page, "planning/clocks.html", place=HERE, forms={"form": forms.StartClock})


def to_plan(seat: Seat, result: object, **parts: object) -> str:
    """Back to the plan."""
    return f"/reviews/{seat.ref}/plan/"


def to_clocks(seat: Seat, result: object, **parts: object) -> str:
    """Back to the clocks."""
    return f"/reviews/{seat.ref}/plan/clocks/"


def switched(row: Any) -> str:
    """What the next page says."""
    return "The line is left out of the plan." if row.dropped_at else "The line is in the plan again."


make_plan = action(
    commands.make_plan,
    form=forms.MakePlan,
    back=make,
    then=to_plan,
    said="The dates are worked back from the target.",
)
add_row = action(commands.add_row, form=forms.AddRow, back=add, then=to_plan, said="The line is added.")
move_row = action(
    commands.move_row,
    form=forms.MoveRow,
    back=row,
    name="move",
    then=to_plan,
    said="The dates have moved. Whoever was invited to a meeting that moved is told its new date.",
)
switch_row = action(commands.switch_row, form=forms.SwitchRow, back=row, name="switch", then=to_plan, said=switched)
start_clock = action(
    commands.start_clock, form=forms.StartClock, back=clocks, then=to_clocks, said="The clock is running."
)
