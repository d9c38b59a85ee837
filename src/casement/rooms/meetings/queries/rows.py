"""The meeting somebody asks for, if they may: all of it for leads and team, agenda and minutes for the asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere
from casement.rooms.meetings.models import Agenda, Attendance, Correction, Minutes
from casement.rooms.meetings.rules.agendas import agendas, kind_of, may_read
from casement.rooms.meetings.vocabulary import Came
from casement.rooms.planning.models import Invitee, Meeting
from casement.rooms.proceedings.queries import held
from casement.rooms.proceedings.vocabulary import Scope


@dataclass(frozen=True)
class Here:
    """One meeting. `kind` is the one chosen, or the one its place in the plan suggests while none was chosen."""

    pk: int
    number: int
    label: str
    starts: datetime
    ends: datetime
    place: str
    cancelled: bool
    kind: str
    prepared: bool
    version: str
    agreed_at: datetime | None
    edition: int
    correcting: bool
    everything: bool

    @property
    def kind_name(self) -> str:
        """The kind in words."""
        return agendas()[self.kind].name

    @property
    def begun(self) -> bool:
        """Whether it has begun, so that there can be minutes of it."""
        return self.starts <= now()

    @property
    def settled(self) -> bool:
        """Whether its notes are closed: minutes are agreed, and nobody corrects them."""
        return self.agreed_at is not None and not self.correcting

    @property
    def booked(self) -> int:
        """Minutes that are booked."""
        return int((self.ends - self.starts).total_seconds() // 60)


def everything(seat: Seat) -> bool:
    """Whether this seat reads every meeting of the review."""
    return Reach.ALL in reach(seat.standing, Subject.MEETINGS, Verb.READ)


def here(seat: Seat, number: int) -> Here:
    """A meeting whose agenda and agreed minutes this seat may read; NotHere otherwise."""
    found = next(iter(readable(seat, number)), None)
    if found is None:
        raise NotHere
    return found


def readable(seat: Seat, number: int | None = None) -> list[Here]:
    """The meetings whose agenda and minutes this seat may read, in the order of their dates; one query."""
    whole = everything(seat)
    if not whole and Reach.OWN not in reach(seat.standing, Subject.MEETINGS, Verb.READ):
        return []
    rows = meetings_with(seat)
    if number is not None:
        rows = rows.filter(number=number)
    return [one for row in rows if (one := _row(seat, row, whole)) is not None]


def meetings_with(seat: Seat) -> Any:
    """Meetings of the review with their agenda, minutes and whether this seat is asked, or came unasked."""
    agenda = Agenda.objects.filter(meeting=OuterRef("pk"))
    minutes = Minutes.objects.filter(meeting=OuterRef("pk")).order_by("-edition")
    corrections = Correction.objects.filter(meeting=OuterRef("pk"), ended_at=None)
    mine = {"meeting": OuterRef("pk"), "participation": seat.standing.participation_id or 0}
    asked = Invitee.objects.filter(**mine, ended_at=None).exclude(sent_sequence=None)
    came = Attendance.objects.filter(**mine, came=Came.CAME)
    return (
        Meeting.objects.filter(review_id=seat.review)
        .select_related("row")
        .annotate(
            chosen=Subquery(agenda.values("kind")[:1]), of=Subquery(agenda.values("version")[:1]),
            agreed=Subquery(minutes.values("at")[:1]), edition=Subquery(minutes.values("edition")[:1]),
            correcting=Exists(corrections), asked=Exists(asked) | Exists(came),
        )
        .order_by("starts_at", "number")
    )  # fmt: skip


def _row(seat: Seat, row: Any, whole: bool) -> Here | None:
    kind = row.chosen or kind_of(row.row.key, row.row.step)
    if not may_read(kind, str(seat.standing.role), asked=row.asked, everything=whole):
        return None
    if not whole and not row.chosen:
        return None  # nothing is prepared yet
    return Here(
        row.pk, row.number, row.row.label, row.starts_at, row.ends_at, row.place, row.cancelled_at is not None,
        kind, bool(row.chosen), row.of or "", row.agreed, row.edition or 0, row.correcting, whole,
    )  # fmt: skip


def stopped(seat: Seat, number: int) -> str:
    """What holds this meeting, in a sentence fit for this person; empty when nothing does."""
    hold = held(seat.review, Scope.MEETING, number) if seat.standing.held else None
    return hold.told_to(seat) if hold else ""
