"""Window questions."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reviews import commands
from casement.rooms.reviews.web.forms import questions as forms
from casement.rooms.reviews.web.pages import questions as pages

questions = page(
    Action.REVIEWS_QUESTIONS,
    pages.questions_page,
    "reviews/questions.html",
    place="questions",
    forms={"form": forms.Question},
)
reword = page(
    Action.REVIEWS_ASK,
    pages.reword_page,
    "reviews/reword.html",
    place="questions",
    forms={"form": forms.Rewording},
)


def to_questions(seat: Seat, result: object, **parts: object) -> str:
    """Back to the list of questions."""
    return f"/reviews/{seat.ref}/questions/"


ask_question = action(
    commands.ask_question, form=forms.Question, back=questions, then=to_questions, said="The question is saved."
)
reword_question = action(
    commands.ask_question,
    form=forms.Rewording,
    back=reword,
    then=to_questions,
    said="The question is reworded. The earlier wording is kept below it.",
)
