"""What comes back: somebody says they have read their letter; a mail server returns a mail."""

from __future__ import annotations

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.post import returned
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.letters.models import Dispatch

STRANGE = (
    "There is no mail of ours in this that came back. Only reports of a mail server about mail that Casement sent "
    "are taken; nothing of it was kept."
)
TOO_LARGE = "This mailbox is too large. Split it and bring in the parts."


@command(Action.LETTERS_MINE)
def confirm_letter(seat: Seat, *, number: int) -> Dispatch:
    """Say that one has read one's letter. A second time changes nothing."""
    mine = Dispatch.objects.filter(
        letter__review_id=seat.review, letter__number=number,
        participation_id=seat.standing.participation_id or 0, superseded=False,
    )  # fmt: skip
    row = mine.order_by("-pk").first()
    if row is None:
        raise NotHere
    mine.filter(read_at=None).update(read_at=now())
    return row


@command(Action.LETTERS_RETURNED)
def take_returned(seat: Seat, *, data: bytes) -> returned.Returns:
    """Read a mailbox, or one message, and note which of our mails came back.

    Refused when nothing of it is a report about a mail of ours.
    """
    if len(data) > returned.MOST:
        raise Refused(TOO_LARGE)
    found = returned.take(data)
    if not found.ours and not found.not_yet:
        raise Refused(STRANGE)
    return found
