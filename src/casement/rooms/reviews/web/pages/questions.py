"""Pages of window questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.reviews import queries


@dataclass(frozen=True)
class QuestionsPage:
    """The window questions of a review; `may_ask` says whether this person can change them."""

    questions: tuple[queries.Question, ...]
    may_ask: bool
    tab: str = "Questions"


@dataclass(frozen=True)
class RewordPage:
    """One question to put into new words."""

    question: queries.Question
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def questions_page(seat: Seat) -> QuestionsPage:
    """The questions page."""
    return QuestionsPage(queries.questions(seat), allows(seat.standing, Action.REVIEWS_ASK))


def reword_page(seat: Seat, replaces: int) -> RewordPage:
    """The page that rewords one question; a question reworded meanwhile leads to its newest form."""
    for told in queries.questions(seat):
        if replaces in (told.number, *(earlier.number for earlier in told.earlier)):
            return RewordPage(told, f"Question {told.number}", {"form": {"text": told.text}})
    return RewordPage(queries.question(seat, replaces), f"Question {replaces}")
