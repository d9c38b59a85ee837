"""Everything the report is told from that is not analysis, and its own sections, in one query."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, JSONObject

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Episode
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.chronology.models import Entry
from casement.rooms.reports.models import Section
from casement.rooms.reviews.models import Agency, Identity, Participation, Review, WindowQuestion
from casement.rooms.sources.models import Source

Facts = dict[str, Any]
DATED = {"recorded": "date_recorded", "start": "date_start", "end": "date_end"}


@dataclass(frozen=True)
class Beside:
    """Facts by kind, each kind in its own order."""

    rows: dict[str, list[Facts]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Facts]:
        """The facts of one kind."""
        return self.rows.get(kind, [])

    @property
    def review(self) -> Facts:
        """The facts of the review itself."""
        return self.of("review")[0]


def beside(seat: Seat) -> Beside:
    """The review, its agencies, people, names, questions, sources, entries and report sections."""
    mine = {"review_id": seat.review}
    readable = Source.objects.reached_by(seat).filter(pk=OuterRef("pk"))
    sources = Source.objects.filter(**mine).annotate(
        readable=Exists(readable),
        gone=Case(When(withdrawal__isnull=False, then=True), default=False, output_field=BooleanField()),
    )
    replaced = WindowQuestion.objects.filter(replaces_id=OuterRef("pk"))
    wanted = [
        told(Review.objects.filter(pk=seat.review), "review", "pk",
             {name: name for name in ("code_name", "kind", "variant", "board_name")} | DATED),
        told(Agency.objects.filter(**mine), "agency", "number", {"name": "name"}),
        told(Participation.objects.filter(**mine), "person", "number",
             {"role": "role", "label": "role_label", "agency": "agency__name", "independence": "independence"}),
        told(Identity.objects.filter(**mine), "identity", "number",
             {"label": "label", "kind": "kind", "names": "names"}),
        told(WindowQuestion.objects.filter(~Exists(replaced), **mine), "question", "number", {"text": "text"}),
        told(sources, "source", "number",
             {name: name for name in ("number", "kind", "title", "readable", "gone")} | DATED
             | {"agency": "agency__name", "speaker": "participation__role_label"}),
        told(Episode.objects.filter(state="rejected", **mine), "rejected", "number",
             {"title": "title", "reason": "decision_reason"} | DATED),
        told(entry_counts(seat), "entries", "agency__number", {"agency": "agency__name", "count": "count"}),
        told(Section.objects.filter(report__review_id=seat.review), "section", "order",
             {name: name for name in ("key", "title", "text", "edition")}),
    ]  # fmt: skip
    first, *others = wanted
    rows: dict[str, list[tuple[int, Facts]]] = {}
    for kind, number, facts in first.union(*others, all=True):
        rows.setdefault(kind, []).append((number, json.loads(facts) if isinstance(facts, str) else facts))
    return Beside({kind: [facts for _, facts in sorted(found, key=number_of)] for kind, found in rows.items()})


def number_of(pair: tuple[int, Facts]) -> int:
    """The number of a row."""
    return pair[0]


def entry_counts(seat: Seat) -> QuerySet[Any, Any]:
    """How many entries each agency's chronology has."""
    live = Entry.objects.filter(review_id=seat.review, removed_at=None).order_by()
    return live.values("agency__number", "agency__name").annotate(count=Count("pk"))


def told(rows: QuerySet[Any, Any], kind: str, number: str, facts: dict[str, str]) -> QuerySet[Any, Any]:
    """Rows as (kind, number, facts)."""
    shape: Callable[..., Any] = JSONObject
    shaped: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(
            told_kind=Value(kind, output_field=CharField()),
            told_number=Cast(F(number), IntegerField()),
            told_facts=shape(**{name: F(path) for name, path in facts.items()}),
        )
        .values_list("told_kind", "told_number", "told_facts")
    )
    return shaped


def dated(facts: Facts) -> str:
    """A stored date in words."""
    start, end = facts["start"], facts["end"]
    return in_words(
        facts["recorded"] or "",
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )
