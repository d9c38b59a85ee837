"""Every way the family record changes: opened, wishes, the nine questions, contacts, feedback."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number, wait_in_line
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.family.models import Answer, Contact, Feedback, Involvement, Wishes
from casement.rooms.family.queries import feedback_by_label
from casement.rooms.family.rules import gate_answer
from casement.rooms.family.vocabulary import FORM_NAMES, HOW_NAMES, QUESTION, Form
from casement.rooms.reviews.commands import note_gate
from casement.rooms.reviews.models import Participation

GATE = "family_feedback"
LONGEST = 8000
NO_FEEDBACK = "Say how they were told and what they answered, or why they were not told."


@command(Action.FAMILY_WRITE)
def open_involvement(seat: Seat, *, participation: int | None) -> Involvement:
    """Open the record of one member of the family, by the number of their place. There is one for each person."""
    number = next_number(Involvement, seat.review)
    rows = Participation.objects.filter(review_id=seat.review, role=Role.FAMILY)
    place = rows.filter(number=participation or 0).first()
    if place is None:
        raise Refused("Choose a member of the family who has a place here.", field="participation")
    if Involvement.objects.filter(participation=place).exists():
        raise Refused("This person has a record already.", field="participation")
    return Involvement.objects.create(
        review_id=seat.review, number=number, participation=place, by_id=seat.person_id
    )


@command(Action.FAMILY_WRITE)
def put_wishes(
    seat: Seat,
    *,
    number: int,
    contact: str,
    pace: str = "",
    form: str = Form.PLAIN,
    form_words: str = "",
    language: str = "English",
    supporter: str = "",
    interpreter: str = "",
    agreed: bool = False,
) -> Wishes:
    """Write down how they wish to be in touch. Earlier wishes stay.

    Refused when a supporter or an interpreter is named without the person having agreed to them.
    """
    row = record_of(seat, number)
    if form not in FORM_NAMES:
        raise Refused("Choose the form in which they wish to be written to.", field="form")
    if form == Form.OTHER and not form_words.strip():
        raise Refused("Say which other form.", field="form_words")
    if (supporter.strip() or interpreter.strip()) and not agreed:
        raise Refused(
            "Ask the person first whether they want this supporter or interpreter, then tick that they agreed.",
            field="agreed",
        )
    return Wishes.objects.create(
        involvement=row,
        contact=in_words(contact, "Say by role whom they wish to hear from.", field="contact", most=120),
        pace=at_most(pace, 300, field="pace"),
        form=form,
        form_words=at_most(form_words, 300, field="form_words"),
        language=in_words(language, "Say in which language.", field="language", most=80),
        supporter=at_most(supporter, 120, field="supporter"),
        interpreter=at_most(interpreter, 120, field="interpreter"),
        agreed=agreed,
        by_id=seat.person_id,
    )


@command(Action.FAMILY_WRITE)
def answer_question(seat: Seat, *, number: int, topic: str, text: str) -> Answer:
    """Answer one of the nine questions. Earlier answers stay; the same words again change nothing."""
    row = record_of(seat, number)
    if topic not in QUESTION:
        raise NotHere
    told = in_words(text, "Answer in a sentence, or leave the question open.", field="text", most=LONGEST)
    last = Answer.objects.filter(involvement=row, question=topic).last()
    if last and last.text == told:
        return last
    return Answer.objects.create(involvement=row, question=topic, text=told, by_id=seat.person_id)


@command(Action.FAMILY_WRITE)
def note_contact(seat: Seat, *, number: int, how: str, text: str, on: date | None = None) -> Contact:
    """Note one time that they were in touch. Refused for a day that is still to come."""
    row = record_of(seat, number)
    if how not in HOW_NAMES:
        raise Refused("Choose how you were in touch.", field="how")
    return Contact.objects.create(
        involvement=row,
        on=not_ahead(on or today()),
        how=how,
        text=in_words(text, "Say in a sentence what it was about.", field="text", most=LONGEST),
        by_id=seat.person_id,
    )


@command(Action.FAMILY_WRITE)
def give_feedback(seat: Seat, *, number: int, told: bool, text: str, on: date | None = None) -> Feedback:
    """Write down that they were told what was found, or why they were not.

    Once that is said of everybody who has a record, it answers the gate before the review is finished.
    """
    row = record_of(seat, number)
    words = in_words(text, NO_FEEDBACK, field="text", most=LONGEST)
    if not told and on:
        raise Refused("Give a day only if they were told.", field="on")
    made = Feedback.objects.create(
        involvement=row, on=not_ahead(on or today()) if told else None, text=words, by_id=seat.person_id
    )
    every = feedback_by_label(seat)
    if all(one is not None for one in every.values()):
        note_gate(seat, gate=GATE, text=gate_answer((label, one.on) for label, one in every.items() if one))
    return made


def record_of(seat: Seat, number: int) -> Involvement:
    """The record with this number, or NotHere. Inside a command."""
    wait_in_line(seat.review)
    row = Involvement.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return row


def not_ahead(day: date) -> date:
    """A day that is not in the future; Refused otherwise."""
    if day > today():
        raise Refused("This day is in the future. Write the day on which it happened.", field="on")
    return day
