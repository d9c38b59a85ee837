"""Days, times and addresses of meetings in words."""

from datetime import datetime

from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.rooms.meetings.queries import Here


def clock(moment: datetime) -> str:
    """A time of day: "2:30pm"."""
    local = localtime(moment)
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def when(meeting: Here) -> str:
    """Day and time of a meeting."""
    local = localtime(meeting.starts)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock(meeting.starts)} to {clock(meeting.ends)}"


def address(seat: Seat, number: int) -> str:
    """Where a meeting is."""
    return f"/reviews/{seat.ref}/meetings/{number}/"
