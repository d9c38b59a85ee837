"""The list of actions, one action, and the response in numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.rooms.responses import queries
from casement.rooms.responses.queries.people import Totals

Choices = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class ActionsPage:
    """Actions by due day: what is under way first, what has ended after it."""

    base: str
    going: tuple[queries.ActionView, ...]
    ended: tuple[queries.ActionView, ...]
    own_agency: bool
    tab: str = "Actions"


@dataclass(frozen=True)
class ActionPage:
    """One action: what was done, and apart from it what became different."""

    base: str
    here: str
    action: queries.ActionView
    may_report: bool
    may_plan: bool
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class PlanPage:
    """The form in which an action is added or changed."""

    up: str
    to: str
    heading: str
    question: str
    button: str
    edition: int
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)


@dataclass(frozen=True)
class TotalsPage:
    """The answers in numbers."""

    parts: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    tab: str = "Answers in numbers"


def actions_page(seat: Seat) -> ActionsPage:
    """Every action this reader may see."""
    told = queries.actions(seat)
    far = reach(seat.standing, Subject.RESPONSE, Verb.READ)
    return ActionsPage(
        f"/reviews/{seat.ref}/response/",
        tuple(one for one in told if not one.ended),
        tuple(one for one in told if one.ended),
        Reach.ALL not in far,
    )


def action_page(seat: Seat, number: int) -> ActionPage:
    """One action; NotHere when it is not for this reader."""
    found = queries.action(seat, number)
    base = f"/reviews/{seat.ref}/response/"
    return ActionPage(
        base,
        f"{base}actions/{number}/",
        found,
        allows(seat.standing, Action.RESPONSES_REPORT),
        allows(seat.standing, Action.RESPONSES_ANSWER),
        {"step": {"doing": found.doing, "look_on": found.look_on}},
        f"Action {number}",
    )


def new_action_page(seat: Seat, number: int) -> PlanPage:
    """The form for a new action of a question."""
    _, found = queries.question(seat, number)
    at = f"/reviews/{seat.ref}/response/questions/{number}/"
    return PlanPage(
        at, f"{at}actions/", "Add an action", found.text, "Add the action", 0, f"New action, question {number}",
        {}, {"agency": queries.agency_choices(seat)},
    )  # fmt: skip


def plan_page(seat: Seat, number: int) -> PlanPage:
    """The form that changes an action."""
    found = queries.action(seat, number)
    at = f"/reviews/{seat.ref}/response/actions/{number}/"
    filled = {
        "what": found.what, "agency": str(found.agency_number or ""), "due_on": found.due_on,
        "due_words": found.due_words, "measure": found.measure, "baseline": found.baseline,
        "source": found.source, "look_on": found.look_on,
    }  # fmt: skip
    return PlanPage(
        at, f"{at}plan/", f"Change action {number}", found.question_text, "Save the action", found.edition,
        f"Action {number}", {"form": filled}, {"agency": queries.agency_choices(seat)},
    )  # fmt: skip


def totals_page(seat: Seat) -> TotalsPage:
    """How many of each there are."""
    told: Totals = queries.totals(seat)
    return TotalsPage(
        (
            ("What the board decided", told.questions),
            ("How far actions have got", told.doing),
            ("What became different, action by action", told.difference),
        )
    )
