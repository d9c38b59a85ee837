"""One person is told of a meeting by mail, with a calendar message of their own. Called inside commands.

Mail and calendar message say that there is a meeting and when, nothing else. People without an account get a
private link to where it is; it also lets them answer when their calendar program cannot.
"""

import secrets
from datetime import datetime, timedelta

from django.conf import settings

from casement.foundation import post
from casement.foundation.access import Seat
from casement.foundation.actions import Purpose
from casement.foundation.clock import now
from casement.foundation.design.day_words import date_words
from casement.foundation.private_links import make_link
from casement.rooms.planning.models import Invitee, Meeting
from casement.rooms.planning.queries.reaching import signed_in
from casement.rooms.planning.rules.calendar import Entry, message

SUBJECTS = {
    "new": "A date for you in Casement",
    "changed": "A date in Casement has changed",
    "cancelled": "A date in Casement is cancelled",
    "reminds": "A date in Casement waits for your answer",
    "gone": "A date in Casement is cancelled",
}
BODIES = {
    "new": "There is a meeting on {when}. Open this address to see where, and to say whether you can come:",
    "changed": "A meeting has changed. It is now on {when}. Open this address to see where, and to answer again:",
    "cancelled": "The meeting on {when} is cancelled. You can see your other dates here:",
    "reminds": "There is a meeting on {when}. Please say whether you can come. Open this address to answer:",
    "gone": "You are not asked to the meeting on {when} any more. You need not do anything.",
}
END = "If you were not expecting this, ring the number on the board's own website."
AFTERWARDS = timedelta(days=14)


def new_uid() -> str:
    """The name of a meeting in one person's calendar. Nobody can guess it, so a reply to it comes from them."""
    return f"{secrets.token_hex(16)}@casement"


def tell(seat: Seat, meeting: Meeting, each: Invitee, to: str, *, reminds: bool = False) -> None:
    """Tell one person of a meeting as it stands, and note that they were told."""
    cancelled = meeting.cancelled_at is not None or each.ended_at is not None
    kind = (
        "cancelled" if cancelled else "reminds" if reminds else "new" if each.sent_sequence is None else "changed"
    )
    gone = cancelled and each.participation.ended_at is not None
    kind = "gone" if gone else kind
    # Whoever has left reaches nothing by a link of their own.
    address = f"{settings.CASEMENT_ADDRESS}/calendar/" if gone else _address(seat, meeting, each)
    entry = Entry(
        each.uid, meeting.sequence, meeting.starts_at, meeting.ends_at, now(), address,
        needed=each.needed, cancelled=cancelled,
    )  # fmt: skip
    body = BODIES[kind].format(when=when_words(meeting.starts_at))
    post.send(
        to,
        SUBJECTS[kind],
        f"{body}\n\n{END}\n" if gone else f"{body}\n\n{address}\n\n{END}\n",
        calendar=None if reminds else message(entry, to=to, sender=settings.DEFAULT_FROM_EMAIL),
        review=seat.review,
        about=f"meeting:{meeting.number}",
    )
    each.sent_sequence, each.sent_to, each.sent_at = meeting.sequence, to, now()
    each.reminded_at = now() if reminds else each.reminded_at
    each.save(update_fields=["sent_sequence", "sent_to", "sent_at", "reminded_at"])


def uninvite(seat: Seat, meeting: Meeting, each: Invitee) -> None:
    """Somebody is not asked any more; told so when they had been told of it."""
    each.ended_at = now()
    each.save(update_fields=["ended_at"])
    if each.sent_sequence is not None:
        tell(seat, meeting, each, each.sent_to)


def call_off(seat: Seat, place: int) -> None:
    """Whoever had this place is asked to no meeting to come; call inside a command that ends the place."""
    asked = Invitee.objects.filter(
        participation=place, ended_at=None, meeting__cancelled_at=None, meeting__ends_at__gt=now()
    )
    for each in asked.select_related("meeting", "participation"):
        uninvite(seat, each.meeting, each)


def when_words(moment: datetime) -> str:
    """A moment in words."""
    return str(date_words(moment))


def _address(seat: Seat, meeting: Meeting, each: Invitee) -> str:
    """Where somebody sees it: their calendar after signing in, or a private link."""
    if each.participation_id in signed_in([each.participation_id]):
        return f"{settings.CASEMENT_ADDRESS}/calendar/"
    token = make_link(
        seat, Purpose.DATE, place=each.participation_id, thing=meeting.number, until=meeting.ends_at + AFTERWARDS
    )
    return f"{settings.CASEMENT_ADDRESS}/date/{token}/"
