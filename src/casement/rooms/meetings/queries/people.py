"""Who came to a meeting, with what their answer to the invitation suggests while nobody has said."""

from __future__ import annotations

from dataclasses import dataclass

from casement.rooms.meetings.models import Attendance
from casement.rooms.meetings.queries.rows import Here
from casement.rooms.meetings.vocabulary import CAME_NAMES, Came
from casement.rooms.planning.models import Invitee

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
