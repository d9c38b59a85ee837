"""Time entered in a review, through the commands."""

from casement.foundation.access import Role
from casement.rooms.timekeeping import commands
from casement.rooms.timekeeping.models import TimeEntry
from tests.factories.reviews import Cast


def spent(cast: Cast, length: str = "2h", role: Role = Role.LEAD, **more) -> TimeEntry:
    """Some time of this role, read records unless told otherwise."""
    told = {"step": "S06", "activity": "records", "kind": "reading"} | more
    return commands.add_time(cast.seat(role), length=length, **told)


def furnish(cast: Cast) -> None:
    """Entries of four people at two steps, one put right, an estimate and a rate."""
    first = spent(cast, "1h 30")
    commands.change_time(
        cast.seat(), number=first.number, length="2h", step="S06", activity="records", kind="reading"
    )
    for role in (Role.TEAM, Role.CASE_GROUP, Role.BUSINESS):
        spent(cast, "45 min", role)
    commands.set_estimate(cast.seat(), step="S06", length="20")
    commands.set_rate(cast.seat(), pounds="32.50")
