"""The texts of this installation: written as a version, then taken into use with a reason."""

from __future__ import annotations

from django.db.models import Max

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, wait_in_line
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.letters.models import Wording
from casement.rooms.letters.rules.merging import wrong_with
from casement.rooms.letters.rules.shipped import shipped
from casement.rooms.letters.vocabulary import Language

WORDINGS = 0  # no review has this number: whoever writes a text for the whole installation waits here


@command(Action.LETTERS_TEXTS)
def write_wording(seat: Seat, *, key: str, language: str, title: str, body: str) -> Wording:
    """Keep a new version of a text. It is not in use yet, so that it can be looked at first.

    Refused, naming the field and the nearest right one, when the text holds a field there is none of.
    """
    if key not in shipped() or language not in tuple(Language):
        raise NotHere
    told = {"title": " ".join(title.split()), "body": body.replace("\r\n", "\n").strip()}
    for name, text in told.items():
        if not text:
            raise Refused("Write the title." if name == "title" else "Write the text of the letter.", field=name)
        if wrong := wrong_with(text):
            raise Refused(wrong.sentence, field=name)
    if len(told["title"]) > 120:
        raise Refused("This title is too long. Use at most 120 letters.", field="title")
    wait_in_line(WORDINGS)
    last = Wording.objects.filter(key=key, language=language).aggregate(last=Max("number"))["last"]
    made = Wording(key=key, language=language, number=(last or 0) + 1, by_id=seat.person_id, **told)
    made.save()
    return made


@command(Action.LETTERS_TEXTS)
def use_wording(seat: Seat, *, key: str, language: str, number: int, reason: str) -> Wording:
    """Take a version into use: letters begun or sent from now on are merged from it. Refused without a reason."""
    row = Wording.objects.select_for_update().filter(key=key, language=language, number=number).first()
    if row is None:
        raise NotHere
    if not reason.strip():
        raise Refused("Say why this text is used from now on.", field="reason")
    if wrong := wrong_with(row.body):
        raise Refused(wrong.sentence)
    row.reason = at_most(" ".join(reason.split()), 300, field="reason")
    row.used_since, row.used_by_id = now(), seat.person_id
    row.save(update_fields=["used_since", "used_by", "reason"])
    return row
