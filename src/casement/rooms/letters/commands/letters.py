"""Drafts of letters: begun from a text for somebody, filled in, thrown away."""

from __future__ import annotations

from datetime import date, time

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.letters.models import Letter
from casement.rooms.letters.queries.texts import text_in_use
from casement.rooms.letters.rules.fields import ASKED, BY_KEY
from casement.rooms.letters.vocabulary import LANGUAGE_NAMES, Language
from casement.rooms.reviews.models import Agency, Participation

WHO = "Choose who the letter is for."
LONGEST = 4000


@command(Action.LETTERS_WRITE)
def write_letter(
    seat: Seat, *, key: str, to: str, language: str = Language.ENGLISH, answers: dict[str, str] | None = None
) -> Letter:
    """Begin a letter. `to` is "p" and the number of a place, or "a" and the number of an agency.

    Refused when there is no such text in this language, or when the person has left the review.
    """
    try:
        text = text_in_use(key, language)
    except NotHere:
        if language in LANGUAGE_NAMES and language != Language.ENGLISH:
            sentence = (
                f"There is no {LANGUAGE_NAMES[language]} text of this letter here. Choose English, or add one."
            )
            raise Refused(sentence, field="language") from None
        raise Refused("Choose a letter.", field="key") from None
    place, agency = recipient(seat, to)
    made = Letter(
        review_id=seat.review,
        number=next_number(Letter, seat.review),
        key=text.letter.key,
        language=language,
        participation=place,
        agency=agency,
        recipient_label=place.role_label if place else agency.name if agency else "",
        by_id=seat.person_id,
        answers=answered({}, answers or {}),
    )
    made.save()
    return made


def recipient(seat: Seat, to: str) -> tuple[Participation | None, Agency | None]:
    """The place or the agency that a letter is for. Refused when there is none."""
    kind, number = to[:1], to[1:]
    if not number.isdigit() or len(number) > 9:
        raise Refused(WHO, field="to")
    if kind == "p":
        place = Participation.objects.filter(review_id=seat.review, number=int(number), ended_at=None).first()
        if place is None:
            raise Refused(WHO, field="to")
        return place, None
    agency = Agency.objects.filter(review_id=seat.review, number=int(number)).first() if kind == "a" else None
    if agency is None:
        raise Refused(WHO, field="to")
    return None, agency


@command(Action.LETTERS_WRITE)
def fill_letter(seat: Seat, /, *, number: int, **answers: str) -> Letter:
    """Fill in what a draft asks for; what is left out stays as it was. Refused for a letter that was sent."""
    row = draft(seat, number)
    row.answers = answered(row.answers, answers)
    row.save(update_fields=["answers"])
    return row


@command(Action.LETTERS_WRITE)
def throw_letter_away(seat: Seat, *, number: int) -> Letter:
    """Take a draft out of the list. A letter that was sent stays."""
    row = draft(seat, number)
    row.thrown_away_at = now()
    row.save(update_fields=["thrown_away_at"])
    return row


def draft(seat: Seat, number: int) -> Letter:
    """The draft with this number, held until this change is done. For use inside a command."""
    row = Letter.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None or row.thrown_away_at is not None:
        raise NotHere
    if row.sent_at is not None:
        raise Refused("This letter was sent, so it stays as it is. Write another.")
    return row


def answered(before: dict[str, str], answers: dict[str, str]) -> dict[str, str]:
    """What is filled in, with the new answers in it. Refused for a day or a time that is none."""
    told = dict(before)
    for key, value in answers.items():
        field = BY_KEY.get(key)
        if field is None or field not in ASKED:
            raise Refused(f"There is no field “{key[:40]}” to fill in.")
        words = str(value or "").strip()
        if len(words) > LONGEST:
            raise Refused(f"This is too long. Use at most {LONGEST} letters.", field=key)
        if words and field.kind == "day":
            words = read(date, words, key, "This is not a day of the calendar. Write day, month and year.")
        if words and field.kind == "time":
            words = read(time, words.replace(".", ":"), key, "This is not a time. Write it as 14:30.")[:5]
        told[key] = words
    return {key: words for key, words in told.items() if words}


def read(kind: type[date] | type[time], words: str, key: str, sentence: str) -> str:
    """A day or a time as it is kept."""
    try:
        return kind.fromisoformat(words).isoformat()
    except ValueError:
        raise Refused(sentence, field=key) from None
