"""Who came to a meeting, with what their answer to the invitation suggests while nobody has said; who was there."""

from __future__ import annotations

from dataclasses import dataclass

from casement.foundation.clock import now
from casement.rooms.meetings.models import Attendance
from casement.rooms.meetings.queries.rows import Here, everything
from casement.rooms.meetings.rules.agendas import may_read
from casement.rooms.meetings.vocabulary import CAME_NAMES, Came
from casement.rooms.planning.models import Invitee
from casement.rooms.reviews.models import Participation
from casement.rooms.reviews.queries.seats import COLUMNS, Place, seats_from, with_rights

SUGGESTS = {"yes": Came.CAME, "no": Came.APOLOGIES}


@dataclass(frozen=True)
class AttendeeLine:
    """One person who was asked. `came` is what was recorded, `suggested` what their answer suggests."""

    number: int
    label: str
    reply: str
    came: str
    suggested: str

    @property
    def words(self) -> str:
        """Whether they came, in words."""
        return CAME_NAMES.get(self.came, "")


def attendees(meeting: Here) -> tuple[AttendeeLine, ...]:
    """Everybody who is asked, by number of their place."""
    said = dict(Attendance.objects.filter(meeting=meeting.pk).values_list("participation_id", "came"))
    rows = Invitee.objects.filter(meeting=meeting.pk, ended_at=None).select_related("participation")
    return tuple(
        AttendeeLine(
            each.participation.number, each.participation.role_label, each.reply,
            said.get(each.participation_id, ""), SUGGESTS.get(each.reply, ""),
        )
        for each in rows.order_by("-needed", "participation__number")
    )  # fmt: skip


@dataclass(frozen=True)
class There:
    """One person who was there: their place, where mail reaches them (empty without an account), whether they read
    its minutes.
    """

    place: int
    email: str
    reads: bool


def who_were_there(meeting: Here) -> tuple[There, ...]:
    """Everybody who is noted as having come and still has a place. Three queries."""
    came = Attendance.objects.filter(meeting=meeting.pk, came=Came.CAME).values("participation")
    rows = with_rights(Participation.objects.filter(pk__in=came, ended_at=None)).order_by("number")
    told = list(rows.values_list(*COLUMNS, "person__email", "person__is_active"))
    places = [Place(*row[:-2]) for row in told]
    return tuple(
        There(
            place.pk, email if active and email else "",
            may_read(meeting.kind, place.role, asked=True, everything=everything(seat)),
        )
        for place, (*_, email, active), seat in zip(places, told, seats_from(places, now()), strict=True)
    )  # fmt: skip
