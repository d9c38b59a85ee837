"""Candidate patterns as they are read, with the factor uses gathered into them and those not yet gathered."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import FactorUse, GatheredPassage, Pattern
from casement.rooms.analysis.queries.belongings import Belongings, belongings
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.tree import FactorUseView, ItemView, PatternView
from casement.rooms.analysis.vocabulary import EpisodeState

_FIELDS = ("number", "title", "priority", "priority_reason", "edition")
_ITEM = ("item_id", "label", "short_label", "group", "level", "order")


def pattern(seat: Seat, number: int) -> PatternView:
    """One pattern with its tests and the factor uses in it, in three queries. NotHere when there is none."""
    heads = rows(seat, Q(number=number))
    if not heads:
        raise NotHere
    inside = FactorUse.objects.filter(patterns__number=number, patterns__review_id=seat.review)
    told = placed(seat, Q(pattern__number=number) | Q(factor_use__in=inside))
    return view_of(heads[0], told, belongings(seat, pattern=Q(number=number), workspace=True))


def patterns(seat: Seat) -> tuple[PatternView, ...]:
    """All patterns with their statements and the factor uses in them, in three queries."""
    told = placed(seat, Q(pattern__isnull=False) | Q(factor_use__isnull=False))
    beside = belongings(seat, pattern=Q(number__gt=0))
    return tuple(view_of(head, told, beside) for head in rows(seat, Q()))


def outlines(seat: Seat) -> tuple[tuple[PatternView, tuple[int, ...]], ...]:
    """All patterns without their texts, each with the numbers of the episodes it shows in; two queries."""
    beside = belongings(seat, pattern=Q(number__gt=0))
    return tuple((view_of(head, (), beside), beside.shown_in(head["number"])) for head in rows(seat, Q()))


def pattern_titles(seat: Seat) -> tuple[PatternView, ...]:
    """All patterns by their own facts alone, in one query."""
    return tuple(view_of(head, (), Belongings({})) for head in rows(seat, Q()))


def rows(seat: Seat, where: Q) -> list[dict[str, Any]]:
    """The columns of patterns; one query."""
    working(seat)
    inside = GatheredPassage.objects.filter(pattern=OuterRef("pk"), removed_at=None)
    found = Pattern.objects.filter(where, review_id=seat.review).annotate(with_passages=Exists(inside))
    return list(found.order_by("number").values(*_FIELDS, "with_passages", *(f"primary__{name}" for name in _ITEM)))


def view_of(head: dict[str, Any], told: tuple[Placed, ...], beside: Belongings) -> PatternView:
    """One pattern from its columns, the statements at hand and what belongs to it."""
    number = head["number"]
    primary = {name: head[f"primary__{name}"] for name in _ITEM}
    inside = beside.gathered(number)
    uses = [one.factor_use for one in told if one.factor_use is not None and one.factor_use.number in inside]
    return PatternView(
        number=number,
        title=head["title"],
        primary=ItemView(**primary) if primary["item_id"] else None,
        secondary=beside.categories("pattern", number),
        priority=head["priority"],
        priority_reason=head["priority_reason"],
        parts=by_part(tuple(one.view for one in told if one.pattern == number)),
        gathered=inside,
        edition=head["edition"],
        searches=beside.searches("pattern", number),
        passages=bool(head.get("with_passages")),
        placements=beside.placements(number),
        feeding=beside.feeding(number),
        factor_uses=tuple(sorted(uses, key=lambda use: (use.episode_number, use.order, use.number))),
    )


def factor_uses(seat: Seat, numbers: Sequence[int] | None = None) -> tuple[FactorUseView, ...]:
    """Factor uses whole, all or those with these numbers, in framework order, in one query."""
    which = Q(factor_use__isnull=False) if numbers is None else Q(factor_use__number__in=list(numbers))
    told = placed(seat, which & ~Q(factor_use__episode__state=EpisodeState.REJECTED))
    uses = [one.factor_use for one in told if one.factor_use is not None]
    return tuple(sorted(uses, key=lambda use: (use.level, use.order, use.episode_number, use.number)))


def factor_use(seat: Seat, number: int) -> FactorUseView:
    """One factor use with its explanation and evidence. Raises NotHere when there is none."""
    found = [one.factor_use for one in placed(seat, Q(factor_use__number=number)) if one.factor_use]
    if not found:
        raise NotHere
    return found[0]
