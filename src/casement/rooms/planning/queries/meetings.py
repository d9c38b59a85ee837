"""Meetings as dates: when, where, who is asked and what they answered, and what is booked twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere
from casement.rooms.planning.models import Address, Invitee, Meeting, ReplyNote
from casement.rooms.planning.queries.busy import engaged
from casement.rooms.planning.rules.overlapping import Booked, clashes
from casement.rooms.planning.vocabulary import LEFT_WORDS, Left
from casement.rooms.proceedings.queries import flags_of


@dataclass(frozen=True)
class MeetingLine:
    """One meeting in the list. The amounts count people who are asked now."""

    number: int
    row: int
    label: str
    step: str
    starts: datetime
    ends: datetime
    place: str
    cancelled: bool
    asked: int
    told: int
    coming: int
    declined: int

    @property
    def over(self) -> bool:
        """Whether it has been held, or should have been."""
        return self.ends < now()


@dataclass(frozen=True)
class InviteeLine:
    """One person who is asked. `state`: gone, stopped, unreached, untold, stale, waiting, or what they said."""

    number: int
    label: str
    agency: str
    needed: bool
    reply: str
    state: str
    clash: str


@dataclass(frozen=True)
class MeetingView:
    """One meeting with everybody who is asked, where this person may see them."""

    line: MeetingLine
    call_link: str
    cancelled_why: str
    invitees: tuple[InviteeLine, ...]
    sees_people: bool
    sequence: int


def meetings(seat: Seat) -> tuple[MeetingLine, ...]:
    """The meetings of this review, soonest first, cancelled ones too."""
    return tuple(_line(each) for each in _counted(Meeting.objects.filter(review_id=seat.review)))


def meeting(seat: Seat, number: int) -> MeetingView:
    """One meeting, or NotHere."""
    found = next(iter(_counted(Meeting.objects.filter(review_id=seat.review, number=number))), None)
    if found is None:
        raise NotHere
    sees = sees_people(seat)
    people = _people(seat, found) if sees else ()
    return MeetingView(_line(found), found.call_link, found.cancelled_why, people, sees, found.sequence)


def people_asked(seat: Seat, number: int) -> tuple[tuple[int, bool], ...]:
    """Who is asked to a meeting, by the number of their place, and whether they are needed."""
    rows = Invitee.objects.filter(meeting__review_id=seat.review, meeting__number=number, ended_at=None)
    return tuple(rows.filter(participation__ended_at=None).values_list("participation__number", "needed"))


def meeting_line(seat: Seat, number: int) -> tuple[MeetingLine, str]:
    """One meeting without its people, and the address of its call; NotHere when there is none."""
    found = next(iter(_counted(Meeting.objects.filter(review_id=seat.review, number=number))), None)
    if found is None:
        raise NotHere
    return _line(found), found.call_link


def replies_left_out(seat: Seat) -> tuple[tuple[str, datetime, int | None], ...]:
    """Calendar replies that were not taken: why in a sentence, when, and to which meeting if that is known."""
    rows = ReplyNote.objects.filter(review_id=seat.review).order_by("-pk")
    return tuple(
        (LEFT_WORDS[Left(why)], at, number) for why, at, number in rows.values_list("why", "at", "meeting__number")
    )


def sees_people(seat: Seat) -> bool:
    """Whether somebody sees who is asked: those who may read the whole identity register, or write it."""
    reaches = reach(seat.standing, Subject.IDENTITY, Verb.READ) | reach(seat.standing, Subject.IDENTITY, Verb.WRITE)
    return Reach.ALL in reaches


def _counted(rows: QuerySet[Meeting]) -> Any:
    """Meetings with how many are asked, told and coming."""
    live = Q(invitees__ended_at=None)
    return (
        rows.select_related("row")
        .annotate(
            n_asked=Count("invitees", filter=live),
            n_told=Count("invitees", filter=live & Q(invitees__sent_sequence__isnull=False)),
            n_coming=Count("invitees", filter=live & Q(invitees__reply="yes")),
            n_declined=Count("invitees", filter=live & Q(invitees__reply="no")),
        )
        .order_by("starts_at", "number")
    )


def _line(row: Any) -> MeetingLine:
    return MeetingLine(
        row.number, row.row.number, row.row.label, row.row.step, row.starts_at, row.ends_at, row.place,
        row.cancelled_at is not None, row.n_asked, row.n_told, row.n_coming, row.n_declined,
    )  # fmt: skip


def _people(seat: Seat, found: Meeting) -> tuple[InviteeLine, ...]:
    kept = Address.objects.filter(participation=OuterRef("participation")).values("email")[:1]
    rows = list(
        Invitee.objects.filter(meeting=found)
        .filter(Q(ended_at=None) | Q(ended_at__gte=F("participation__ended_at"), needed=True))
        .select_related("participation", "participation__agency", "participation__person")
        .annotate(kept=Subquery(kept))
        .order_by("-needed", "participation__number")
    )
    flags = flags_of(each.participation_id for each in rows)
    taken = _taken(seat, found, {each.participation_id: each.participation.person_id for each in rows})
    return tuple(
        InviteeLine(
            each.participation.number,
            each.participation.role_label,
            each.participation.agency.name if each.participation.agency else "",
            each.needed,
            each.reply,
            _state(
                each, found, bool(each.participation.person_id or each.kept), flags[each.participation_id].stops
            ),
            taken.get(each.participation_id, ""),
        )
        for each in rows
    )


def _taken(seat: Seat, found: Meeting, keys: Mapping[int, int | None]) -> dict[int, str]:
    """Who is at another meeting at the same time; of other reviews only that they are not free."""
    if found.cancelled_at is not None or found.ends_at < now():
        return {}
    mine = Booked(found.pk, found.starts_at, found.ends_at)
    return {
        each.place: f"Also at meeting {each.number} then" if each.number else "Not free then"
        for each in engaged(seat.review, keys, found.starts_at)
        if clashes(mine, [each.booked])
    }


def _state(each: Invitee, found: Meeting, reached: bool, stopped: bool) -> str:
    if each.participation.ended_at is not None:
        return "gone"
    if each.reply:
        return each.reply
    if stopped:
        return "stopped"
    if not reached and each.sent_sequence is None:
        return "unreached"
    if each.sent_sequence is None:
        return "untold"
    return "waiting" if each.sent_sequence == found.sequence else "stale"
