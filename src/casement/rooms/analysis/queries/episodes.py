"""Episodes as they are read: one whole, or all of them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.models import Q

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
    heads = rows(seat, Q(number=number))
    if not heads:
        raise NotHere
    within = Q(episode__number=number) | Q(factor_use__episode__number=number)
    return joined(heads, placed(seat, within), belongings(seat, episode=Q(number=number)))[0]


def episodes(seat: Seat, *, states: Iterable[str] = (EpisodeState.CHOSEN,)) -> tuple[EpisodeView, ...]:
    """Episodes in these states whole, in order of time, in two queries."""
    wanted = list(states)
    within = Q(episode__state__in=wanted) | Q(factor_use__episode__state__in=wanted)
    return joined(rows(seat, Q(state__in=wanted)), placed(seat, within))


def titles(seat: Seat, *, states: Iterable[str] = tuple(EpisodeState)) -> tuple[EpisodeView, ...]:
    """Episodes without their parts, in order of time, in one query."""
    return joined(rows(seat, Q(state__in=list(states))), ())


def rows(seat: Seat, where: Q) -> list[list[dict[str, Any]]]:
    """The columns of each episode, one row for each of its agencies and roles together; one query."""
    working(seat)
    found = (
        Episode.objects.filter(where, review_id=seat.review)
        .order_by("date_start", "number", "strands__number", "roles__number")
        .values(
            *_FIELDS,
            *(f"hunch_category__{name}" for name in _CATEGORY),
            "strands__number",
            "strands__name",
            "roles__number",
            "roles__role_label",
        )
    )
    told = [list(group) for _, group in groupby(found, key=lambda row: row["number"])]
    return sorted(told, key=lambda group: group[0]["date_start"] is None)


def joined(
    heads: list[list[dict[str, Any]]], told: tuple[Placed, ...], beside: Belongings | None = None
) -> tuple[EpisodeView, ...]:
    """Episodes from their columns, their statements and the searches for the other side."""
    mine: dict[int | None, list[Placed]] = {}
    for one in told:
        mine.setdefault(one.episode, []).append(one)
    return tuple(view_of(group, mine.get(group[0]["number"], []), beside) for group in heads)


def view_of(group: list[dict[str, Any]], told: list[Placed], beside: Belongings | None) -> EpisodeView:
    """One episode from its rows and its statements."""
    first = group[0]
    strands = {row["strands__number"]: row["strands__name"] for row in group if row["strands__number"]}
    roles = {row["roles__number"]: row["roles__role_label"] for row in group if row["roles__number"]}
    category = {name: first[f"hunch_category__{name}"] for name in _CATEGORY}
    uses = [one.factor_use for one in told if one.factor_use is not None]
    began = in_words(first["date_recorded"], first["date_start"], first["date_end"])
    until = in_words(first["until_recorded"], first["until_start"], first["until_end"])
    return EpisodeView(
        number=first["number"],
        title=first["title"],
        state=first["state"],
        when=period(began, until),
        strands=tuple(strands.values()),
        roles=tuple(roles.values()),
        parts=by_part(tuple(one.view for one in told if one.factor_use is None)),
        factor_uses=tuple(sorted(uses, key=lambda use: (use.level, use.order, use.number))),
        tendency=first["tendency"],
        standard=first["standard"],
        standard_applied=first["standard_applied"],
        hindsight_check=first["hindsight_check"],
        outcome_check=first["outcome_check"],
        difficulty_check=first["difficulty_check"],
        hunch_category=ItemView(**category) if category["item_id"] else None,
        no_factors_reason=first["no_factors_reason"],
        confidence=first["confidence"],
        confidence_reason=first["confidence_reason"],
        decision_reason=first["decision_reason"],
        edition=first["edition"],
        searches=beside.searches("episode", first["number"]) if beside else (),
        began_recorded=first["date_recorded"],
        until_recorded=first["until_recorded"],
        strand_numbers=tuple(strands),
        role_numbers=tuple(roles),
    )
