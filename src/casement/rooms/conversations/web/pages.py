"""What the templates about arranging a conversation receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.rooms.conversations import queries
from casement.rooms.conversations.vocabulary import NOW_EXPLAINED, STATE_NAMES, Explained, State

Filled = Mapping[str, Mapping[str, Any]]
ORDER = list(State)
ARRANGERS = "leads and board office"


@dataclass(frozen=True)
class ListPage:
    """The conversations by where they stand; whoever is asked to one gets their own page instead."""

    groups: tuple[tuple[str, tuple[queries.Line, ...]], ...]
    own: tuple[queries.Line, ...]
    heard: bool
    may_propose: bool
    contacts: queries.ContactsView | None
    tab: str = "Conversations"
    seen_by: str = "leads and board office; others, their own"


@dataclass(frozen=True)
class ProposePage:
    """Who can be spoken with and by whom."""

    choices: queries.Choices
    tab: str = "Propose a conversation"
    seen_by: str = ARRANGERS


@dataclass(frozen=True)
class OnePage:
    """One conversation, and what its forms offer."""

    about: queries.About
    explanation: Explained
    choices: queries.Choices | None
    tab: str
    goes_on: bool = True
    filled: Filled = field(default_factory=dict)
    seen_by: str = "leads, board office and its pair"


@dataclass(frozen=True)
class QueriesPage:
    """The puzzles of one conversation."""

    chosen: queries.Queries
    tab: str


@dataclass(frozen=True)
class ReleasePage:
    """What a lead releases."""

    told: Any
    tab: str


@dataclass(frozen=True)
class ContactsPage:
    """Whom to ring."""

    contacts: queries.ContactsView
    filled: Filled
    tab: str = "Whom to ring"
    seen_by: str = ARRANGERS


def list_page(seat: Seat) -> ListPage:
    """The list."""
    lines = queries.listing(seat)
    by_state = sorted(lines, key=lambda line: (ORDER.index(line.state), line.number))
    groups = tuple((STATE_NAMES[state] if state is not State.WRITTEN_UP else "Being checked", tuple(rows))
                   for state, rows in groupby(by_state, key=lambda line: line.state))  # fmt: skip
    heard = seat.standing.role in (Role.CASE_GROUP, Role.FAMILY)
    return ListPage(
        groups=() if heard else groups,
        own=lines if heard else (),
        heard=heard,
        may_propose=allows(seat.standing, Action.CONVERSATIONS_PROPOSE),
        contacts=queries.contacts(seat.review) if heard else None,
    )


def propose_page(seat: Seat) -> ProposePage:
    """The form that proposes one."""
    return ProposePage(queries.choices(seat))


def one_page(seat: Seat, number: int) -> OnePage:
    """One conversation; a participant has a page of their own, and not this one."""
    return _one(seat, number)


def explain_page(seat: Seat, number: int) -> OnePage:
    """Record that the status was explained."""
    return _one(seat, number, filled={"form": {"on": today(), "text_version": NOW_EXPLAINED.version}})


def recording_page(seat: Seat, number: int) -> OnePage:
    """Record whether they agreed to a recording."""
    return _one(seat, number)


def book_page(seat: Seat, number: int) -> OnePage:
    """Book a time."""
    return _one(seat, number)


def pair_page(seat: Seat, number: int) -> OnePage:
    """Choose the pair."""
    return _one(seat, number, choices=True)


def queries_page(seat: Seat, number: int) -> QueriesPage:
    """Choose puzzles."""
    return QueriesPage(queries.queries_for(seat, number), f"Conversation {number}")


def release_page(seat: Seat, number: int) -> ReleasePage:
    """Look at what is released, and release it."""
    return ReleasePage(queries.to_release(seat, number), f"Conversation {number}")


def contacts_page(seat: Seat) -> ContactsPage:
    """Say whom to ring."""
    told = queries.contacts(seat.review)
    held = {"support": told.support, "risk": told.risk, "based_on": told.edition}
    return ContactsPage(told, {"form": held})


def _one(seat: Seat, number: int, *, choices: bool = False, filled: Filled | None = None) -> OnePage:
    if seat.standing.role in (Role.CASE_GROUP, Role.FAMILY):
        raise NotHere
    about = queries.about(seat, number)
    start: dict[str, Mapping[str, Any]] = dict(filled or {})
    if about.line.booked_for is not None and "form" not in start:
        when = about.line.booked_for
        start["form"] = {"on": when.date(), "at": f"{when:%H:%M}", "place": about.place}
    return OnePage(
        about=about,
        explanation=NOW_EXPLAINED,
        choices=queries.choices(seat) if choices else None,
        tab=f"Conversation {number}",
        goes_on=not seat.standing.closed,
        filled=start,
    )
