"""Days, times and addresses of meetings in words."""

from datetime import datetime

from django.utils.timezone import localtime

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.rooms.meetings.queries import Here
from casement.rooms.meetings.rules.agendas import agendas


def clock(moment: datetime) -> str:
    """A time of day: "2:30pm"."""
    local = localtime(moment)
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour % 12 or 12}{minutes}{'am' if local.hour < 12 else 'pm'}"


def when(meeting: Here) -> str:
    """Day and time of a meeting."""
    local = localtime(meeting.starts)
    return f"{local:%A} {local.day} {local:%B %Y}, {clock(meeting.starts)} to {clock(meeting.ends)}"


def invited_roles(kind: str) -> str:
    """The roles that read agenda and minutes of this kind when they are invited, in words; empty for none."""
    roles = [ROLE_NAMES[Role(one)].lower() for one in sorted(agendas()[kind].read)]
    return " or ".join(roles)


def seen_by(meeting: Here) -> str:
    """Who can open agenda and minutes of this meeting."""
    roles = invited_roles(meeting.kind)
    return f"leads, team, and each {roles} who is invited" if roles else "leads and team"


def address(seat: Seat, number: int) -> str:
    """Where a meeting is."""
    return f"/reviews/{seat.ref}/meetings/{number}/"
