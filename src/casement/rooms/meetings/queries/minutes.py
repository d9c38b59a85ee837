"""Minutes: as they would be agreed now, and as they were agreed, each as far as the reader's role reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.meetings.models import Minutes
from casement.rooms.meetings.queries.agenda import item_titles
from casement.rooms.meetings.queries.notes import entries, still_open
from casement.rooms.meetings.queries.people import attendees
from casement.rooms.meetings.queries.rows import Here
from casement.rooms.meetings.rules.minutes import Told, for_reader, frozen, thawed
from casement.rooms.meetings.vocabulary import Kind


@dataclass(frozen=True)
class Agreed:
    """Minutes as they were agreed."""

    told: Told
    at: datetime
    by: str
    sha256: str


def as_now(seat: Seat, meeting: Here) -> dict[str, Any]:
    """What would be agreed now, as plain values."""
    return frozen(
        item_titles(meeting),
        entries(seat, meeting, linked=False),
        [(one.label, one.came) for one in attendees(meeting)],
        [(one.text, one.owner, one.by_when) for one in still_open(seat, [Kind.ACTION], before=meeting)],
    )


def agreed(meeting: Here) -> Agreed | None:
    """The agreed minutes of a meeting somebody may read; None while there are none."""
    row = Minutes.objects.select_related("by").filter(meeting=meeting.pk).first()
    if row is None:
        return None
    told = for_reader(thawed(row.told), everything=meeting.everything)
    return Agreed(told, row.at, row.by.role_label, row.sha256)


def agreed_or_not_here(meeting: Here) -> Agreed:
    """The agreed minutes, or NotHere."""
    found = agreed(meeting)
    if found is None:
        raise NotHere
    return found
