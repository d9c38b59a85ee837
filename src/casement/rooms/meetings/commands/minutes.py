"""The minutes are agreed: frozen as they stand, for those whose role reads them; put right afterwards."""

from django.conf import settings

from casement.foundation import post
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.foundation.saying import in_words
from casement.rooms.meetings.commands.rows import open_meeting, place_of, standing_meeting
from casement.rooms.meetings.models import Correction, Entry, Minutes
from casement.rooms.meetings.queries import Here, as_now, who_were_there
from casement.rooms.meetings.rules.minutes import hash_of

NOTHING = "Nothing was noted in this meeting, so there are no minutes to agree."
NOT_HELD = "This meeting has not begun yet. Its minutes can be agreed once it has."
NOT_AGREED = "The minutes are not agreed yet, so there is nothing to correct: change the notes."
ALREADY = "These minutes are being corrected already. Change the notes, then agree the minutes again."
NO_WHY = "Say in a sentence what was not right. Everybody who reads the minutes reads it."
SUBJECT = "A message for you in Casement"
BODY = (
    "Something is ready for you to read. Sign in to see what it is.\n\n{address}\n\n"
    "If you were not expecting this, ring the number on the board's own website."
)


@command(Action.MEETINGS_AGREE)
def agree_minutes(seat: Seat, *, number: int) -> Minutes:
    """Agree the minutes of a meeting. From then on no entry is added or changed; what follows from them goes on.

    Refused before the meeting has begun. After a correction they are agreed afresh as the next edition, the one
    before is kept; with the same words nothing new is made. Whoever was there and reads them is told by mail, in
    words that say nothing.
    """
    meeting = open_meeting(seat, number)
    if not meeting.begun:
        raise Refused(NOT_HELD)
    if not Entry.objects.filter(meeting=meeting.pk, taken_back_at=None).exists():
        raise Refused(NOTHING)
    told = as_now(seat, meeting)
    before = Minutes.objects.filter(meeting=meeting.pk).order_by("-edition").first()
    correction = Correction.objects.filter(meeting=meeting.pk, ended_at=None).first()
    if correction is not None:
        correction.ended_at = now()
        correction.save(update_fields=["ended_at"])
    if before is not None and before.sha256 == hash_of(told):
        return before
    made = Minutes.objects.create(
        meeting_id=meeting.pk, edition=meeting.edition + 1, corrects=correction, kind=meeting.kind, told=told,
        sha256=hash_of(told), by_id=place_of(seat),
    )  # fmt: skip
    _tell(seat, meeting)
    return made


@command(Action.MEETINGS_AGREE)
def correct_minutes(seat: Seat, *, number: int, why: str) -> Correction:
    """Open agreed minutes again, so that their entries can be put right and they can be agreed afresh.

    What was agreed stays readable meanwhile and afterwards. Refused without a reason.
    """
    meeting = standing_meeting(seat, number)
    if meeting.agreed_at is None:
        raise Refused(NOT_AGREED)
    if meeting.correcting:
        raise Refused(ALREADY)
    words = in_words(why, NO_WHY, field="why", most=1000)
    return Correction.objects.create(meeting_id=meeting.pk, why=words, by_id=place_of(seat))


def _tell(seat: Seat, meeting: Here) -> None:
    """A mail without content to each who was there, reads the minutes and signs in, but for whoever agreed them."""
    for there in who_were_there(meeting):
        if there.email and there.reads and there.place != place_of(seat):
            post.send(there.email, SUBJECT, BODY.format(address=settings.CASEMENT_ADDRESS), review=seat.review)
