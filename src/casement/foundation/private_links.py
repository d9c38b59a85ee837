"""Private links: a way in without signing in, to one thing, as the place in the review that is somebody's.

A link leads to a seat like any other, narrowed to what its purpose opens (`OPENED_BY` in actions.py), so that
everything behind it goes the usual way: seat, policy, query or command, ledger. The token is told once, to
whoever makes the link; only its hash is kept. A link that is wrong, taken back, or whose place has ended leads
nowhere; one past its date says so.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.core.cache import cache
from django.utils.module_loading import import_string

from casement.foundation.access import Seat
from casement.foundation.actions import Purpose
from casement.foundation.clock import now
from casement.foundation.models import PrivateLink
from casement.foundation.refusals import NotHere, Refused

PAST = "This link is past its date. Ask the person who sent it to you for another."
# How often within how many seconds: wrong links from one place, and answers by one link.
LIMITS = {"wrong": (30, 600), "answer": (60, 3600), "cover": (8, 300)}


class PastItsDate(Refused):
    """The link was good once."""


@dataclass(frozen=True)
class Way:
    """Where a private link leads: the narrowed seat, and the number of the thing it is about."""

    seat: Seat
    thing: int


def hash_of(token: str) -> str:
    """What is kept of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def make_link(
    seat: Seat, purpose: Purpose, *, place: int | None = None, thing: int = 0, until: datetime | None = None
) -> str:
    """A new token for the participation `place`, or for the person who asks; call inside a command.

    Earlier links stay open.
    """
    token = secrets.token_urlsafe(32)
    PrivateLink.objects.create(
        purpose=purpose,
        token_hash=hash_of(token),
        review_id=seat.review if place is not None else None,
        participation_id=place,
        person_id=seat.person_id if place is None else None,
        thing=thing,
        made_by_id=seat.person_id,
        expires_at=until,
    )
    return token


def take_back(seat: Seat, purpose: Purpose, *, place: int | None = None, thing: int | None = None) -> int:
    """End links of this purpose: of one place or about one thing of the review, or all of whoever asks.

    Call inside a command. Answers how many there were.
    """
    rows = PrivateLink.objects.filter(purpose=purpose, taken_back_at=None)
    if place is None and thing is None:
        return rows.filter(person_id=seat.person_id).update(taken_back_at=now())
    rows = rows.filter(review_id=seat.review)
    if place is not None:
        rows = rows.filter(participation_id=place)
    if thing is not None:
        rows = rows.filter(thing=thing)
    return rows.update(taken_back_at=now())


def own_link_since(seat: Seat, purpose: Purpose) -> datetime | None:
    """Since when whoever asks has a link of this purpose that is open; None when they have none."""
    rows = PrivateLink.objects.filter(person_id=seat.person_id, purpose=purpose, taken_back_at=None)
    return rows.order_by("-made_at").values_list("made_at", flat=True).first()


def way_of(token: str, purpose: Purpose) -> Way:
    """Where this link leads. NotHere when it leads nowhere, PastItsDate when it did until lately."""
    row = PrivateLink.objects.filter(token_hash=hash_of(token), purpose=purpose, taken_back_at=None).first()
    if row is None:
        raise NotHere
    seat = _seat_of(row)
    if seat is None or seat.review_id != row.review_id:
        raise NotHere
    if row.expires_at is not None and row.expires_at <= now():
        raise PastItsDate(PAST)
    return Way(replace(seat, standing=replace(seat.standing, through=purpose)), row.thing)


def _seat_of(row: PrivateLink) -> Seat | None:
    seat: Seat | None
    if row.participation_id is not None:
        seat = import_string(settings.CASEMENT_SEAT_AT_PLACE)(row.participation_id)
    else:
        seat = import_string(settings.CASEMENT_SEATS)(row.person_id, None)
    return seat


def too_often(what: str, who: str) -> bool:
    """Count one more try, and say whether that is too many for now. Who it was is kept under a hash."""
    most, seconds = LIMITS[what]
    key = f"private-link:{what}:{hash_of(who)}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out in between
        return False
