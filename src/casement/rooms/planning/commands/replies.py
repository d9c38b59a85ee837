"""Replies of calendar programs: taken when they come from whoever was invited, else left out and noted."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import Refused
from casement.rooms.planning.models import Invitee, ReplyNote
from casement.rooms.planning.vocabulary import REPLY_NAMES, Left


@command(Action.PLANNING_PLAN)
def take_reply(seat: Seat, *, uid: str, address: str, answer: str, sequence: int = 0) -> Invitee | ReplyNote:
    """Take what a reply says. It must name a meeting by a name only one person knows, and come from their address.

    A reply from anybody else, to an earlier date, or to a cancelled meeting is left out, and a note says so.
    """
    if answer not in REPLY_NAMES:
        raise Refused("This reply says neither yes, nor maybe, nor no.")
    each = (
        Invitee.objects.select_for_update()
        .select_related("meeting")
        .filter(uid=uid, meeting__review_id=seat.review, sent_to__gt="")
        .first()
    )
    if each is None or each.sent_to.casefold() != address.strip().casefold():
        return _left(seat, Left.STRANGER, each)
    if each.ended_at is not None or each.meeting.cancelled_at is not None:
        return _left(seat, Left.OVER, each)
    if sequence < each.meeting.sequence:
        return _left(seat, Left.OLD, each)
    each.reply, each.replied_at = answer, now()
    each.save(update_fields=["reply", "replied_at"])
    return each


def _left(seat: Seat, why: Left, each: Invitee | None) -> ReplyNote:
    return ReplyNote.objects.create(
        review_id=seat.review, meeting=each.meeting if each else None, why=why, by_id=seat.person_id
    )
