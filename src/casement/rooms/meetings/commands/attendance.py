"""Who came to a meeting, who sent apologies, who was told afterwards."""

from collections.abc import Mapping

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.meetings.commands.rows import open_meeting, place_of
from casement.rooms.meetings.models import Agenda, Attendance
from casement.rooms.meetings.vocabulary import CAME_NAMES
from casement.rooms.planning.models import Invitee


@command(Action.MEETINGS_WORK)
def note_attendance(seat: Seat, *, number: int, came: Mapping[int, str]) -> Agenda | None:
    """Note for places by number whether somebody came; an empty word takes back what was noted."""
    meeting = open_meeting(seat, number)
    rows = Invitee.objects.filter(meeting=meeting.pk, ended_at=None).select_related("participation")
    asked = {each.participation.number: each.participation_id for each in rows}
    for place, said in came.items():
        if place not in asked:
            raise Refused("Choose people who were asked to this meeting.", field="came")
        if said and said not in CAME_NAMES:
            raise Refused("Choose one of the answers that are offered.", field="came")
        if not said:
            Attendance.objects.filter(meeting=meeting.pk, participation=asked[place]).delete()
            continue
        Attendance.objects.update_or_create(
            meeting_id=meeting.pk, participation_id=asked[place],
            defaults={"came": said, "by_id": place_of(seat), "at": now()},
        )  # fmt: skip
    return Agenda.objects.filter(meeting=meeting.pk).first()
