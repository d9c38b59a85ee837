"""Who takes part: by role, with dates, conflicts, grants and releases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from casement.foundation.access import (
    MATRIX,
    ROLE_NAMES,
    SUBJECT_NAMES,
    Reach,
    Role,
    Seat,
    Subject,
    Verb,
    cell,
    reach,
)  # fmt: skip
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere
from casement.rooms.people.models import Invitation
from casement.rooms.reviews.models import Grant, Participation, Release
from casement.rooms.reviews.rules.seating import DECLARES


@dataclass(frozen=True)
class GrantLine:
    """One named right in force, with its reason and its last day."""

    subject: str
    name: str
    reason: str
    expires_at: datetime


@dataclass(frozen=True)
class Member:
    """One place in a review. `person` is a name, for those who may read the identity register."""

    number: int
    role: Role
    role_name: str
    role_label: str
    agency: str
    person: str
    signs_in: bool
    invited: bool
    independence: str
    conflict_statement: str
    declares: bool
    began_at: datetime
    ended_at: datetime | None
    grants: tuple[GrantLine, ...] = ()
    is_me: bool = False
    profession: str = ""


@dataclass(frozen=True)
class Releasable:
    """One thing that leads may release to one role, and since when it is."""

    subject: str
    name: str
    role: str
    role_name: str
    since: datetime | None = None


@dataclass(frozen=True)
class RoleGroup:
    """The people in one role."""

    name: str
    members: tuple[Member, ...] = field(default_factory=tuple)


def members(seat: Seat) -> tuple[Member, ...]:
    """The places of this review, as far as this person may see them."""
    return _lines(seat, _seen(seat))


def member(seat: Seat, number: int) -> Member:
    """One place; NotHere when it is none of theirs."""
    found = _lines(seat, _seen(seat).filter(number=number))
    if not found:
        raise NotHere
    return found[0]


def by_role(told: Iterable[Member]) -> tuple[RoleGroup, ...]:
    """Members grouped by role, in the order of the roles."""
    groups: dict[Role, list[Member]] = {}
    for each in told:
        groups.setdefault(each.role, []).append(each)
    return tuple(RoleGroup(ROLE_NAMES[role], tuple(groups[role])) for role in Role if role in groups)


def releases(seat: Seat) -> tuple[Releasable, ...]:
    """Everything that can be released to a role, with what is released now."""
    there = {
        (row.subject, row.role): row.at for row in Release.objects.filter(review_id=seat.review, ended_at=None)
    }
    return tuple(
        Releasable(subject, SUBJECT_NAMES[subject], role, ROLE_NAMES[role], there.get((subject, role)))
        for subject in MATRIX
        for role in Role
        if "r" in cell(role, subject, seat.standing.local).split("+") or (subject, role) in there
    )


def grantable(seat: Seat, role: Role) -> tuple[tuple[str, str], ...]:
    """What a person in this role can be granted: keys and names."""
    return tuple(
        (str(subject), SUBJECT_NAMES[subject])
        for subject in MATRIX
        if "N" in cell(role, subject, seat.standing.local).split("+")
    )


def place_labels(seat: Seat) -> tuple[tuple[int, str], ...]:
    """Every place of this review, now or before: its number and its role label."""
    rows = Participation.objects.filter(review_id=seat.review).order_by("number")
    return tuple(rows.values_list("number", "role_label"))


def _seen(seat: Seat) -> QuerySet[Participation]:
    open_to_use = Invitation.objects.filter(participation_id=OuterRef("pk"), used_at=None, expires_at__gt=now())
    rows = Participation.objects.filter(review_id=seat.review).select_related("agency", "person")
    rows = rows.annotate(waiting=Q(person=None) & Exists(open_to_use))
    reaches = reach(seat.standing, Subject.IDENTITY, Verb.READ) | reach(seat.standing, Subject.IDENTITY, Verb.WRITE)
    if Reach.ALL in reaches:
        return rows
    if Reach.AGENCY in reaches and seat.standing.agency_id is not None:
        return rows.filter(agency_id=seat.standing.agency_id)
    return rows.filter(pk=seat.standing.participation_id or 0)


def _lines(seat: Seat, rows: QuerySet[Participation]) -> tuple[Member, ...]:
    moment = now()
    places = list(rows)
    grants: dict[int, list[GrantLine]] = {}
    for row in Grant.objects.filter(participation__in=places, ended_at=None, expires_at__gt=moment).order_by("pk"):
        line = GrantLine(row.subject, SUBJECT_NAMES[Subject(row.subject)], row.reason, row.expires_at)
        grants.setdefault(row.participation_id, []).append(line)
    sees_statements = Reach.ALL in reach(seat.standing, Subject.IDENTITY, Verb.READ) or seat.standing.role in (
        Role.LEAD, Role.BUSINESS,
    )  # fmt: skip
    mine = seat.standing.participation_id
    return tuple(
        Member(
            number=place.number,
            role=Role(place.role),
            role_name=ROLE_NAMES[Role(place.role)],
            role_label=place.role_label,
            agency=place.agency.name if place.agency else "",
            person=place.person.name if place.person else "",
            signs_in=place.person_id is not None,
            invited=bool(getattr(place, "waiting", False)),
            independence=place.independence,
            conflict_statement=(place.conflict_statement if sees_statements or place.pk == mine else ""),
            declares=Role(place.role) in DECLARES,
            began_at=place.began_at,
            ended_at=place.ended_at,
            grants=tuple(grants.get(place.pk, ())),
            is_me=place.pk == mine,
            profession=place.profession if sees_statements or place.pk == mine else "",
        )
        for place in places
    )
