"""Episodes as they are read: one whole with its neighbours, or all of them."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Q

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Episode
from casement.rooms.analysis.queries.belongings import Belongings, belongings
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.periods import in_words, period
from casement.rooms.analysis.queries.tree import EpisodeView, ItemView
from casement.rooms.analysis.vocabulary import EpisodeState

_FIELDS = ("number", "title", "state", "decision_reason", "tendency", "standard", "standard_applied",
           "hindsight_check", "outcome_check", "difficulty_check", "no_factors_reason", "confidence",
           "confidence_reason", "edition", "date_recorded", "date_start", "date_end", "until_recorded",
           "until_start", "until_end")  # fmt: skip
_CATEGORY = ("item_id", "label", "short_label", "group", "level", "order")


def episode(seat: Seat, number: int) -> EpisodeView:
    """One episode whole, in three queries. Raises NotHere when there is none."""
    return among(seat, number)[0]


def among(seat: Seat, number: int) -> tuple[EpisodeView, tuple[int, ...]]:
    """One episode whole, and the numbers of all episodes in the same state in order of time; three queries."""
    heads = {head["number"]: head for head in rows(seat, Q())}
    if number not in heads:
        raise NotHere
    within = Q(episode__number=number) | Q(factor_use__episode__number=number)
    told = list(placed(seat, within))
    view = view_of(heads[number], told, belongings(seat, episode=Q(number=number)))
    return view, tuple(other for other, head in heads.items() if head["state"] == view.state)


def episodes(seat: Seat, *, states: Iterable[str] = (EpisodeState.CHOSEN,)) -> tuple[EpisodeView, ...]:
    """Episodes in these states whole, in order of time, in three queries."""
    wanted = list(states)
    within = Q(episode__state__in=wanted) | Q(factor_use__episode__state__in=wanted)
    beside = belongings(seat, episode=Q(state__in=wanted))
    return joined(rows(seat, Q(state__in=wanted)), placed(seat, within), beside)


def titles(seat: Seat, *, states: Iterable[str] = tuple(EpisodeState)) -> tuple[EpisodeView, ...]:
    """Episodes by their own facts alone, in order of time, in one query."""
    return joined(rows(seat, Q(state__in=list(states))), (), Belongings({}))


def rows(seat: Seat, where: Q) -> list[dict[str, Any]]:
    """The columns of episodes in order of time, undated ones last; one query."""
    working(seat)
    found = Episode.objects.filter(where, review_id=seat.review)
    ordered = found.order_by(F("date_start").asc(nulls_last=True), "number")
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
