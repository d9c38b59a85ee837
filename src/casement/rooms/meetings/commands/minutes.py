"""The minutes are agreed: frozen as they stand, for those whose role reads them."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import Refused
from casement.rooms.meetings.commands.rows import open_meeting, place_of
from casement.rooms.meetings.models import Entry, Minutes
from casement.rooms.meetings.queries import as_now
from casement.rooms.meetings.rules.minutes import hash_of

NOTHING = "Nothing was noted in this meeting, so there are no minutes to agree."


@command(Action.MEETINGS_AGREE)
def agree_minutes(seat: Seat, *, number: int) -> Minutes:
    """Agree the minutes of a meeting. From then on no entry is added or changed; what follows from them goes on."""
    meeting = open_meeting(seat, number)
    if not Entry.objects.filter(meeting=meeting.pk, taken_back_at=None).exists():
        raise Refused(NOTHING)
    told = as_now(seat, meeting)
    return Minutes.objects.create(
        meeting_id=meeting.pk, kind=meeting.kind, told=told, sha256=hash_of(told), by_id=place_of(seat)
    )
