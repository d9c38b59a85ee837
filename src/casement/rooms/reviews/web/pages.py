"""What the templates of the reviews room receive."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.reviews import queries


@dataclass(frozen=True)
class QuestionsPage:
    """The window questions of a review; `may_ask` says whether this person can change them."""

    questions: tuple[queries.Question, ...]
    may_ask: bool
    tab: str = "Questions"


def questions_page(seat: Seat) -> QuestionsPage:
    """The questions page."""
    return QuestionsPage(queries.questions(seat), allows(seat.standing, Action.REVIEWS_ASK))
