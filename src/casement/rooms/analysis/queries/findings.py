"""Findings as they are read: one whole, or all in the team's order."""

from typing import Any

from django.db.models import Q

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Finding
from casement.rooms.analysis.queries.belongings import Belongings, belongings
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.tree import FindingView, ItemView

_FIELDS = ("number", "title", "state", "state_reason", "direction", "confidence", "confidence_reason", "edition",
           "order", "pattern__number")  # fmt: skip
_ITEM = ("item_id", "label", "short_label", "group", "level", "order")


def finding(seat: Seat, number: int) -> FindingView:
    """One finding with its layers, figures, questions and searches, in three queries. NotHere when none."""
    heads = rows(seat, Q(number=number))
    if not heads:
        raise NotHere
    told = placed(seat, Q(finding__number=number))
    return view_of(heads[0], told, belongings(seat, finding=Q(number=number)))


def findings(seat: Seat) -> tuple[FindingView, ...]:
    """All findings whole, in the team's order, in three queries."""
    told = placed(seat, Q(finding__isnull=False))
    beside = belongings(seat, finding=Q(number__gt=0))
    return tuple(view_of(head, told, beside) for head in rows(seat, Q()))


def outlines(seat: Seat) -> tuple[FindingView, ...]:
    """All findings with what belongs to them but without their texts, in the team's order; two queries."""
    beside = belongings(seat, finding=Q(number__gt=0))
    return tuple(view_of(head, (), beside) for head in rows(seat, Q()))


def rows(seat: Seat, where: Q) -> list[dict[str, Any]]:
    """The columns of findings; one query."""
    working(seat)
    found = Finding.objects.filter(where, review_id=seat.review).order_by("order", "number")
    return list(found.values(*_FIELDS, *(f"primary__{name}" for name in _ITEM)))


def view_of(head: dict[str, Any], told: tuple[Placed, ...], beside: Belongings) -> FindingView:
    """One finding from its columns, the statements at hand and what belongs to it."""
    number = head["number"]
    primary = {name: head[f"primary__{name}"] for name in _ITEM}
    shown = beside.episodes(number)
    return FindingView(
        number=number,
        title=head["title"],
        state=head["state"],
        primary=ItemView(**primary) if primary["item_id"] else None,
        secondary=beside.categories("finding", number),
        direction=head["direction"],
        layers=by_part(tuple(one.view for one in told if one.finding == number)),
        prevalences=beside.prevalences(number),
        questions=beside.questions(number),
        searches=beside.searches("finding", number),
        confidence=head["confidence"],
        confidence_reason=head["confidence_reason"],
        episodes=tuple(shown),
        pattern=head["pattern__number"],
        state_reason=head["state_reason"],
        edition=head["edition"],
        order=head["order"],
        episode_titles=shown,
        alternatives=beside.alternatives(number),
    )
