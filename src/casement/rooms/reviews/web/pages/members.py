"""Pages of who takes part and who may see what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.rooms.reviews import queries
from casement.rooms.reviews.rules.seating import lead_warnings


@dataclass(frozen=True)
class MembersPage:
    """The people of a review by role; those whose place has ended apart."""

    groups: tuple[queries.RoleGroup, ...]
    ended: tuple[queries.Member, ...]
    warnings: tuple[str, ...]
    may_seat: bool
    may_grant: bool
    sees_names: bool
    tab: str = "Team and access"


@dataclass(frozen=True)
class SeatPage:
    """The form that gives somebody a place."""

    agencies: tuple[queries.AgencyLine, ...]
    tab: str = "Give a place"


@dataclass(frozen=True)
class MemberPage:
    """One person's place: facts, conflicts, grants, and how to end it."""

    member: queries.Member
    grantable: tuple[tuple[str, str], ...]
    may_seat: bool
    may_grant: bool
    may_declare: bool
    up: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class ReleasesPage:
    """Everything leads may release to a role, by role."""

    groups: tuple[tuple[str, tuple[queries.Releasable, ...]], ...]
    may_grant: bool
    up: str
    tab: str = "Releases"


def members_page(seat: Seat) -> MembersPage:
    """The team and access page."""
    told = queries.members(seat)
    here = tuple(each for each in told if each.ended_at is None)
    may_seat = allows(seat.standing, Action.REVIEWS_SEAT_MEMBER)
    sees_all = may_seat or seat.standing.role in (Role.LEAD, Role.TEAM)
    leads = [each.independence for each in here if each.role is Role.LEAD]
    return MembersPage(
        groups=queries.by_role(here),
        ended=tuple(each for each in told if each.ended_at is not None),
        warnings=lead_warnings(leads) if sees_all else (),
        may_seat=may_seat,
        may_grant=allows(seat.standing, Action.REVIEWS_GRANT),
        sees_names=sees_all,
    )


def seat_page(seat: Seat) -> SeatPage:
    """The page that gives a place."""
    return SeatPage(queries.agencies(seat))


def member_page(seat: Seat, number: int) -> MemberPage:
    """The page of one place."""
    told = queries.member(seat, number)
    writes = seat.standing.role in (Role.LEAD, Role.BUSINESS)
    return MemberPage(
        member=told,
        grantable=queries.grantable(seat, told.role),
        may_seat=allows(seat.standing, Action.REVIEWS_SEAT_MEMBER) and told.ended_at is None,
        may_grant=allows(seat.standing, Action.REVIEWS_GRANT) and told.ended_at is None,
        may_declare=(told.is_me or (writes and told.declares)) and told.ended_at is None,
        up=f"/reviews/{seat.ref}/members/",
        tab=f"Place {number}",
        filled={
            "statement": {"statement": told.conflict_statement},
            "profession": {"profession": told.profession},
        },
    )


def releases_page(seat: Seat) -> ReleasesPage:
    """What is released to whom."""
    groups: dict[str, list[queries.Releasable]] = {}
    for each in queries.releases(seat):
        groups.setdefault(each.role_name, []).append(each)
    told = tuple((name, tuple(rows)) for name, rows in groups.items())
    return ReleasesPage(told, allows(seat.standing, Action.REVIEWS_GRANT), f"/reviews/{seat.ref}/members/")
