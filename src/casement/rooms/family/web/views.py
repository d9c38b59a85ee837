"""Pages and actions of the family record, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.family import commands
from casement.rooms.family.web import forms, pages

family = page(
    Action.FAMILY_LIST, pages.family_page, "family/family.html", place="family", forms={"form": forms.Open}
)
record = page(
    Action.FAMILY_READ,
    pages.record_page,
    "family/record.html",
    place="family",
    kind="involvement",
    forms={"wishes": forms.WishesForm, "contact": forms.ContactForm, "feedback": forms.FeedbackForm},
)
question = page(
    Action.FAMILY_WRITE,
    pages.question_page,
    "family/question.html",
    place="family",
    kind="involvement",
    forms={"form": forms.AnswerForm},
)


def to_record(seat: Seat, result: object, *, number: int = 0, **parts: object) -> str:
    """To the record."""
    return f"/reviews/{seat.ref}/family/{number or result.number}/"  # type: ignore[attr-defined]


def to_questions(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """Back to the nine questions of the record."""
    return f"/reviews/{seat.ref}/family/{number}/#questions"


open_record = action(
    commands.open_involvement, form=forms.Open, back=family, then=to_record, said="The record is open."
)
put_wishes = action(
    commands.put_wishes,
    form=forms.WishesForm,
    back=record,
    name="wishes",
    then=to_record,
    said="How they wish to be in touch is saved.",
)
answer = action(
    commands.answer_question, form=forms.AnswerForm, back=question, then=to_questions, said="The answer is saved."
)
note_contact = action(
    commands.note_contact,
    form=forms.ContactForm,
    back=record,
    name="contact",
    then=to_record,
    said="The contact is recorded.",
)
give_feedback = action(
    commands.give_feedback,
    form=forms.FeedbackForm,
    back=record,
    name="feedback",
    then=to_record,
    said="The feedback is recorded.",
)
