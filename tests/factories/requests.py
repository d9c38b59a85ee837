"""Requests for records, made through the command from small words."""

from casement.foundation.access import Role
from casement.rooms.sources import commands
from casement.rooms.sources.models import RecordRequest
from tests.factories.reviews import Cast


def asked(cast: Cast, agency: str = "Police", role: Role = Role.LEAD, **more) -> RecordRequest:
    """A request to the police, unless asked otherwise."""
    told = {
        "kinds": "Call log.",
        "reason": "To see who was told.",
        "power": "ca2004_s16h",
        "asked_of": f"Records Manager, {agency}",
    }
    return commands.ask_for_records(cast.seat(role), agency=cast.agency(agency).number, **(told | more))
