"""What time can be entered from, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import now
from casement.rooms.conversations.models import Conversation
from casement.rooms.planning.models import Invitee, Meeting
from casement.rooms.reviews.models import Participation, Review
from casement.rooms.timekeeping.rules.choosing import CONVERSATION_MINUTES, why_not_for
from casement.rooms.timekeeping.vocabulary import Thing

RECENT = timedelta(days=45)


@dataclass(frozen=True)
class ThingLine:
    """A meeting or conversation that was held: what it is called here, its day, step and booked length."""

    kind: str
    number: int
    label: str
    on: date
    step: str
    minutes: int

    @property
    def key(self) -> str:
        """How a form names it, such as "meeting:3"."""
        return f"{self.kind}:{self.number}"


def things(seat: Seat) -> tuple[ThingLine, ...]:
    """What began in the last weeks and this seat may know of, newest first."""
    return _lines(seat, Q(), since=True)


def thing_called(seat: Seat, key: str) -> ThingLine | None:
    """The one with this key, whenever it began; None where this seat may not know of it, or it is yet to come."""
    kind, _, number = key.partition(":")
    if kind not in set(Thing) or not number.isdecimal() or len(number) > 9:
        return None
    return next((one for one in _lines(seat, Q(number=int(number)), only=kind) if one.key == key), None)


def _lines(seat: Seat, which: Q, *, only: str = "", since: bool = False) -> tuple[ThingLine, ...]:
    found: list[ThingLine] = []
    if only in ("", Thing.MEETING):
        held = Meeting.objects.filter(which, review_id=seat.review, cancelled_at=None, starts_at__lte=now())
        if since:
            held = held.filter(starts_at__gte=now() - RECENT)
        if not allows(seat.standing, Action.PLANNING_READ):
            mine = Invitee.objects.filter(participation=seat.standing.participation_id or 0, ended_at=None)
            held = held.filter(pk__in=mine.values("meeting"))
        for row in held.select_related("row"):
            minutes = round((row.ends_at - row.starts_at) / timedelta(minutes=1))
            day = localtime(row.starts_at).date()
            found.append(ThingLine(Thing.MEETING, row.number, row.row.label, day, row.row.step, minutes))
    if only in ("", Thing.CONVERSATION) and allows(seat.standing, Action.CONVERSATIONS_KNOW):
        talks = Conversation.objects.known_to(seat).filter(which, booked_for__lte=now())
        if since:
            talks = talks.filter(booked_for__gte=now() - RECENT)
        found += [
            ThingLine(Thing.CONVERSATION, number, f"Conversation {number}", localtime(at).date(), "S07",
                      CONVERSATION_MINUTES)
            for number, at in talks.values_list("number", "booked_for")
            if at is not None
        ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.on, one.key), reverse=True))


def step_now(seat: Seat) -> str:
    """The step where the review stands; for whoever may not know that, the one in which they are heard."""
    if not allows(seat.standing, Action.REVIEWS_READ):
        return "S07"
    return str(Review.objects.values_list("step", flat=True).get(pk=seat.review))


def places_for(seat: Seat) -> tuple[tuple[int, str], ...]:
    """Other people whose time this seat may enter: number and role label, in order."""
    rows = Participation.objects.filter(review_id=seat.review, ended_at=None)
    rows = rows.exclude(pk=seat.standing.participation_id or 0).order_by("number")
    return tuple(
        (number, label)
        for number, label, person in rows.values_list("number", "role_label", "person")
        if not why_not_for(seat.standing.role, own=False, has_account=person is not None)
    )
