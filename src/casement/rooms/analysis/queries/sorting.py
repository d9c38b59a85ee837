"""By what the cards of the workspace can be sorted and narrowed: episodes, agencies, roles, families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Subquery, Value

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Episode
from casement.rooms.analysis.queries.choices import Offer
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.items import PATTERNS
from casement.rooms.analysis.vocabulary import EpisodeState
from casement.rooms.reviews.models import Agency, FrameworkItem, Participation, Pin


@dataclass(frozen=True)
class Sorts:
    """What there is to choose from, by number or stable id; the families of patterns in the framework's order."""

    episodes: tuple[Offer, ...]
    agencies: tuple[Offer, ...]
    roles: tuple[Offer, ...]
    families: tuple[Offer, ...]


def sorts(seat: Seat) -> Sorts:
    """Everything the workspace can be sorted by, in one query."""
    working(seat)
    newest = Pin.objects.filter(review_id=seat.review, framework__key=PATTERNS).order_by("-at", "-pk")
    families = FrameworkItem.objects.filter(framework=Subquery(newest.values("framework")[:1]), retired=False)
    episodes = Episode.objects.filter(review_id=seat.review).exclude(state=EpisodeState.REJECTED)
    rows = told(episodes, "episode", "number", "title").union(
        told(Agency.objects.filter(review_id=seat.review), "agency", "number", "name"),
        told(Participation.objects.filter(review_id=seat.review), "role", "number", "role_label"),
        told(families.exclude(item_id__contains="."), "family", "order", "short_label", "label", "item_id"),
        all=True,
    )
    kinds: dict[str, list[tuple[int, str, str]]] = {}
    for kind, number, name, longer, key in rows:
        kinds.setdefault(kind, []).append((number, name or longer, key))
    kinds = {kind: sorted(held) for kind, held in kinds.items()}
    return Sorts(
        tuple((str(number), f"{number}. {name}") for number, name, _ in kinds.get("episode", ())),
        tuple((str(number), name) for number, name, _ in kinds.get("agency", ())),
        tuple((str(number), name) for number, name, _ in kinds.get("role", ())),
        tuple((key, name) for _, name, key in kinds.get("family", ())),
    )


def told(
    rows: QuerySet[Any, Any], kind: str, number: str, name: str, longer: str = "", key: str = ""
) -> QuerySet[Any, Any]:
    """Rows as (kind, number, name, longer name, stable id)."""
    shaped: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(
            told_kind=Value(kind, output_field=CharField()),
            told_number=F(number) + Value(0, output_field=IntegerField()),
            told_longer=F(longer) if longer else Value("", output_field=CharField()),
            told_key=F(key) if key else Value("", output_field=CharField()),
        )
        .values_list("told_kind", "told_number", name, "told_longer", "told_key")
    )
    return shaped
