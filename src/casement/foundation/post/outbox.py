"""The outbox: what is written into it, and what can be read of it afterwards."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet

from casement.foundation import jobs
from casement.foundation.models import Enclosure, Mail
from casement.foundation.refusals import Refused

JOB = "post.send"
LONGEST_ADDRESS = 254


@dataclass(frozen=True)
class Fate:
    """What became of one mail, without what it said. `about` is the kind of thing, `about_number` its number."""

    number: int
    about: str
    about_number: int | None
    to: str
    state: str
    why: str
    tries: int
    written_at: datetime
    try_at: datetime | None
    sent_at: datetime | None
    returned_at: datetime | None


def send(
    to: str,
    subject: str,
    text: str,
    *,
    calendar: str | None = None,
    attachments: Sequence[tuple[str, str, bytes]] = (),
    review: int | None = None,
    about: str = "",
) -> Mail:
    """Put one mail into the outbox: it leaves once this transaction has been stored, or not at all.

    `calendar` is a calendar message (iCalendar with its METHOD), `attachments` are (name, media type, bytes),
    `review` the id of the review whose log shows it, and `about` the kind and number of what it is about, such as
    "letter:3". Subject and text may hold no confidential word. Refused when the address is not one.
    """
    to = checked(to)
    made = Mail(
        to=to,
        subject=" ".join(subject.split()),
        text=text,
        calendar=calendar or "",
        review_id=review,
        about=about,
        ticket=secrets.token_hex(16),
    )
    made.save()
    for name, media_type, content in attachments:
        Enclosure.objects.create(mail=made, name=name, media_type=media_type, content=content)
    jobs.later(JOB, made.pk)
    return made


def checked(address: str) -> str:
    """An address as it is kept. Refused when it is not one."""
    address = address.strip()
    try:
        validate_email(address)
    except ValidationError:
        raise Refused("This does not look like an e-mail address. Check it.", field="email") from None
    if len(address) > LONGEST_ADDRESS:
        raise Refused("This does not look like an e-mail address. Check it.", field="email")
    return address


def fates_of(numbers: Iterable[int]) -> dict[int, Fate]:
    """What became of these mails, by number."""
    return {row.pk: fate(row) for row in told().filter(pk__in=list(numbers))}


def sent_about(review: int, *, first: int = 0, most: int = 50) -> tuple[list[Fate], int]:
    """The mails of one review, newest first from place `first`, and how many there are in all."""
    rows = told().filter(review_id=review).order_by("-pk")
    return [fate(row) for row in rows[first : first + most]], rows.count()


def told() -> QuerySet[Mail]:
    """Mails without what they said."""
    return Mail.objects.defer("text", "calendar", "subject")


def fate(row: Mail) -> Fate:
    """One row of the log."""
    kind, _, number = row.about.partition(":")
    return Fate(
        row.pk,
        kind,
        int(number) if number.isdigit() else None,
        row.to,
        row.state,
        row.why,
        row.tries,
        row.written_at,
        row.try_at,
        row.sent_at,
        row.returned_at,
    )
