"""Projects brought in and sent out through the commands, and the work done at once."""

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.coding import commands
from casement.rooms.coding.models import Exchange
from tests.factories.reviews import Cast


def bring_in(cast: Cast, data: bytes, name: str = "project.qdpx", role: Role = Role.LEAD, **asked) -> Exchange:
    """Bring a file in; the sources it holds are records of the police unless asked otherwise."""
    asked.setdefault("agency", cast.agency("Police").number)
    made = commands.bring_in_exchange(cast.seat(role), name=name, data=data, **asked)
    jobs.run_waiting()
    made.refresh_from_db()
    return made


def send(cast: Cast, role: Role = Role.LEAD, **asked) -> tuple[Exchange, bytes]:
    """Send a file out; the exchange and the file."""
    from casement.foundation import files

    made = commands.send_exchange(cast.seat(role), **asked)
    jobs.run_waiting()
    made.refresh_from_db()
    return made, files.fetch(made.sha256) if made.sha256 else b""
