"""Pages of the matrix: in words for everybody in a review, and cell by cell for whoever runs the installation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import ROLE_NAMES, Role, Seat, Subject
from casement.foundation.local_rights import column_of, in_words
from casement.foundation.refusals import NotHere
from casement.rooms.reviews import queries
from casement.rooms.reviews.queries import Right


@dataclass(frozen=True)
class Sees:
    """What some roles may do with one kind of thing, and whether this installation decided it."""

    words: str
    who: str
    here: bool


@dataclass(frozen=True)
class Row:
    """One kind of thing: what the reader may do, and everybody else."""

    name: str
    mine: str
    here: bool
    others: tuple[Sees, ...]


@dataclass(frozen=True)
class WhoSeesPage:
    """The matrix in words, as it stands now."""

    me: str
    rows: tuple[Row, ...]
    seen_by: str = "everybody in this review"
    tab: str = "Who sees what"


@dataclass(frozen=True)
class RightsPage:
    """The matrix cell by cell: what a site may decide, what is fixed and why, and what was changed."""

    open: tuple[tuple[str, tuple[Right, ...]], ...]
    fixed: tuple[tuple[str, tuple[Right, ...]], ...]
    changes: tuple[queries.Change, ...]
    tab: str = "Who sees what"


@dataclass(frozen=True)
class RightPage:
    """One cell, and what may stand there."""

    name: str
    right: Right
    offered: tuple[tuple[str, str], ...]
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    tab: str = "One right"


def who_sees_page(seat: Seat) -> WhoSeesPage:
    """Who sees what in this review, the reader's own rights first."""
    role = seat.standing.role
    assert role is not None
    rows = tuple(row_of(name, rights, column_of(role)) for name, rights in queries.rights_of(seat.standing.local))
    return WhoSeesPage(ROLE_NAMES[role], rows)


def row_of(name: str, rights: tuple[Right, ...], mine: Role) -> Row:
    """One kind of thing, as somebody in a column of the matrix is told of it."""
    own = next(right for right in rights if right.column is mine)
    return Row(name, own.now_words, own.changed, grouped(right for right in rights if right is not own))


def grouped(rights: Iterable[Right]) -> tuple[Sees, ...]:
    """Roles that may do the same, together; those who do not see a thing last."""
    told: dict[tuple[str, bool], list[str]] = {}
    for right in rights:
        told.setdefault((right.now, right.changed), []).append(right.column_name)
    last = sorted(told, key=lambda one: one[0] == "-")
    return tuple(Sees(in_words(now), ", ".join(told[now, here]), here) for now, here in last)


def rights_page(seat: Seat) -> RightsPage:
    """The whole matrix of the installation."""
    rows = tuple(queries.rights_of(queries.current()))
    return RightsPage(
        tuple((name, some) for name, rights in rows if (some := tuple(one for one in rights if one.choices))),
        tuple((name, tuple(one for one in rights if one.fixed)) for name, rights in rows),
        queries.changes(seat),
    )


def right_page(seat: Seat, subject: str, column: str) -> RightPage:
    """One cell; NotHere for what is none, or is fixed."""
    if subject not in list(Subject) or column not in list(Role):
        raise NotHere
    right = queries.right_at(Subject(subject), Role(column), queries.current())
    if not right.choices:
        raise NotHere
    offered = tuple(
        (one, f"They {in_words(one)}" + (" (as it came)" if one == right.default else "")) for one in right.choices
    )
    return RightPage(right.subject_name, right, offered, {"form": {"cell_now": right.now}})
