"""The minutes: as they would be agreed, as they were, and as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.web import Download
from casement.rooms.meetings import queries
from casement.rooms.meetings.exports import DOCX, PDF, minutes_docx, minutes_pdf
from casement.rooms.meetings.rules.minutes import Told, thawed
from casement.rooms.meetings.web.pages.words import address, seen_by, when


@dataclass(frozen=True)
class MinutesPage:
    """Minutes of one meeting. `agreed_at` is None while they are only as they would be."""

    meeting: queries.Here
    when: str
    told: Told | None
    agreed_at: datetime | None
    agreed_by: str
    may_agree: bool
    stopped: str
    base: str
    seen_by: str
    tab: str
    help: str = "meetings"


def minutes_page(seat: Seat, number: int) -> MinutesPage:
    """The agreed minutes; before that, for leads and team, what would be agreed now."""
    meeting = queries.here(seat, number)
    kept = queries.agreed(meeting) if meeting.agreed_at else None
    told = kept.told if kept else None
    reads = meeting.everything and allows(seat.standing, Action.MEETINGS_NOTES)
    if kept is None and reads:
        told = thawed(queries.as_now(seat, meeting))
    may = kept is None and not meeting.cancelled and allows(seat.standing, Action.MEETINGS_AGREE)
    return MinutesPage(
        meeting,
        when(meeting),
        told,
        kept.at if kept else None,
        kept.by if kept else "",
        may and told is not None and any(said for _, said in told.parts),
        queries.stopped(seat, number) if may else "",
        address(seat, number),
        seen_by(meeting),
        f"Meeting {number}, minutes",
    )


def minutes_file(seat: Seat, number: int, kind: str) -> Download:
    """The agreed minutes as a file, as far as this seat reads them; NotHere while there are none."""
    meeting = queries.here(seat, number)
    kept = queries.agreed_or_not_here(meeting)
    make, media = (minutes_docx, DOCX) if kind == "docx" else (minutes_pdf, PDF)
    day = localtime(meeting.starts).date()
    made = make(kept.told, f"Minutes: {meeting.label}", day, f"{seat.ref}, meeting {number}")
    return Download(f"{seat.ref}-meeting-{number}-minutes.{kind}", media, made)
