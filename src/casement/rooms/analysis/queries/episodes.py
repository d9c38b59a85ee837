"""Episodes as they are read: one whole with its neighbours, or all of them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Episode, FactorUse
from casement.rooms.analysis.queries.belongings import Belongings, belongings
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.periods import in_words, period
from casement.rooms.analysis.queries.tree import EpisodeView, ItemView
from casement.rooms.analysis.vocabulary import EpisodeState

_FIELDS = ("pk", "number", "title", "state", "decision_reason", "tendency", "standard", "standard_applied",
           "hindsight_check", "outcome_check", "difficulty_check", "no_factors_reason", "confidence",
           "confidence_reason", "edition", "date_recorded", "date_start", "date_end", "until_recorded",
           "until_start", "until_end")  # fmt: skip
_CATEGORY = ("item_id", "label", "short_label", "group", "level", "order")


def episode(seat: Seat, number: int) -> EpisodeView:
    """One episode whole, in three queries. Raises NotHere when there is none."""
    return among(seat, number)[0]


def among(seat: Seat, number: int) -> tuple[EpisodeView, tuple[int, ...]]:
    """One episode whole, and the numbers of all episodes in the same state in order of time; three queries."""
    heads = rows(seat, Q(number=number))
    if not heads:
        raise NotHere
    told = list(placed(seat, inside(Q(pk=heads[0]["pk"]))))
    beside = belongings(seat, episode=Q(number=number), neighbours=True)
    view = view_of(heads[0], told, beside)
    return view, beside.neighbours(view.state)


def inside(which: Q) -> Q:
    """The statements of some episodes, and those of the factor uses in them."""
    episodes = Episode.objects.filter(which).values("pk")
    uses = FactorUse.objects.filter(episode__in=episodes).values("pk")
    return Q(episode__in=episodes) | Q(factor_use__in=uses)


def episodes(
    seat: Seat, *, states: Iterable[str] = (EpisodeState.CHOSEN,), page: int | None = None, size: int = 10
) -> tuple[EpisodeView, ...]:
    """Episodes in these states whole, in order of time, in three queries; `page`, from one, takes `size`."""
    heads = rows(seat, Q(state__in=list(states)), page=page, size=size)
    which = Q(pk__in=[head["pk"] for head in heads])
    return joined(heads, placed(seat, inside(which)), belongings(seat, episode=which))


def outlines(seat: Seat) -> tuple[EpisodeView, ...]:
    """All episodes with their agencies and roles but without their parts, in order of time; two queries."""
    return joined(rows(seat, Q()), (), belongings(seat, episode=Q(number__gt=0)))


def titles(seat: Seat, *, states: Iterable[str] = tuple(EpisodeState)) -> tuple[EpisodeView, ...]:
    """Episodes by their own facts alone, in order of time, in one query."""
    return joined(rows(seat, Q(state__in=list(states))), (), Belongings({}))


def rows(seat: Seat, where: Q, *, page: int | None = None, size: int = 10) -> list[dict[str, Any]]:
    """The columns of episodes in order of time, undated ones last; one query."""
    working(seat)
    found = Episode.objects.filter(where, review_id=seat.review)
    ordered = found.order_by(F("date_start").asc(nulls_last=True), "number")
    if page is not None:
        ordered = ordered[(page - 1) * size : page * size]
    return list(ordered.values(*_FIELDS, *(f"hunch_category__{name}" for name in _CATEGORY)))


def joined(heads: list[dict[str, Any]], told: tuple[Placed, ...], beside: Belongings) -> tuple[EpisodeView, ...]:
    """Episodes from their columns, their statements and what belongs to them."""
    mine: dict[int | None, list[Placed]] = {}
    for one in told:
        mine.setdefault(one.episode, []).append(one)
    return tuple(view_of(head, mine.get(head["number"], []), beside) for head in heads)


def view_of(head: dict[str, Any], told: list[Placed], beside: Belongings) -> EpisodeView:
    """One episode from its columns, its statements and what belongs to it."""
    strands, roles = beside.names("strand", head["number"]), beside.names("role", head["number"])
    category = {name: head[f"hunch_category__{name}"] for name in _CATEGORY}
    uses = [one.factor_use for one in told if one.factor_use is not None]
    began = in_words(head["date_recorded"], head["date_start"], head["date_end"])
    until = in_words(head["until_recorded"], head["until_start"], head["until_end"])
    return EpisodeView(
        number=head["number"],
        title=head["title"],
        state=head["state"],
        when=period(began, until),
        strands=tuple(strands.values()),
        roles=tuple(roles.values()),
        parts=by_part(tuple(one.view for one in told if one.factor_use is None)),
        factor_uses=tuple(sorted(uses, key=lambda use: (use.level, use.order, use.number))),
        tendency=head["tendency"],
        standard=head["standard"],
        standard_applied=head["standard_applied"],
        hindsight_check=head["hindsight_check"],
        outcome_check=head["outcome_check"],
        difficulty_check=head["difficulty_check"],
        hunch_category=ItemView(**category) if category["item_id"] else None,
        no_factors_reason=head["no_factors_reason"],
        confidence=head["confidence"],
        confidence_reason=head["confidence_reason"],
        decision_reason=head["decision_reason"],
        edition=head["edition"],
        searches=beside.searches("episode", head["number"]),
        began_recorded=head["date_recorded"],
        until_recorded=head["until_recorded"],
        strand_numbers=tuple(strands),
        role_numbers=tuple(roles),
    )
