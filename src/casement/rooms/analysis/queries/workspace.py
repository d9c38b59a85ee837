"""What the team did with candidate patterns: the passages in them, and what feeds what."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Left

from casement.foundation.access import Seat
from casement.rooms.analysis.models import GatheredPassage, PatternLink
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.openness import opened
from casement.rooms.analysis.queries.tray import OPENING, PassageCard

_SOURCE = "excerpt__version__source"


@dataclass(frozen=True)
class Link:
    """Pattern `feeds` feeds pattern `fed`, because; by whom as a role label."""

    number: int
    feeds: int
    fed: int
    reason: str
    by: str


def gathered_passages(seat: Seat, number: int | None = None) -> dict[int, tuple[PassageCard, ...]]:
    """The passages in every pattern, or in pattern `number`, by the pattern's number; one query.

    A passage of a source that is not open to this seat, or was taken out, is there without its words.
    """
    working(seat)
    rows = (
        GatheredPassage.objects.filter(review_id=seat.review, removed_at=None)
        .filter(Q() if number is None else Q(pattern__number=number))
        .annotate(opening=Left("excerpt__shown", OPENING), open=opened(seat, f"{_SOURCE}_id"))
        .order_by("pattern__number", "number")
    )
    told: dict[int, list[PassageCard]] = {}
    for pattern, key, words, excerpt, source, title, kind, paragraph, start, end, allowed, gone in rows.values_list(
        "pattern__number", "number", "opening", "excerpt__number", f"{_SOURCE}__number", f"{_SOURCE}__title",
        f"{_SOURCE}__kind", "excerpt__paragraph", "excerpt__start", "excerpt__end", "open",
        f"{_SOURCE}__withdrawal__pk",
    ):  # fmt: skip
        free = allowed and gone is None
        told.setdefault(pattern, []).append(
            PassageCard(
                excerpt, words if free else "", source, title if free else "", kind, paragraph, start, end,
                key=key, open=free,
            )
        )  # fmt: skip
    return {pattern: tuple(cards) for pattern, cards in told.items()}


def pattern_links(seat: Seat) -> tuple[Link, ...]:
    """What feeds what, as the team said it; one query."""
    working(seat)
    rows = PatternLink.objects.filter(review_id=seat.review, removed_at=None).annotate(label=author(seat))
    told = rows.order_by("number").values_list("number", "feeds__number", "fed__number", "reason", "label")
    return tuple(Link(number, feeds, fed, reason, by or "") for number, feeds, fed, reason, by in told)
