"""Background work of planning: reminding people who have not answered."""

from __future__ import annotations

import logging
from datetime import timedelta

from casement.foundation import jobs
from casement.foundation.clock import now
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.planning import commands
from casement.rooms.planning.models import Asked, Meeting, Poll
from casement.rooms.reviews.queries import seat_of

log = logging.getLogger("casement.planning")
NOT_AGAIN = timedelta(days=1)


@jobs.task("planning.remind_poll")
def remind_poll(job: Job, poll_id: int) -> None:
    """Ask those again who have not answered a poll, as the person who asked them; nobody twice within a day.

    Nothing happens when the poll is closed, everybody has answered, or that person has left.
    """
    poll = Poll.objects.select_related("review").filter(pk=poll_id, closed_at=None).first()
    if poll is None or Asked.objects.filter(poll=poll, reminded_at__gt=now() - NOT_AGAIN).exists():
        return
    seat = seat_of(job.person_id or 0, poll.review.ref)
    if seat is not None:
        _quietly(lambda: commands.remind_poll(seat, number=poll.number))


@jobs.task("planning.remind_meeting")
def remind_meeting(job: Job, meeting_id: int) -> None:
    """Remind those who were invited and have not answered, some days before a meeting."""
    meeting = Meeting.objects.select_related("review").filter(pk=meeting_id, cancelled_at=None).first()
    if meeting is None or meeting.starts_at < now():
        return
    seat = seat_of(job.person_id or 0, meeting.review.ref)
    if seat is not None:
        _quietly(lambda: commands.remind_meeting(seat, number=meeting.number))


def _quietly(do) -> None:  # type: ignore[no-untyped-def]
    """A reminder that nobody needs any more is no fault."""
    try:
        do()
    except (Refused, NotHere):
        log.info("a reminder was not needed")
