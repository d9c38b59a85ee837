"""Pages and actions of the reviews room, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web import forms, pages

questions = page(
    Action.REVIEWS_QUESTIONS,
    pages.questions_page,
    "reviews/questions.html",
    place="questions",
    forms={"form": forms.Question},
)


def to_questions(seat: Seat, result: object, **parts: object) -> str:
    """Back to the list of questions."""
    return f"/reviews/{seat.ref}/questions/"


ask_question = action(
    commands.ask_question, form=forms.Question, back=questions, then=to_questions, said="Question saved."
)
