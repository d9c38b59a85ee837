"""Passages like a marked one, among the texts a person may read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.search import alike
from casement.rooms.coding.models import Mark
from casement.rooms.coding.queries.marks import MarkView
from casement.rooms.sources.queries.spots import Spot, spots


@dataclass(frozen=True)
class LikePassage:
    """A paragraph like a marked passage, and what it is marked with.

    `shared` are the words both hold, `close` pairs of words that are near in meaning.
    """

    number: int
    title: str
    kind: str
    paragraph: int
    start: int
    end: int
    pieces: tuple[tuple[str, bool], ...]
    shared: tuple[str, ...]
    close: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Likes:
    """Paragraphs like a marked passage, and how they were compared: see `search.Compared`."""

    passages: tuple[LikePassage, ...]
    model: str
    unready: int


def like_mark(seat: Seat, mark: MarkView, limit: int = 20) -> Likes:
    """Paragraphs of current texts that are like the mark's passage, most alike first; three queries, four
    with a model of meanings.

    The paragraphs the passage itself stands in are not among them.
    """
    compared = alike([seat], mark.quote, limit=limit + 4)
    found = compared.passages
    spotted = spots(seat, [(one.found.number, one.found.place) for one in found])
    told = [
        (one, spotted[one.found.number, one.found.place])
        for one in found
        if (one.found.number, one.found.place) in spotted
        and not within(mark, one.found.number, spotted[one.found.number, one.found.place])
    ][:limit]
    codes = codes_on(seat, [(one.found.number, spot) for one, spot in told])
    likes = tuple(
        LikePassage(
            one.found.number, one.found.title, spot.kind, spot.paragraph, spot.start, spot.end, one.found.pieces,
            one.shared, one.close, codes.get((one.found.number, spot.paragraph), ()),
        )
        for one, spot in told
    )  # fmt: skip
    return Likes(likes, compared.model, compared.unready)


def within(mark: MarkView, number: int, spot: Spot) -> bool:
    """Whether the marked passage stands in this paragraph."""
    return number == mark.source_number and mark.current and spot.start < mark.end and mark.start < spot.end


def codes_on(seat: Seat, places: Iterable[tuple[int, Spot]]) -> dict[tuple[int, int], tuple[str, ...]]:
    """What paragraphs are marked with, by (source number, paragraph), as this seat sees it."""
    wanted = Q()
    for number, spot in places:
        wanted |= Q(
            excerpt__version__source__number=number, excerpt__start__lt=spot.end, excerpt__end__gt=spot.start
        )
    if not wanted:
        return {}
    marks = (
        Mark.objects.visible_to(seat)
        .filter(wanted, removed_at=None, excerpt__version=F("excerpt__version__source__current"))
        .values_list(
            "excerpt__version__source__number", "excerpt__start", "excerpt__end",
            Coalesce("item__label", "code__label"),
        )
        .order_by("number")
    )  # fmt: skip
    told: dict[tuple[int, int], dict[str, None]] = {}
    rows = list(marks)
    for number, spot in places:
        for source, start, end, label in rows:
            if source == number and start < spot.end and end > spot.start:
                told.setdefault((number, spot.paragraph), {})[label] = None
    return {place: tuple(labels) for place, labels in told.items()}
