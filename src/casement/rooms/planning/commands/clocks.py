"""Clocks that run: somebody writes down the day one began."""

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, wait_in_line
from casement.foundation.clock import today
from casement.foundation.refusals import Refused
from casement.rooms.planning.models import ClockStart, Plan
from casement.rooms.planning.rules.clocks import clocks, version


@command(Action.PLANNING_PLAN)
def start_clock(seat: Seat, *, key: str, began_on: date, nation: str = "", note: str = "") -> ClockStart:
    """Note the day on which a clock began; it runs by the rule as it is now.

    A clock that runs already begins anew, and the earlier start stays in the history. Without `nation` that of the
    plan counts.
    """
    wait_in_line(seat.review)
    rule = clocks().get(key)
    if rule is None:
        raise Refused("Choose a clock from the list.", field="key")
    nation = nation or Plan.objects.filter(review_id=seat.review).values_list("nation", flat=True).first() or ""
    if nation not in rule.nations:
        raise Refused("This clock does not run in this nation. Choose another, or change the plan.", field="key")
    if began_on > today():
        raise Refused("A clock cannot have begun on a day to come.", field="began_on")
    return ClockStart.objects.create(
        review_id=seat.review, key=key, version=version(), length=rule.length, unit=rule.unit, nation=nation,
        began_on=began_on, note=note.strip(), by_id=seat.person_id,
    )  # fmt: skip
