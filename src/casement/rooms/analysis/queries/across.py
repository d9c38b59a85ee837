"""Codes by episode: marked passages that touch what an episode rests on.

A passage stands in an episode when it shares at least one letter with a passage cited there, for or against, in one
of its statements or in a factor applied to it. So it may stand in several.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Episode, Evidence
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.vocabulary import EpisodeState
from casement.rooms.coding.queries import CodeName, Column, Placed, Table, folded, keyed, spots
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.coding.rules.across.together import Span, Touching, near
from casement.rooms.sources.models import Source


@dataclass
class Cited:
    """An episode and the passages it rests on."""

    title: str
    state: str
    began: date | None
    spans: list[Span]


def cited(seat: Seat) -> dict[int, Cited]:
    """What each episode rests on, by its number: passages of sources this seat may read. One query."""
    working(seat)
    rows = evidence(seat)
    places = ("statement__episode__", "statement__factor_use__episode__")
    names = ("number", "title", "state", "date_start")
    told: dict[int, Cited] = {}
    for *row, text, start, end in rows.values_list(
        *(f"{place}{name}" for place in places for name in names),
        "excerpt__version_id", "excerpt__start", "excerpt__end",
    ):  # fmt: skip
        number, title, state, began = row[:4] if row[0] is not None else row[4:]
        if number is not None:
            told.setdefault(number, Cited(title, state, began, [])).spans.append((text, start, end))
    return told


def evidence(seat: Seat) -> QuerySet[Evidence]:
    """The passages cited in episodes, from sources this seat may read."""
    return (
        Evidence.objects.filter(review_id=seat.review, removed_at=None, statement__removed_at=None)
        .filter(excerpt__version__source__in=Source.objects.visible_to(seat))
        .filter(Q(statement__episode__isnull=False) | Q(statement__factor_use__removed_at=None))
        .order_by()
    )


def met(seat: Seat) -> QuerySet[Any]:
    """The excerpts that share a letter with a passage cited in an episode, for the database to look among."""
    there = evidence(seat).filter(
        excerpt__version__excerpts__start__lt=F("excerpt__end"),
        excerpt__version__excerpts__end__gt=F("excerpt__start"),
    )
    return there.values("excerpt__version__excerpts")


def by_episode(
    seat: Seat, asked: Asked, names: Sequence[CodeName], sources: Sequence[Placed]
) -> Table:  # fmt: skip
    """Codes down, episodes across in the order of time; those that nothing marked stands in are left out."""
    there = cited(seat)
    rows = list(keyed(seat, asked, "excerpt_id", among=met(seat)))
    if asked.also or asked.without:
        within = {spot.excerpt for spot in spots(seat, asked, sources)}
        rows = [row for row in rows if row[4] in within]
    marked: dict[Span, set[int]] = defaultdict(set)
    for text, start, end, key, *_ in rows:
        marked[text, start, end].add(key)
    touching = Touching(marked)
    shown: list[tuple[int, str]] = []
    cells: Counter[tuple[int, int]] = Counter()
    for number, one in sorted(there.items(), key=lambda told: (told[1].began or date.max, told[0])):
        if one.state == EpisodeState.REJECTED:
            continue
        keys: Counter[int] = Counter()
        for span in {hit for cites in set(one.spans) for hit in touching.by(cites)}:
            keys.update(marked[span])
        if keys:
            cells.update({(key, len(shown)): passages for key, passages in keys.items()})
            shown.append((number, one.title))
    columns = tuple(Column(f"Episode {number}", ("episode", str(number)), title) for number, title in shown)
    return folded(names, columns, dict(cells))


def passages_in(seat: Seat, asked: Asked, sources: Sequence[Placed], episode: int) -> set[int]:
    """The excerpts that stand in an episode, of those a question finds; NotHere when there is no such episode."""
    working(seat)
    rests_on = cited(seat).get(episode)
    if rests_on is None and not Episode.objects.filter(review_id=seat.review, number=episode).exists():
        raise NotHere
    there = {(spot.version, spot.start, spot.end): spot.excerpt for spot in spots(seat, asked, sources)}
    return {there[span] for span in near(there, rests_on.spans if rests_on else ())}
