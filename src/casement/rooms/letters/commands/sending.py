"""Sending a letter: its words are fixed, and whoever gets it is told that something waits, and no more."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from casement.foundation import post
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now, today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.letters.models import Dispatch, Letter
from casement.rooms.letters.queries.one import words_of
from casement.rooms.letters.queries.recipients import Addressee, addressee
from casement.rooms.letters.queries.stopping import stopped_by
from casement.rooms.letters.queries.texts import text_in_use
from casement.rooms.letters.rules.fields import BY_KEY
from casement.rooms.letters.rules.standing import LOST
from casement.rooms.letters.vocabulary import MAIL_SUBJECT, MAIL_TEXT, Route
from casement.rooms.reviews.models import Participation

NO_ACCOUNT = "Nobody this letter is for can sign in. Send it on paper, or give them a place with an e-mail address."
SENT = "This letter has gone already. Send it again only if it came back."


@command(Action.LETTERS_SEND)
def send_letter(seat: Seat, *, number: int, route: str, on: date | None = None) -> Letter:
    """Send a letter, or send again one that came back. `on` is the day it was posted, for one on paper.

    Refused while something it needs is not filled in, while a hold or a witness flag stops it, when nobody it is
    for can sign in, and when it has arrived already.
    """
    row = Letter.objects.select_for_update(of=("self",)).select_related("review").filter(
        review_id=seat.review, number=number, thrown_away_at=None
    ).first()  # fmt: skip
    if row is None:
        raise NotHere
    if route not in tuple(Route):
        raise Refused("Choose how it goes.", field="route")
    day = on if on and route == Route.PAPER else today()
    if day > today():
        raise Refused("This day has not come yet. Write the day on which it was posted.", field="on")
    if no := stopped_by(row):
        raise Refused(no)
    to = addressee(seat, participation_id=row.participation_id, agency_id=row.agency_id)
    back = [
        one for one in Dispatch.objects.filter(letter=row, superseded=False) if one.mail and one.mail.state in LOST
    ]
    if row.sent_at is None:
        fix_words(seat, row, to, day)
    elif not back:
        raise Refused(SENT)
    go(seat, row, route, day, to, {one.participation_id for one in back})
    Dispatch.objects.filter(pk__in=[one.pk for one in back]).update(superseded=True)
    return row


def fix_words(seat: Seat, row: Letter, to: Addressee, day: date) -> None:
    """Keep the words as they go. Refused while one is missing."""
    text = text_in_use(row.key, row.language)
    row.title, row.body, missing = words_of(seat, row, to, text)
    if missing:
        raise Refused(f"One thing is still missing: {BY_KEY[missing[0]].means.lower()}.")
    row.wording, row.sent_at, row.sent_on = text.number, now(), day
    row.save(update_fields=["title", "body", "wording", "sent_at", "sent_on"])


def go(seat: Seat, row: Letter, route: str, day: date, to: Addressee, only: set[int | None]) -> None:
    """One dispatch on paper, or one for each place that can read it; of one that came back, for those alone."""
    if route == Route.PAPER:
        Dispatch.objects.create(letter=row, route=route, on=day, by_id=seat.person_id)
        return
    places = [place for place in to.places if not only or place.pk in only]
    if not places:
        raise Refused(NO_ACCOUNT, field="route")
    for place in places:
        tell(seat, row, place)


def tell(seat: Seat, row: Letter, place: Participation) -> None:
    """Tell one person that something waits for them."""
    assert place.person is not None
    link = f"{settings.CASEMENT_ADDRESS}/reviews/{seat.ref}/my-letters/{row.number}/"
    mail = post.send(
        place.person.email,
        MAIL_SUBJECT,
        MAIL_TEXT.format(link=link),
        review=seat.review,
        about=f"letter:{row.number}",
    )
    Dispatch.objects.create(
        letter=row, route=Route.CASEMENT, participation=place, mail=mail, on=today(), by_id=seat.person_id
    )
