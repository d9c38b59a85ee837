"""What the pages of the write-up and its check receive, and somebody's own learning note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Purpose
from casement.rooms.conversations import queries
from casement.rooms.conversations.rules.moves import BEFORE_HELD
from casement.rooms.conversations.vocabulary import NOW_EXPLAINED, Explained, State

Filled = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class WriteUpPage:
    """The write-up as the pair works on it."""

    draft: queries.DraftView
    filled: Filled
    tab: str
    seen_by: str = "the two who held it"


@dataclass(frozen=True)
class CheckPage:
    """A participant's own conversation. `private` is whether they came by a private link."""

    check: queries.CheckView
    explanation: Explained
    may_check: bool
    before_held: bool
    over: bool
    private: bool
    kept_as: str
    filled: Filled = field(default_factory=dict)
    tab: str = "Your conversation"
    seen_by: str = "you and the two who held it"


@dataclass(frozen=True)
class LearningPage:
    """A note for oneself."""

    note: queries.LearningView
    filled: Filled
    tab: str = "Your learning note"
    seen_by: str = "you only"


def write_up_page(seat: Seat, number: int) -> WriteUpPage:
    """The write-up."""
    told = queries.draft_of(seat, number)
    return WriteUpPage(told, {"form": {"based_on": told.version}}, f"Conversation {number}")


def check_page(seat: Seat, number: int) -> CheckPage:
    """Check what was written, or see where things stand."""
    told = queries.check(seat, number)
    return CheckPage(
        check=told,
        explanation=NOW_EXPLAINED,
        may_check=told.state is State.WRITTEN_UP and told.version is not None,
        before_held=told.state in BEFORE_HELD,
        over=told.state in (State.DECLINED, State.WITHDRAWN),
        private=seat.standing.through == Purpose.WRITE_UP,
        kept_as=f"{seat.ref}-{seat.standing.participation_id}-{number}",
        filled={"agree": {"use": told.use, "version": told.version}},
    )


def learning_page(seat: Seat) -> LearningPage:
    """The note of whoever asks."""
    told = queries.learning_note(seat)
    return LearningPage(told, {"form": {"text": told.text, "based_on": told.edition}})
