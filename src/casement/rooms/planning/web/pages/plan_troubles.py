"""What no longer fits in a plan, in words: rows, meetings without somebody they need, people booked twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.planning import queries
from casement.rooms.planning.queries.troubles import Doubled, Missed, troubles
from casement.rooms.planning.rules.clocks import clocks
from casement.rooms.planning.rules.fitting import unfit
from casement.rooms.planning.rules.working_days import WorkingDays


@dataclass(frozen=True)
class Trouble:
    """One thing that no longer fits: what, where to put it right, and why."""

    label: str
    href: str
    why: str


def unfit_rows(plan: queries.PlanView, running: Sequence[queries.ClockLine], base: str) -> tuple[Trouble, ...]:
    """The rows that no longer fit holidays, the rows before them or the clocks that run."""
    last = {row: one.due for one in running if one.due and one.key in clocks() and (row := clocks()[one.key].row)}
    numbers = {line.key: (line.label, line.number) for line in plan.rows}
    return tuple(
        Trouble(numbers[one.key][0], f"{base}rows/{numbers[one.key][1]}/", one.why)
        for one in unfit(plan.chain, WorkingDays(plan.nation), today(), last)
    )


def people_troubles(seat: Seat) -> tuple[tuple[Trouble, ...], tuple[Trouble, ...]]:
    """Meetings to come that miss somebody they need, and people who are in two at once; of a review whose plan is
    not for whoever asks only that they are busy.
    """
    told = troubles(seat)
    missed = tuple(_at(seat, one.label, one.number, _missed(one)) for one in told.missed)
    return missed, tuple(_at(seat, one.label, one.number, _twice(one)) for one in told.doubled)


def _at(seat: Seat, label: str, number: int, why: str) -> Trouble:
    return Trouble(label, f"/reviews/{seat.ref}/meetings/{number}/", why)


def _missed(one: Missed) -> str:
    return (
        f"{one.who} has left the review, and was needed." if one.left else f"{one.who} is needed and cannot come."
    )


def _twice(one: Doubled) -> str:
    if one.with_number is not None:
        return f"{one.who} is asked to meeting {one.with_number} at the same time."
    if one.ref:
        return f"{one.who} is asked to a meeting of your review {one.ref} at the same time."
    return f"{one.who} is busy then."
