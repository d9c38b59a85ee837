"""What lists show of many episodes, patterns and findings, without reading every passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Case, CharField, Count, F, Q, Value, When

from casement.foundation.access import Seat
from casement.rooms.analysis.models import FactorUse, Pattern, Statement
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.tree import FactorUseView, StatementView
from casement.rooms.analysis.vocabulary import EpisodeState, Part, Side


@dataclass(frozen=True)
class Written:
    """What is written in one thing: texts per part, the opening words of one part, evidence that stands."""

    parts: Mapping[str, int] = field(default_factory=dict)
    words: str = ""
    supporting: int = 0
    against: int = 0


NOTHING = Written()


def written(seat: Seat, owner: str, words_of: Part) -> dict[int, Written]:
    """What is written in every episode, pattern or finding (`owner`), by its number, in one query.

    `words` are the texts of the part `words_of`. Evidence counts while its source or entry is in the review.
    """
    working(seat)
    stands = Q(evidence__removed_at=None) & (
        Q(evidence__excerpt__isnull=False, evidence__excerpt__version__source__withdrawal=None)
        | Q(evidence__entry__isnull=False, evidence__entry__removed_at=None)
    )
    rows = (
        Statement.objects.filter(review_id=seat.review, removed_at=None, **{f"{owner}__isnull": False})
        .annotate(
            words=Case(When(part=words_of, then=F("text")), default=Value(""), output_field=CharField()),
            supporting=Count("evidence", filter=stands & Q(evidence__direction=Side.FOR)),
            against=Count("evidence", filter=stands & Q(evidence__direction=Side.AGAINST)),
        )
        .order_by("order", "number")
        .values_list(f"{owner}__number", "part", "words", "supporting", "against")
    )
    parts: dict[int, dict[str, int]] = {}
    told: dict[int, Written] = {}
    for number, part, words, supporting, against in rows:
        mine = parts.setdefault(number, {})
        mine[part] = mine.get(part, 0) + 1
        before = told.get(number, NOTHING)
        told[number] = Written(
            mine, f"{before.words} {words}".strip(), before.supporting + supporting, before.against + against
        )
    return told


def uses_of(seat: Seat, episodes: Sequence[int]) -> tuple[FactorUseView, ...]:
    """The factor uses of some episodes, by number, without their evidence."""
    return uses(seat, Q(episode__number__in=list(episodes)))


def uses_to_gather(
    seat: Seat, *, chosen: Sequence[int], episode: int | None, beside: int | None, limit: int
) -> tuple[FactorUseView, ...]:
    """Factor uses to choose from: those chosen already, then those of one episode, or the first of all.

    `beside` leaves out what is in that pattern.
    """
    wanted = Q(episode__number=episode) if episode is not None else Q()
    inside = Pattern.objects.filter(review_id=seat.review, number=beside or 0).values("gathered__pk")
    outside = Q() if beside is None else ~Q(pk__in=inside.filter(gathered__isnull=False))
    before = uses(seat, Q(number__in=list(chosen))) if chosen else ()
    have = {use.number for use in before}
    return (*before, *(use for use in uses(seat, wanted & outside, limit=limit) if use.number not in have))


def uses(seat: Seat, where: Q | None = None, *, limit: int | None = None) -> tuple[FactorUseView, ...]:
    """Factor uses with their explanation as plain text and no evidence, by episode, in one query."""
    working(seat)
    found = (
        FactorUse.objects.filter(where or Q(), review_id=seat.review, removed_at=None)
        .exclude(episode__state=EpisodeState.REJECTED)
        .filter(Q(statements__part=Part.HOW, statements__removed_at=None) | Q(statements=None))
        .order_by("episode__number", "item__level", "item__order", "number")
        .values_list(
            "number", "episode__number", "item__item_id", "item__label", "item__short_label", "item__group",
            "item__level", "item__order", "influence", "account_of__role_label", "free_text", "episode__title",
            "statements__number", "statements__text", "statements__inference", "account_of__number",
            "account_of__agency__number", "account_of__agency__name",
        )
    )  # fmt: skip
    made: dict[int, FactorUseView] = {}
    for row in found if limit is None else found[:limit]:
        text = StatementView(row[12] or 0, Part.HOW, row[13] or "", "inference" if row[14] else "supported")
        before = made.get(row[0])
        made[row[0]] = FactorUseView(
            number=row[0],
            episode_number=row[1],
            item_id=row[2] or "",
            label=row[4] or row[3] or row[10],
            group=row[5] or "",
            level=row[6] or "L9",
            influence=row[8],
            how=(*(before.how if before else ()), text),
            account_of=row[9] or "",
            order=row[7] or 0,
            episode_title=row[11],
            free_text=row[10],
            account_of_number=row[15],
            agency_number=row[16],
            agency=row[17] or "",
        )
    return tuple(made.values())
