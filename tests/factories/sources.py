"""Sources made directly in the tables or through the commands, from small texts."""

from casement.foundation import jobs
from casement.foundation.access import Role
from casement.rooms.reviews.models import Participation
from casement.rooms.sources import commands
from casement.rooms.sources.models import Source
from tests.factories.reviews import Cast

WORDS = "The visit was on a Tuesday.\n\nNobody answered the door.\n\nA card was left."


def bring_in(cast: Cast, *files: tuple[str, bytes], role: Role = Role.LEAD, **asked):
    """Bring files in through the command and read them now; returns the batch."""
    if "participation" not in asked:
        asked.setdefault("agency", cast.agency("Police").number)
    batch = commands.add_files(cast.seat(role), files=files, **asked)
    jobs.run_waiting()
    return batch


def record(cast: Cast, text: str = WORDS, name: str = "visit.txt", **asked) -> Source:
    """One record of the police, unless asked otherwise."""
    batch = bring_in(cast, (name, text.encode()), **asked)
    return batch.uploads.get().source


def account(cast: Cast, role: Role = Role.CASE_GROUP, **asked) -> Source:
    """The write-up of a conversation with the person in this role."""
    place = Participation.objects.get(review=cast.review, role=role)
    heading = "F1" if role is Role.FAMILY else "C2"
    asked.setdefault("sections", {heading: "I had eleven visits that day.\n\nI thought she was safe."})
    return commands.add_write_up(cast.seat(), participation=place.number, **asked)
