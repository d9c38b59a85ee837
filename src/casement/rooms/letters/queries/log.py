"""The log of what left by e-mail in a review: when, what kind of thing, to whom by label, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Seat
from casement.foundation.post import sent_about
from casement.foundation.post.outbox import Fate
from casement.rooms.letters.vocabulary import about_words
from casement.rooms.people.models import Invitation
from casement.rooms.reviews.models import Participation

PAGE = 50


@dataclass(frozen=True)
class Sent:
    """One mail. `to` is a role label; of somebody who has no place here, their address."""

    number: int
    what: str
    letter: int | None
    to: str
    state: str
    why: str
    tries: int
    written_at: datetime
    try_at: datetime | None
    sent_at: datetime | None
    returned_at: datetime | None


@dataclass(frozen=True)
class SentPage:
    """One page of the log, newest first."""

    rows: tuple[Sent, ...]
    page: int
    last: int
    total: int


def sent(seat: Seat, page: int = 1) -> SentPage:
    """One page of what left; a page past the end is the last one."""
    at = max(1, page)
    rows, total = sent_about(seat.review, first=(at - 1) * PAGE, most=PAGE)
    last = max(1, -(-total // PAGE))
    if at > last:
        at = last
        rows, total = sent_about(seat.review, first=(at - 1) * PAGE, most=PAGE)
    labels = labels_by_address(seat.review)
    return SentPage(tuple(_line(row, labels) for row in rows), at, last, total)


def labels_by_address(review: int) -> dict[str, str]:
    """The role label behind each address of the people of a review, those invited included."""
    places = Participation.objects.filter(review=review).order_by("number")
    told = dict(places.values_list("pk", "role_label"))
    invited = Invitation.objects.filter(participation_id__in=list(told)).values_list("email", "participation_id")
    found = {email.casefold(): told[place] for email, place in invited if place is not None}
    signing_in = places.exclude(person=None).values_list("person__email", "role_label")
    return found | {email.casefold(): label for email, label in signing_in if email}


def _line(row: Fate, labels: dict[str, str]) -> Sent:
    return Sent(
        row.number, about_words(row.about, row.about_number), row.about_number if row.about == "letter" else None,
        labels.get(row.to.casefold(), row.to), row.state, row.why, row.tries, row.written_at, row.try_at,
        row.sent_at, row.returned_at,
    )  # fmt: skip
