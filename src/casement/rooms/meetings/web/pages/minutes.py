"""The minutes: as they would be agreed, as they were, and as files."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.foundation.web import Download
from casement.rooms.meetings import queries
from casement.rooms.meetings.exports import DOCX, PDF, minutes_docx, minutes_pdf
from casement.rooms.meetings.rules.minutes import Told, thawed
from casement.rooms.meetings.web.pages.words import address, seen_by, when


@dataclass(frozen=True)
class MinutesPage:
    """Minutes of one meeting. `kept` is None while they are only as they would be, or open to be corrected."""

    meeting: queries.Here
    when: str
    told: Told | None
    kept: queries.Agreed | None
    correcting: str
    earlier: tuple[queries.Earlier, ...]
    not_yet: str
    may_agree: bool
    may_correct: bool
    stopped: str
    base: str
    seen_by: str
    tab: str
    help: str = "meetings"


def minutes_page(seat: Seat, number: int) -> MinutesPage:
    """The agreed minutes; for leads and team what would be agreed now, before that and during a correction."""
    meeting = queries.here(seat, number)
    reads = meeting.everything and allows(seat.standing, Action.MEETINGS_NOTES)
    draft = reads and not meeting.settled
    kept = queries.agreed(meeting) if meeting.agreed_at and not draft else None
    told = thawed(queries.as_now(seat, meeting)) if draft else kept.told if kept else None
    leads = allows(seat.standing, Action.MEETINGS_AGREE) and meeting.everything and not meeting.cancelled
    noted = draft and told is not None and any(said for _, said in told.parts)
    return MinutesPage(
        meeting,
        when(meeting),
        told,
        kept,
        queries.correction(meeting),
        queries.earlier(meeting) if reads else (),
        f"They can be agreed once the meeting has begun, on {when(meeting)}." if not meeting.begun else "",
        leads and noted and meeting.begun,
        leads and meeting.settled,
        queries.stopped(seat, number) if leads else "",
        address(seat, number),
        seen_by(meeting),
        f"Meeting {number}, minutes",
    )


def edition_page(seat: Seat, number: int, edition: int) -> MinutesPage:
    """Minutes as they were once agreed, for leads and team; NotHere for an edition that never was."""
    meeting = queries.here(seat, number)
    if not meeting.everything or not allows(seat.standing, Action.MEETINGS_NOTES):
        raise NotHere
    kept = queries.agreed_or_not_here(meeting, edition)
    return MinutesPage(
        meeting, when(meeting), kept.told, kept, "", queries.earlier(meeting), "", False, False, "",
        address(seat, number), "leads and team", f"Meeting {number}, version {edition} of the minutes",
    )  # fmt: skip


def minutes_file(seat: Seat, number: int, kind: str) -> Download:
    """The agreed minutes as a file, as far as this seat reads them; NotHere while there are none."""
    meeting = queries.here(seat, number)
    kept = queries.agreed_or_not_here(meeting)
    make, media = (minutes_docx, DOCX) if kind == "docx" else (minutes_pdf, PDF)
    day = localtime(meeting.starts).date()
    made = make(kept.told, f"Minutes: {meeting.label}", day, f"{seat.ref}, meeting {number}")
    return Download(f"{seat.ref}-meeting-{number}-minutes.{kind}", media, made)
