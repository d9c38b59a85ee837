"""Everything the report is told from, but for the statements themselves, in one query; its sections in another.

The analysis gives the rows that belong to episodes, patterns and findings; this adds their own columns and the
review around them to the same question.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.rooms.analysis.models import Episode, Finding, Pattern
from casement.rooms.analysis.queries.belongings import Belongings, linked, of_episodes, of_findings, of_patterns
from casement.rooms.analysis.queries.ledger_head import last_change_outside, taken_out
from casement.rooms.analysis.queries.open_queries import query_rows
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.queries.perspectives import HEAD, remark_rows, standing
from casement.rooms.chronology.models import Entry
from casement.rooms.reports.models import Comment, CommentAnswer, Section, SectionText
from casement.rooms.reports.queries.of_rigour import of_rigour
from casement.rooms.reports.queries.remembering import STAMP, last_change
from casement.rooms.reviews.models import Agency, Identity, Participation, Review, WindowQuestion
from casement.rooms.sources.models import RecordRequest, RequestEvent, Source

Facts = dict[str, Any]
Rows = QuerySet[Any, Any]
EVERY = Q(number__gt=0)
DATED = {"recorded": "date_recorded", "start": "date_start", "end": "date_end"}
ITEM = ("item_id", "label", "short_label", "group", "level", "order")
EPISODE = ("number", "title", "state", "decision_reason", "tendency", "standard", "standard_applied",
           "hindsight_check", "outcome_check", "difficulty_check", "no_factors_reason", "confidence",
           "confidence_reason", "edition", "date_recorded", "date_start", "date_end", "until_recorded",
           "until_start", "until_end", *(f"hunch_category__{name}" for name in ITEM))  # fmt: skip
PATTERN = ("number", "title", "priority", "priority_reason", "edition", *(f"primary__{name}" for name in ITEM))
FINDING = ("number", "title", "state", "state_reason", "direction", "confidence", "confidence_reason", "edition",
           "order", "pattern__number", *(f"primary__{name}" for name in ITEM))  # fmt: skip
DAYS = ("date_start", "date_end", "until_start", "until_end")


@dataclass(frozen=True)
class Beside:
    """Facts by kind, each kind in its own order; `belongings` is what the analysis reads for itself."""

    belongings: Belongings
    rows: dict[str, list[Facts]] = field(default_factory=dict)

    def of(self, kind: str) -> list[Facts]:
        """The facts of one kind."""
        return self.rows.get(kind, [])

    @property
    def review(self) -> Facts:
        """The facts of the review itself."""
        return self.of("review")[0]


def beside(seat: Seat) -> Beside:
    """All of it but the report's own sections."""
    return gathered(
        *of_findings(seat, EVERY),
        *of_patterns(seat, EVERY),
        *of_episodes(seat, EVERY),
        *of_analysis(seat),
        *of_review(seat),
        *of_rigour(seat),
        of_comments(seat),
    )


def sections(seat: Seat, kind: str, *, texts_of: str = "") -> Beside:
    """A report's sections, each with the stamps of the last change; `texts_of` adds every text of one section."""
    return gathered(*of_report(seat, kind, texts_of))


def gathered(first: Rows, *others: Rows) -> Beside:
    """Facts from rows of several kinds, in one query."""
    owned: dict[tuple[str, int], list[tuple[int, Facts]]] = {}
    rows: dict[str, list[tuple[int, Facts]]] = {}
    for kind, owner, number, told in first.union(*others, all=True):
        facts = json.loads(told) if isinstance(told, str) else told
        owned.setdefault((kind, owner), []).append((number, facts))
        rows.setdefault(kind, []).append((number, facts))
    in_order = {kind: [facts for _, facts in sorted(found, key=number_of)] for kind, found in rows.items()}
    return Beside(Belongings(owned), in_order)


def number_of(pair: tuple[int, Facts]) -> int:
    """The number of a row."""
    return pair[0]


def of_analysis(seat: Seat) -> list[Rows]:
    """The columns of episodes that were chosen or not selected, of patterns, findings and periods; remarks."""
    mine = {"review_id": seat.review}
    decided = Episode.objects.filter(state__in=("chosen", "rejected"), **mine)
    return [
        row(decided, "own episode", "number", {name: name for name in EPISODE}),
        row(Pattern.objects.filter(**mine), "own pattern", "number", {name: name for name in PATTERN}),
        row(Finding.objects.filter(**mine), "own finding", "order", {name: name for name in FINDING}),
        row(standing(seat), "own period", "number", {name: name for name in HEAD}),
        remark_rows(seat, EVERY),
        query_rows(seat),
    ]


def of_review(seat: Seat) -> list[Rows]:
    """The review, its agencies, people, names, questions, sources and chronologies."""
    mine = {"review_id": seat.review}
    readable = Source.objects.reached_by(seat).filter(pk=OuterRef("pk"))
    sources = Source.objects.filter(**mine).annotate(
        readable=Exists(readable),
        gone=Case(When(withdrawal__isnull=False, then=True), default=False, output_field=BooleanField()),
    )
    replaced = WindowQuestion.objects.filter(replaces_id=OuterRef("pk"))
    live = Entry.objects.filter(removed_at=None, **mine).order_by()
    counted = live.values("agency__number", "agency__name").annotate(count=Count("pk"))
    return [
        row(Review.objects.filter(pk=seat.review), "review", "pk",
            {name: name for name in ("code_name", "kind", "variant", "left_out", "board_name")} | DATED),
        row(Agency.objects.filter(**mine), "agency", "number", {"name": "name"}),
        row(Participation.objects.filter(**mine), "person", "number",
            {"role": "role", "label": "role_label", "agency": "agency__name", "independence": "independence"}),
        row(Identity.objects.filter(**mine), "identity", "number",
            {"label": "label", "kind": "kind", "names": "names"}),
        row(WindowQuestion.objects.filter(~Exists(replaced), **mine), "asked", "number", {"text": "text"}),
        row(sources, "source", "number",
            {name: name for name in ("number", "kind", "title", "readable", "gone")} | DATED
            | {"agency": "agency__name", "speaker": "participation__role_label"}),
        *of_requests(seat),
        row(counted, "entries", "agency__number", {"agency": "agency__name", "count": "count"}),
    ]  # fmt: skip


def of_requests(seat: Seat) -> list[Rows]:
    """Requests for records, and what happened to each."""
    requests = RecordRequest.objects.visible_to(seat)
    here: Rows = RequestEvent.sources.through.objects.filter(
        requestevent_id=OuterRef("pk"), source__withdrawal=None
    )
    count = here.order_by().values("requestevent_id").annotate(n=Count("pk")).values("n")
    events = RequestEvent.objects.filter(request__in=requests, taken_back_at=None)
    return [
        row(requests, "request", "number", {"number": "number", "agency": "agency__name"}),
        row(events.annotate(came=Coalesce(Subquery(count), 0)), "request event", "pk",
            {name: name for name in ("pk", "kind", "on", "promised_for", "whole", "why", "came", "note")}
            | {"request": "request__number"}),
    ]  # fmt: skip


def of_comments(seat: Seat) -> Rows:
    """The comments on follow-on reports that stand, each with the answer that stands."""
    last = CommentAnswer.objects.filter(comment=OuterRef("pk"), beside=False).order_by("-pk")
    rows = Comment.objects.filter(review_id=seat.review, taken_back_at=None).annotate(
        **{name: Subquery(last.values(name)[:1]) for name in ("disposition", "stands")},
        answer=Subquery(last.values("text")[:1]),
    )
    own = ("number", "paragraph", "kind", "text", "anonymous", "disposition", "answer", "stands")
    beside_it = {"report": "issued__report__kind", "by": "participation__role_label", "told": "told_at"}
    return row(rows, "comment", "number", {name: name for name in own} | beside_it)


def of_report(seat: Seat, kind: str, texts_of: str) -> list[Rows]:
    """The report's sections and, for one of them, every text it has had with the role label of its writer."""
    mine = {"report__review_id": seat.review, "report__kind": kind}
    stamped = Section.objects.filter(**mine).annotate(
        here=Subquery(last_change(seat)), outside=Subquery(last_change_outside()), gone=Subquery(taken_out(seat))
    )
    told = [row(stamped, "section", "order",
                {name: name for name in ("key", "title", "text", "edition", *STAMP)})]  # fmt: skip
    if texts_of:
        texts = SectionText.objects.filter(
            section__report__review_id=seat.review, section__report__kind=kind, section__key=texts_of
        )
        label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id"))
        named = texts.annotate(who=Subquery(label.order_by("-began_at").values("role_label")[:1]))
        facts = {"id": "pk", "edition": "edition", "text": "text", "by": "who", "at": "at", "beside": "kept_beside",
                 "settled": "settled_at"}  # fmt: skip
        told.append(row(named, "text", "pk", facts))
    return told


def row(rows: Rows, kind: str, number: str, facts: dict[str, str]) -> Rows:
    """Rows in the shape the analysis gives its own: kind, owner, number, facts."""
    return linked(rows, kind, number, number, facts)


def dated(facts: Facts) -> str:
    """A stored date in words."""
    return in_words(facts["recorded"] or "", day(facts["start"]), day(facts["end"]))


def day(stamp: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(stamp) if stamp else None


def columns(facts: Facts) -> Facts:
    """The columns of an episode, pattern or finding with days as days."""
    return {name: day(value) if name in DAYS else value for name, value in facts.items()}
