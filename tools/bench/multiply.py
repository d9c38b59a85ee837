"""Makes a review many times its size: the same rows again and again within the one review, for the bench alone.

Multiplied are: sources with their files, texts, excerpts, marks and memos; open codes; imports, chronology entries
and their rows; episodes, factor uses, patterns, findings with their figures, questions and searches; statements
with their texts and evidence; open queries; what the board answers, its actions and what came of them;
proceedings, holds, disclosures and what the family said; time and answers to markers; and what can be found of all
these. Each copy cites, codes and gathers the rows of its own copy. Left as they are: people, agencies, frameworks,
the review's questions and the report's own sections, which print what the copies add. Rows are written straight
into the tables: this is not a way to change a review.
"""

from typing import Any

from django.db import models, transaction

from casement.foundation.models import SearchRow
from casement.rooms.analysis import models as analysis
from casement.rooms.chronology import models as chronology
from casement.rooms.coding import models as coding
from casement.rooms.family import models as family
from casement.rooms.markers import models as markers
from casement.rooms.proceedings import models as proceedings
from casement.rooms.responses import models as responses
from casement.rooms.sources import models as sources
from casement.rooms.timekeeping import models as timekeeping

Rows = dict[int, models.Model]
IN_ORDER: tuple[type[models.Model], ...] = (
    sources.Batch, sources.Source, sources.Version, sources.Upload, sources.Excerpt, sources.Correction,
    coding.Code, coding.Mark, coding.Memo,
    chronology.Import, chronology.Entry, chronology.ImportRow,
    analysis.Episode, analysis.FactorUse, analysis.Pattern, analysis.Finding, analysis.Prevalence,
    analysis.BoardQuestion, analysis.CounterSearch, analysis.Statement, analysis.StatementText, analysis.Evidence,
    analysis.FactsVersion,
    proceedings.Proceeding, proceedings.ProceedingLook, proceedings.Hold, proceedings.Disclosure,
    family.Answer, family.Contact, family.Feedback,
    timekeeping.TimeEntry, timekeeping.TimeVersion, markers.MarkerAnswer,
    analysis.OpenQuery, analysis.QueryAnswer,
    responses.BoardResponse, responses.BoardView, responses.Raised, responses.Closing, responses.ResponseAction,
    responses.ActionVersion, responses.Progress, responses.Impact, responses.Presentation,
    responses.PresentationNote, responses.Notice,
)  # fmt: skip
NAMED: dict[str, type[models.Model]] = {
    "source": sources.Source, "entry": chronology.Entry, "episode": analysis.Episode, "pattern": analysis.Pattern,
    "finding": analysis.Finding, "factoruse": analysis.FactorUse, "boardquestion": analysis.BoardQuestion,
}  # fmt: skip
SOME = 500


class Copies:
    """The rows a review began with, and what has been made of them."""

    def __init__(self) -> None:
        self.first: dict[type[models.Model], list[Any]] = {
            model: list(model._default_manager.order_by("pk")) for model in IN_ORDER
        }
        self.searched = list(SearchRow.objects.exclude(kind="section").order_by("pk"))
        self.links = {
            (model, many.name): list(many.remote_field.through.objects.all())
            for model in IN_ORDER
            for many in model._meta.many_to_many
        }
        self.highest = {
            model: max((row.number for row in rows), default=0)
            for model, rows in self.first.items()
            if model in NAMED.values() or {"number", "review"} <= {one.name for one in model._meta.fields}
        }

    def add(self, copy: int) -> None:
        """One more of everything; `copy` counts from one."""
        made: dict[type[models.Model], Rows] = {}
        for model, rows in self.first.items():
            news = [model(**self.facts(model, row, copy, made)) for row in rows]
            model._default_manager.bulk_create(news, batch_size=SOME)
            made[model] = {old.pk: new for old, new in zip(rows, news, strict=True)}
            for many in model._meta.many_to_many:
                self.link(many, made)
        for source in self.first[sources.Source]:
            made[sources.Source][source.pk].current = made[sources.Version].get(source.current_id)
        sources.Source.objects.bulk_update(made[sources.Source].values(), ["current"], batch_size=SOME)
        found = [SearchRow(**self.facts(SearchRow, row, copy, made)) for row in self.searched]
        SearchRow.objects.bulk_create(found, batch_size=SOME)

    def facts(self, model: type[models.Model], row: Any, copy: int, made: dict[type[models.Model], Rows]) -> Any:
        """The columns of one copied row: its own number, and the rows of the same copy where it points to some."""
        told = {}
        for one in model._meta.concrete_fields:
            value = getattr(row, one.attname)
            if one.related_model in made and value is not None:
                value = made[one.related_model][value].pk
            if not one.primary_key:
                told[one.attname] = value
        named = NAMED.get(told.get("kind", "")) if model in (SearchRow, analysis.FactsVersion) else model
        if named in self.highest:
            told["number"] += copy * self.highest[named]
        if model is sources.Source:
            told["current_id"] = None
        if model is coding.Code:
            told["label"] = f"{row.label} ({told['number']})"
        if "sent_key" in told:  # one per attempt: a copy was never sent
            told["sent_key"] = None if model._meta.get_field("sent_key").null else ""
        return told

    def link(self, many: Any, made: dict[type[models.Model], Rows]) -> None:
        """The links of a many-to-many field, from copy to copy."""
        through = many.remote_field.through
        here, there = many.m2m_field_name(), many.m2m_reverse_field_name()
        others = made.get(many.related_model, {})
        links = []
        for old in self.links[many.model, many.name]:
            owner, reached = getattr(old, f"{here}_id"), getattr(old, f"{there}_id")
            reached = others[reached].pk if others else reached
            links.append(through(**{f"{here}_id": made[many.model][owner].pk, f"{there}_id": reached}))
        through.objects.bulk_create(links, batch_size=SOME)


def multiply(times: int) -> None:
    """Add `times` - 1 copies of everything, in an installation that holds one review."""
    with transaction.atomic():
        copies = Copies()
        for copy in range(1, times):
            copies.add(copy)
