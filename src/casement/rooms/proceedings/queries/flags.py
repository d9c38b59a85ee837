"""Whether somebody may be a witness, and on which conditions they may be heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from casement.rooms.proceedings.models import WitnessFlag
from casement.rooms.proceedings.vocabulary import CLEARING, FLAG_NAMES, STOPPING, FlagState

NOT_YET = (
    "This person cannot be invited yet. The legal liaison has to clear it first. "
    "Nothing about the reason is shown here."
)


@dataclass(frozen=True)
class Flag:
    """The newest flag of one participation. Conditions are printed at the top of the conversation guide."""

    state: FlagState = FlagState.NOT_ASSESSED
    conditions: str = ""
    at: datetime | None = None
    by_id: int | None = None

    @property
    def name(self) -> str:
        """The state in words."""
        return FLAG_NAMES[self.state]

    @property
    def stops(self) -> bool:
        """Whether this person may not be invited, booked or heard now."""
        return self.state in STOPPING

    @property
    def cleared(self) -> bool:
        """Whether somebody looked at it and cleared them, with or without conditions."""
        return self.state in CLEARING

    @property
    def sentence(self) -> str:
        """What anybody is told who is stopped by it; it says nothing of the reason."""
        return NOT_YET if self.stops else ""


def flag_of(participation_id: int) -> Flag:
    """The state and conditions of one participation; not assessed where nobody has looked."""
    return flags_of([participation_id])[participation_id]


def flags_of(participation_ids: Iterable[int]) -> dict[int, Flag]:
    """The same for several, in one query."""
    found = {pk: Flag() for pk in participation_ids}
    for row in WitnessFlag.objects.filter(participation__in=list(found)).order_by("pk"):
        found[row.participation_id] = Flag(FlagState(row.state), row.conditions, row.at, row.by_id)
    return found
