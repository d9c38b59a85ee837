"""Minutes: as they would be agreed now, and as they were agreed, each as far as the reader's role reads them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.meetings.models import Correction, Minutes
from casement.rooms.meetings.queries.agenda import item_titles
from casement.rooms.meetings.queries.notes import entries, still_open
from casement.rooms.meetings.queries.people import attendees
from casement.rooms.meetings.queries.rows import Here
from casement.rooms.meetings.rules.minutes import Told, for_reader, frozen, thawed
from casement.rooms.meetings.vocabulary import Kind


@dataclass(frozen=True)
class Agreed:
    """Minutes as they were agreed; `why` the edition before was corrected, empty for the first."""

    told: Told
    edition: int
    at: datetime
    by: str
    why: str
    sha256: str


@dataclass(frozen=True)
class Earlier:
    """An edition that was agreed, without its words."""

    edition: int
    at: datetime
    by: str


def as_now(seat: Seat, meeting: Here) -> dict[str, Any]:
    """What would be agreed now, as plain values."""
    return frozen(
        item_titles(meeting),
        entries(seat, meeting, linked=False),
        [(one.label, one.came) for one in attendees(meeting)],
        [(one.text, one.owner, one.by_when) for one in still_open(seat, [Kind.ACTION], before=meeting)],
    )


def agreed(meeting: Here, edition: int | None = None) -> Agreed | None:
    """The agreed minutes of a meeting somebody may read, in one edition or the last; None while there are none."""
    rows = Minutes.objects.select_related("by", "corrects").filter(meeting=meeting.pk).order_by("-edition")
    row = (rows if edition is None else rows.filter(edition=edition)).first()
    if row is None:
        return None
    told = for_reader(thawed(row.told), everything=meeting.everything)
    why = row.corrects.why if row.corrects else ""
    return Agreed(told, row.edition, row.at, row.by.role_label, why, row.sha256)


def agreed_or_not_here(meeting: Here, edition: int | None = None) -> Agreed:
    """The agreed minutes, or NotHere."""
    found = agreed(meeting, edition)
    if found is None:
        raise NotHere
    return found


def earlier(meeting: Here) -> tuple[Earlier, ...]:
    """Every edition that was agreed, the newest first; for those who read the notes, who know what was changed."""
    if not meeting.everything or not meeting.edition:
        return ()
    rows = Minutes.objects.filter(meeting=meeting.pk).order_by("-edition")
    return tuple(Earlier(*row) for row in rows.values_list("edition", "at", "by__role_label"))


def correction(meeting: Here) -> str:
    """Why the minutes are being corrected; empty when they are not."""
    if not meeting.correcting:
        return ""
    return Correction.objects.values_list("why", flat=True).get(meeting=meeting.pk, ended_at=None)
