"""Meetings as dates: arranged, changed, invited to, answered, cancelled. Who was told of one is told of changes.

What leaves by mail holds no word of the review. The place stands behind the link in it.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta

from django.utils.timezone import localtime

from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.planning.commands.inviting import new_uid, tell, uninvite
from casement.rooms.planning.commands.rows import at_time, row_numbered
from casement.rooms.planning.models import Invitee, Meeting
from casement.rooms.planning.queries.busy import engaged
from casement.rooms.planning.queries.reaching import addresses
from casement.rooms.planning.rules.overlapping import Booked, clashes
from casement.rooms.planning.vocabulary import REPLY_NAMES, RowKind
from casement.rooms.proceedings.commands import refuse_while_held
from casement.rooms.proceedings.queries import flags_of
from casement.rooms.reviews.models import Participation

SHORTEST, LONGEST = 15, 12 * 60
REMIND_BEFORE = timedelta(days=5)
REMINDER = "planning.remind_meeting"
OVER = "This meeting is cancelled. Arrange another."


@command(Action.PLANNING_PLAN)
def arrange_meeting(
    seat: Seat,
    *,
    row: int,
    at: time,
    minutes: int,
    needed: Sequence[int],
    also: Sequence[int] = (),
    place: str = "",
    call_link: str = "",
    anyway: bool = False,
) -> Meeting:
    """Arrange the meeting of a row of the plan, on its date. `needed` and `also` are numbers of places.

    Nobody is told yet. Refused when somebody who is asked, or the place, is taken then, unless `anyway`.
    """
    refuse_while_held(seat, "meeting")
    line = row_numbered(seat, row)
    if line.kind != RowKind.MEETING or line.dropped_at is not None:
        raise Refused("Choose a meeting of the plan.", field="row")
    if Meeting.objects.filter(row=line, cancelled_at=None).exists():
        raise Refused("This meeting is arranged already. Change it instead.", field="row")
    meeting = Meeting(
        review_id=seat.review, number=next_number(Meeting, seat.review), row=line, by_id=seat.person_id
    )
    return arrange(seat, meeting, line.start_on, at, minutes, needed, also, place, call_link, anyway)


@command(Action.PLANNING_PLAN)
def change_meeting(
    seat: Seat,
    *,
    number: int,
    at: time,
    minutes: int,
    needed: Sequence[int],
    also: Sequence[int] = (),
    place: str = "",
    call_link: str = "",
    anyway: bool = False,
) -> Meeting:
    """Change the time, the place or who is asked; the day is moved in the plan. Whoever was told before is told."""
    meeting = _open(seat, number)
    refuse_while_held(seat, "meeting", number)
    day = localtime(meeting.starts_at).date()
    changed = arrange(seat, meeting, day, at, minutes, needed, also, place, call_link, anyway)
    if _told_before(changed):
        changed.sequence += 1
        changed.changed_at = now()
        changed.save(update_fields=["sequence", "changed_at"])
        _tell_all(seat, changed)
    return changed


def arrange(
    seat: Seat, meeting: Meeting, day: date, at: time, minutes: int, needed: Sequence[int], also: Sequence[int],
    place: str, call_link: str, anyway: bool,
) -> Meeting:  # fmt: skip
    """Store a meeting with its people; call inside a command."""
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(f"Give a length from {SHORTEST} to {LONGEST} minutes.", field="minutes")
    own = meeting.row.key.startswith("own_")  # only a line that somebody added can begin on a day that is over
    meeting.starts_at, meeting.ends_at = at_time(day, at, minutes, held=own)
    meeting.place = at_most(" ".join(place.split()), 200, field="place")
    meeting.call_link = call_link.strip()
    wanted = _places(seat, needed, also)
    if not anyway and (taken := _taken(seat, meeting, wanted)):
        raise Refused(f"{' '.join(taken)} Choose another time, or say that it is all the same.", field="anyway")
    meeting.save()
    _ask(seat, meeting, wanted)
    return meeting


def _places(seat: Seat, needed: Sequence[int], also: Sequence[int]) -> dict[int, tuple[Participation, bool]]:
    """Who is asked, by place: those who are needed and those who may miss it."""
    rows = {
        row.number: row
        for row in Participation.objects.filter(review_id=seat.review, number__in=[*needed, *also], ended_at=None)
    }
    if not needed:
        raise Refused("Choose at least one person who is needed.", field="needed")
    if any(number not in rows for number in needed):
        raise Refused("Choose people who have a place in this review now.", field="needed")
    if any(number not in rows for number in also):
        raise Refused("Choose people who have a place in this review now.", field="also")
    told = {rows[number].pk: (rows[number], False) for number in also}
    return told | {rows[number].pk: (rows[number], True) for number in needed}


def _taken(seat: Seat, meeting: Meeting, wanted: dict[int, tuple[Participation, bool]]) -> list[str]:
    """Who and what is taken then, in sentences; of other reviews only that somebody is not free."""
    mine = Booked(meeting.pk or 0, meeting.starts_at, meeting.ends_at)
    found = {
        each.place: each
        for each in engaged(
            seat.review, {key: place.person_id for key, (place, _) in wanted.items()}, meeting.starts_at
        )
        if clashes(mine, [each.booked])
    }
    told = [
        f"{wanted[place][0].role_label} is at meeting {each.number} then."
        if each.number
        else f"{wanted[place][0].role_label} is not free then."
        for place, each in sorted(found.items())
    ]
    if meeting.place:
        there = Meeting.objects.filter(
            review_id=seat.review, cancelled_at=None, place__iexact=meeting.place,
            starts_at__lt=meeting.ends_at, ends_at__gt=meeting.starts_at,
        ).exclude(pk=meeting.pk)  # fmt: skip
        told += [f"Meeting {each.number} is in the same place then." for each in there]
    return told


def _ask(seat: Seat, meeting: Meeting, wanted: dict[int, tuple[Participation, bool]]) -> None:
    """Make the list of those who are asked what it should be."""
    there = {each.participation_id: each for each in Invitee.objects.filter(meeting=meeting)}
    for key, (place, needed) in wanted.items():
        each = there.get(key)
        if each is None:
            Invitee.objects.create(meeting=meeting, participation=place, needed=needed, uid=new_uid())
            continue
        if each.ended_at is not None:  # their calendar has cancelled it, so it comes under another name
            each.uid, each.sent_sequence, each.ended_at, each.reply = new_uid(), None, None, ""
        each.needed = needed
        each.save(update_fields=["uid", "sent_sequence", "ended_at", "reply", "needed"])
    for key, each in there.items():
        if key not in wanted and each.ended_at is None:
            uninvite(seat, meeting, each)
    # Whoever arranges the meeting anew does so without those who have left.
    Invitee.objects.filter(meeting=meeting).exclude(ended_at=None).update(needed=False)


@command(Action.PLANNING_PLAN)
def invite(seat: Seat, *, number: int) -> Meeting:
    """Send the invitation to everybody who has an address and was not told of the meeting as it stands.

    Somebody who may be a witness is left out until they are cleared. Refused while meetings are held.
    """
    meeting = _open(seat, number)
    refuse_while_held(seat, "meeting", number)
    if meeting.ends_at < now():
        raise Refused("This meeting is over.")
    if not _tell_all(seat, meeting, everybody=True):
        raise Refused("Everybody who has an address and may be invited has been told already.")
    at = meeting.starts_at - REMIND_BEFORE
    if at > now():
        jobs.later(REMINDER, meeting.pk, seat=seat, not_before=at)
    return meeting


def _tell_all(seat: Seat, meeting: Meeting, *, everybody: bool = False) -> int:
    """Tell those who were told before, or everybody, of the meeting as it stands. Answers how many."""
    people = Invitee.objects.filter(meeting=meeting, ended_at=None, participation__ended_at=None)
    waiting = [
        each
        for each in people.select_related("participation")
        if (each.sent_sequence is not None or everybody or _told_before(meeting))
        and each.sent_sequence != meeting.sequence
    ]
    flags = flags_of(each.participation_id for each in waiting)
    reached = addresses(key for key, flag in flags.items() if not flag.stops)
    told = [each for each in waiting if each.participation_id in reached]
    for each in told:
        tell(seat, meeting, each, reached[each.participation_id])
    return len(told)


def _told_before(meeting: Meeting) -> bool:
    return Invitee.objects.filter(meeting=meeting).exclude(sent_sequence=None).exists()


def follow_row(seat: Seat, meeting: Meeting, day: date) -> None:
    """The row of a meeting has moved to another day: the meeting keeps its time; call inside a command."""
    was = localtime(meeting.starts_at)
    minutes = int((meeting.ends_at - meeting.starts_at) / timedelta(minutes=1))
    meeting.starts_at, meeting.ends_at = at_time(day, was.time(), minutes)
    meeting.sequence += 1
    meeting.changed_at = now()
    meeting.save(update_fields=["starts_at", "ends_at", "sequence", "changed_at"])
    Invitee.objects.filter(meeting=meeting).update(reply="", replied_at=None)
    _tell_all(seat, meeting)


@command(Action.PLANNING_PLAN)
def cancel_meeting(seat: Seat, *, number: int, why: str) -> Meeting:
    """Cancel a meeting; whoever was invited is told, without the reason."""
    meeting = _open(seat, number)
    if not why.strip():
        raise Refused("Say why. It is kept here, and not sent.", field="why")
    meeting.cancelled_at = meeting.changed_at = now()
    meeting.cancelled_why = why.strip()
    meeting.sequence += 1
    meeting.save(update_fields=["cancelled_at", "changed_at", "cancelled_why", "sequence"])
    for each in Invitee.objects.filter(meeting=meeting, ended_at=None).exclude(sent_sequence=None):
        tell(seat, meeting, each, each.sent_to)
    return meeting


@command(Action.PLANNING_PLAN)
def remind_meeting(seat: Seat, *, number: int) -> Meeting:
    """Remind those who were invited and have not answered. Once for each edition of the meeting."""
    meeting = _open(seat, number)
    rows = Invitee.objects.filter(
        meeting=meeting, ended_at=None, reply="", sent_sequence=meeting.sequence, participation__ended_at=None
    ).exclude(reminded_at__gte=meeting.changed_at)
    waiting = list(rows.select_related("participation"))
    if not waiting:
        raise Refused("Nobody is left to remind: all have answered, were reminded, or are not invited yet.")
    for each in waiting:
        tell(seat, meeting, each, each.sent_to, reminds=True)
    return meeting


@command(Action.PLANNING_ANSWER)
def answer_date(seat: Seat, *, number: int, reply: str) -> Invitee:
    """Say whether one comes. Refused when the meeting is cancelled or over."""
    each = (
        Invitee.objects.select_for_update()
        .filter(meeting__review_id=seat.review, meeting__number=number, ended_at=None)
        .filter(participation=seat.standing.participation_id or 0)
        .first()
    )
    if each is None:
        raise NotHere
    if each.meeting.cancelled_at is not None:
        raise Refused("This meeting is cancelled. You need not answer.")
    if each.meeting.ends_at < now():
        raise Refused("This meeting is over.")
    if reply not in REPLY_NAMES:
        raise Refused("Choose yes, maybe or no.", field="reply")
    each.reply, each.replied_at = reply, now()
    each.save(update_fields=["reply", "replied_at"])
    return each


def _open(seat: Seat, number: int) -> Meeting:
    """The meeting with this number, or NotHere; Refused when it is cancelled."""
    meeting = Meeting.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if meeting is None:
        raise NotHere
    if meeting.cancelled_at is not None:
        raise Refused(OVER)
    return meeting
