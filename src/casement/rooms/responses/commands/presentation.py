"""The presentation to the board: that it was, who was there, and what was said."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.analysis.commands import take_findings_on
from casement.rooms.analysis.vocabulary import FindingState
from casement.rooms.planning.models import Meeting
from casement.rooms.responses.commands.answers import past
from casement.rooms.responses.commands.rows import finding_row, place_of
from casement.rooms.responses.models import Presentation, PresentationNote
from casement.rooms.responses.vocabulary import LONGEST, SAID_NAMES, Said


@command(Action.RESPONSES_ANSWER)
def record_presentation(seat: Seat, *, on: date | None, present: str, meeting: int | None = None) -> Presentation:
    """Write down that the findings were presented: when, and who was there by role; once for each day and meeting.

    Where it was a `meeting` of the plan, its agenda and minutes stay there and are linked. Findings that are in the
    report move on to presented.
    """
    place = next_number(Presentation, seat.review)
    day = past(on, field="on")
    words = in_words(present, "Say who was there, by role. No names are needed.", field="present", most=LONGEST)
    there = None
    if meeting is not None:
        there = Meeting.objects.filter(review_id=seat.review, number=meeting, cancelled_at=None).first()
        if there is None:
            raise Refused("Choose a meeting of this review, or none.", field="meeting")
    twin = Presentation.objects.filter(review_id=seat.review, on=day, meeting=there).first()
    if twin is not None:
        return twin
    take_findings_on(seat, to=FindingState.PRESENTED, why=f"Presented to the board on {day.day} {day:%B %Y}.")
    return Presentation.objects.create(
        review_id=seat.review, number=place, meeting=there, on=day, present=words, by_id=place_of(seat)
    )


@command(Action.RESPONSES_ANSWER)
def note_said(
    seat: Seat, *, number: int, kind: str, text: str, finding: int | None = None, role: str = ""
) -> PresentationNote:
    """Write down what was said at presentation `number`: of one finding, or of all. A challenge names a role."""
    place = next_number(PresentationNote, seat.review)
    row = Presentation.objects.filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    if kind not in SAID_NAMES:
        raise Refused("Say what kind of entry this is.", field="kind")
    words = in_words(text, "Write down what was said.", field="text", most=LONGEST)
    who = at_most(role, 200, field="role")
    if kind == Said.CHALLENGE and not who:
        raise Refused("Say which role the challenge came from.", field="role")
    try:
        of = finding_row(seat, finding) if finding is not None else None
    except NotHere:
        raise Refused("Choose a finding of the report, or none.", field="finding") from None
    twin = PresentationNote.objects.filter(
        presentation=row, kind=kind, finding=of, text=words, taken_back_at=None
    ).first()
    return twin or PresentationNote.objects.create(
        review_id=seat.review, presentation=row, number=place, finding=of, kind=kind, text=words, role=who,
        by_id=place_of(seat),
    )  # fmt: skip


@command(Action.RESPONSES_ANSWER)
def take_back_said(seat: Seat, *, number: int) -> PresentationNote:
    """Take back an entry that was written down wrongly. It is kept, and shown no more."""
    row = PresentationNote.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    row.taken_back_at = row.taken_back_at or now()
    row.save(update_fields=["taken_back_at"])
    return row
