"""What waits for one person: their own dates over all their reviews, one date or poll behind a private link."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Asked, Invitee, PollAnswer, Slot
from casement.rooms.reviews.queries import seats_of

KEPT = timedelta(days=30)  # how long a date that is over stays in a calendar that is fetched


@dataclass(frozen=True)
class MyDate:
    """One date of one person."""

    ref: str
    number: int
    label: str
    starts: datetime
    ends: datetime
    place: str
    call_link: str
    needed: bool
    reply: str
    cancelled: bool
    uid: str
    sequence: int
    changed_at: datetime


@dataclass(frozen=True)
class MyPoll:
    """One poll as the person sees it who is asked. `dates` are (key, moment, what they said)."""

    ref: str
    number: int
    answer_by: date
    open: bool
    answered_at: datetime | None
    access_needs: str
    interpreter: str
    dates: tuple[tuple[int, datetime, str], ...]


def my_dates(seat: Seat, *, since: datetime | None = None) -> tuple[MyDate, ...]:
    """The dates of whoever asks in every review they have a place in, soonest first."""
    places = [each.standing.participation_id or 0 for each in seats_of(seat.person_id)]
    return _dates(places, since or now())


def my_date(seat: Seat, number: int) -> MyDate:
    """One meeting as somebody sees it who is asked to it; NotHere for anybody else."""
    found = [each for each in _dates([seat.standing.participation_id or 0], None) if each.number == number]
    if not found:
        raise NotHere
    return found[0]


def _dates(places: Sequence[int], since: datetime | None) -> tuple[MyDate, ...]:
    rows = Invitee.objects.filter(participation__in=places, ended_at=None).select_related(
        "meeting", "meeting__row", "meeting__review"
    )
    rows = rows.exclude(sent_sequence=None)
    if since is not None:
        rows = rows.filter(meeting__ends_at__gt=since)
    return tuple(
        MyDate(
            each.meeting.review.ref,
            each.meeting.number,
            each.meeting.row.label,
            each.meeting.starts_at,
            each.meeting.ends_at,
            each.meeting.place,
            each.meeting.call_link,
            each.needed,
            each.reply,
            each.meeting.cancelled_at is not None,
            each.uid,
            each.meeting.sequence,
            each.meeting.changed_at,
        )
        for each in rows.order_by("meeting__starts_at", "pk")
    )


def my_polls(seat: Seat) -> tuple[MyPoll, ...]:
    """The open polls that whoever asks is asked in, over all their reviews, soonest first."""
    places = [each.standing.participation_id or 0 for each in seats_of(seat.person_id)]
    rows = Asked.objects.filter(participation__in=places, poll__closed_at=None).select_related(
        "poll", "poll__review"
    )
    return tuple(_poll(each, ()) for each in rows.order_by("poll__answer_by", "pk"))


def my_poll(seat: Seat, number: int) -> MyPoll:
    """One poll with the dates that are offered; NotHere for whoever is not asked."""
    asked = (
        Asked.objects.filter(
            poll__review_id=seat.review, poll__number=number,
            participation=seat.standing.participation_id or 0,
        )
        .select_related("poll", "poll__review")
        .first()
    )  # fmt: skip
    if asked is None:
        raise NotHere
    said = dict(PollAnswer.objects.filter(asked=asked).values_list("slot_id", "says"))
    slots = Slot.objects.filter(poll=asked.poll).values_list("pk", "starts_at")
    return _poll(asked, [(key, starts, said.get(key, "")) for key, starts in slots])


def _poll(asked: Asked, dates: Iterable[tuple[int, datetime, str]]) -> MyPoll:
    return MyPoll(
        asked.poll.review.ref,
        asked.poll.number,
        asked.poll.answer_by,
        asked.poll.closed_at is None,
        asked.answered_at,
        asked.access_needs,
        asked.interpreter,
        tuple(dates),
    )
