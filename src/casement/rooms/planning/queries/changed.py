"""What is new of dates, what lies ahead, and the clocks that run."""

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Concat

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.clock import now
from casement.foundation.since import Since, amounts, newer, who_may
from casement.foundation.waiting import Rows, rows_of
from casement.rooms.planning.models import ClockStart, Invitee, Meeting
from casement.rooms.reviews.queries import label_of

AHEAD = timedelta(days=60)


def changed_dates(sinces: Sequence[Since]) -> list[Rows]:
    """Meetings arranged, changed and cancelled since, for those who may read the plan."""
    readers = who_may(sinces, Action.PLANNING_READ)
    arranged = newer(Meeting.objects.filter(cancelled_at=None), readers, at="changed_at")
    cancelled = newer(Meeting.objects.exclude(cancelled_at=None), readers, at="cancelled_at", by="")
    return [
        amounts(arranged, "meetings", who=label_of()),
        amounts(cancelled, "cancelled"),
    ]


def dates_ahead(seats: Sequence[Seat]) -> list[Rows]:
    """The meetings to which these places are asked, and the clocks that run where they may be known."""
    places = [seat.standing.participation_id or 0 for seat in seats]
    mine = Invitee.objects.filter(
        participation__in=places, ended_at=None, meeting__cancelled_at=None, meeting__ends_at__gt=now(),
        meeting__starts_at__lt=now() + AHEAD,
    ).exclude(sent_sequence=None).exclude(reply="no")  # fmt: skip
    mine = mine.annotate(day=F("meeting__starts_at__date"))
    reading = [seat.review for seat in seats if allows(seat.standing, Action.PLANNING_READ)]
    clocks = ClockStart.objects.filter(review__in=reading).annotate(
        told=Concat(
            "key",
            Value("|"),
            "unit",
            Value("|"),
            "nation",
            Value("|"),
            Cast("pk", TextField()),
            output_field=TextField(),
        )
    )
    return [
        rows_of(
            mine, "date", review="meeting__review", number="meeting__number", day="day", words="meeting__row__label"
        ),
        rows_of(clocks, "clock", number="length", day="began_on", words="told"),
    ]
