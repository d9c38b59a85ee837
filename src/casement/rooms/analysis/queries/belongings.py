"""What belongs to episodes, patterns and findings beside their statements, in one query for all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, JSONObject

from casement.foundation.access import Seat
from casement.rooms.analysis.models import (
    Alternative,
    AlternativeAnswer,
    BoardQuestion,
    CounterSearch,
    Episode,
    Finding,
    Pattern,
    PatternLink,
    PatternPlacement,
    Prevalence,
)
from casement.rooms.analysis.queries.tree import (
    AlternativeView,
    FeedingView,
    ItemView,
    PlacementView,
    PrevalenceView,
    QuestionView,
    SearchView,
)
from casement.rooms.reviews.models import Participation

Facts = dict[str, Any]

_FIGURE = ("not_known", "would_need", "numerator", "denominator", "unit", "population", "geography", "period",
           "source_kind", "reference", "obtained", "limits")  # fmt: skip
_ITEM = ("item_id", "label", "short_label", "group", "level", "order")


@dataclass(frozen=True)
class Belongings:
    """Own number and facts of each row, by its kind and its owner's number."""

    rows: Mapping[tuple[str, int], list[tuple[int, Facts]]]

    def of(self, kind: str, owner: int) -> list[tuple[int, Facts]]:
        """What of this kind belongs to the owner with this number."""
        return self.rows.get((kind, owner), [])

    def prevalences(self, finding: int) -> tuple[PrevalenceView, ...]:
        """The figures of a finding."""
        told = sorted(self.of("prevalence", finding), key=lambda one: one[0])
        return tuple(
            PrevalenceView(number, **{**facts, "not_known": bool(facts["not_known"])}) for number, facts in told
        )

    def questions(self, finding: int) -> tuple[QuestionView, ...]:
        """The board questions of a finding, in their order."""
        told = sorted(self.of("question", finding), key=lambda one: (one[1]["order"], one[0]))
        return tuple(
            QuestionView(number, facts["text"], facts["response_kind"], facts["level"], facts["edition"])
            for number, facts in told
        )

    def alternatives(self, finding: int) -> tuple[AlternativeView, ...]:
        """What else could explain a finding, in the order in which it was thought of."""
        told = sorted(self.of("alternative", finding), key=first)
        return tuple(
            AlternativeView(
                number, facts["text"], facts["would_speak"], facts["by"] or "", day(facts["at"]),
                facts["answer"] or "", facts["reason"] or "", facts["answered_by"] or "",
            )
            for number, facts in told
        )  # fmt: skip

    def searches(self, kind: str, owner: int) -> tuple[SearchView, ...]:
        """The searches for the other side of an episode, pattern or finding."""
        told = sorted(self.of(f"search of {kind}", owner), key=lambda one: one[0])
        return tuple(
            SearchView(
                number,
                facts["looked_for"],
                facts["looked_where"],
                facts["found"],
                facts["by"] or "",
                day(facts["at"]),
            )
            for number, facts in told
        )

    def categories(self, kind: str, owner: int) -> tuple[ItemView, ...]:
        """The secondary categories of a pattern or finding."""
        told = [facts for _, facts in self.of(f"secondary of {kind}", owner)]
        return tuple(sorted((ItemView(**facts) for facts in told), key=lambda one: one.order))

    def episodes(self, finding: int) -> dict[int, str]:
        """The episodes a finding shows in: number and title."""
        return {number: facts["title"] for number, facts in sorted(self.of("episode", finding), key=first)}

    def names(self, kind: str, episode: int) -> dict[int, str]:
        """The agencies ("strand") or roles ("role") of an episode: number and name."""
        return {number: facts["name"] for number, facts in sorted(self.of(kind, episode), key=first)}

    def neighbours(self, state: str) -> tuple[int, ...]:
        """The numbers of all episodes in one state, in order of time, undated ones last."""
        told = sorted((facts["began"] or "~", number, facts["state"]) for number, facts in self.of("neighbour", 0))
        return tuple(number for _, number, theirs in told if theirs == state)

    def gathered(self, pattern: int) -> tuple[int, ...]:
        """The numbers of the factor uses in a pattern."""
        return tuple(sorted(number for number, _ in self.of("gathered", pattern)))

    def placements(self, pattern: int) -> tuple[PlacementView, ...]:
        """Every place the team gave a pattern, the newest first."""
        told = sorted(self.of("placement", pattern), key=first, reverse=True)
        return tuple(
            PlacementView(facts["priority"], facts["reason"], facts["by"] or "", day(facts["at"]))
            for _, facts in told
        )

    def feeding(self, pattern: int) -> tuple[FeedingView, ...]:
        """What a pattern feeds, then what feeds it, in the order it was said."""
        return tuple(
            FeedingView(kind == "feeds", facts["other"], facts["title"], facts["reason"])
            for kind in ("feeds", "is fed by")
            for _, facts in sorted(self.of(kind, pattern), key=first)
        )

    def shown_in(self, pattern: int) -> tuple[int, ...]:
        """The numbers of the episodes that a pattern's factor uses belong to."""
        return tuple(sorted({facts["episode"] for _, facts in self.of("gathered", pattern)}))


def first(pair: tuple[int, Facts]) -> int:
    """The number of a row."""
    return pair[0]


def day(stamp: str) -> str:
    """The day of a stored moment in words."""
    told = date.fromisoformat(str(stamp)[:10])
    return f"{told.day} {told:%B %Y}"


def belongings(
    seat: Seat,
    *,
    episode: Q | None = None,
    pattern: Q | None = None,
    finding: Q | None = None,
    neighbours: bool = False,
    workspace: bool = False,
) -> Belongings:
    """Everything beside statements of the episodes, patterns and findings wanted; None leaves that kind out.

    The conditions are on the thing itself, such as `Q(number=3)`. `neighbours` adds every episode's place in time,
    `workspace` where patterns were put and what they feed.
    """
    wanted: list[QuerySet[Any, Any]] = []
    if finding is not None:
        wanted += of_findings(seat, finding)
    if pattern is not None:
        wanted += [*of_patterns(seat, pattern), *(of_workspace(seat, pattern) if workspace else ())]
    if episode is not None:
        wanted += of_episodes(seat, episode)
    if neighbours:
        every = Episode.objects.filter(review_id=seat.review).annotate(none=Value(0))
        wanted.append(linked(every, "neighbour", "none", "number", {"state": "state", "began": "date_start"}))
    if not wanted:
        return Belongings({})
    first_of_all, *others = wanted
    rows: dict[tuple[str, int], list[tuple[int, Facts]]] = {}
    for kind, owner, number, facts in first_of_all.union(*others, all=True):
        rows.setdefault((kind, owner), []).append((number, facts))
    return Belongings(rows)


def of_findings(seat: Seat, where: Q) -> list[QuerySet[Any, Any]]:
    """Figures, questions, searches, secondary categories and episodes of findings."""
    within = at("finding__", where) & Q(finding__review_id=seat.review)
    return [
        told(
            Prevalence.objects.filter(within, removed_at=None),
            "prevalence",
            "finding__number",
            "number",
            _FIGURE,
        ),
        told(
            BoardQuestion.objects.filter(within, removed_at=None),
            "question",
            "finding__number",
            "number",
            ("text", "response_kind", "level", "edition", "order"),
        ),
        searches(seat, "finding", where),
        alternatives(seat, within),
        categories(Finding, "finding", within),
        linked(Finding.episodes.through.objects.filter(within), "episode", "finding__number",
               "episode__number", {"title": "episode__title"}),
    ]  # fmt: skip


def of_episodes(seat: Seat, where: Q) -> list[QuerySet[Any, Any]]:
    """Agencies, roles and searches of episodes."""
    within = at("episode__", where) & Q(episode__review_id=seat.review)
    strands, roles = Episode.strands.through.objects, Episode.roles.through.objects
    return [
        linked(strands.filter(within), "strand", "episode__number", "agency__number", {"name": "agency__name"}),
        linked(
            roles.filter(within),
            "role",
            "episode__number",
            "participation__number",
            {"name": "participation__role_label"},
        ),
        searches(seat, "episode", where),
    ]


def of_patterns(seat: Seat, where: Q) -> list[QuerySet[Any, Any]]:
    """Secondary categories, gathered factor uses and searches of patterns."""
    within = at("pattern__", where) & Q(pattern__review_id=seat.review)
    live = Pattern.gathered.through.objects.filter(within, factoruse__removed_at=None)
    return [
        categories(Pattern, "pattern", within),
        linked(live, "gathered", "pattern__number", "factoruse__number", {"episode": "factoruse__episode__number"}),
        searches(seat, "pattern", where),
    ]


def of_workspace(seat: Seat, where: Q) -> list[QuerySet[Any, Any]]:
    """Where patterns were put, with the role label of who said so, and what they feed or are fed by."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id"))
    put = PatternPlacement.objects.filter(at("pattern__", where), review_id=seat.review)
    named = put.annotate(who=Subquery(label.order_by("-began_at").values("role_label")[:1]))
    facts = {"priority": "priority", "reason": "reason", "by": "who", "at": "at"}
    links = PatternLink.objects.filter(review_id=seat.review, removed_at=None)
    ends = (("feeds", "feeds", "fed"), ("is fed by", "fed", "feeds"))
    return [
        linked(named, "placement", "pattern__number", "number", facts),
        *(
            linked(
                links.filter(at(f"{own}__", where)), kind, f"{own}__number", "number",
                {"other": f"{other}__number", "title": f"{other}__title", "reason": "reason"},
            )
            for kind, own, other in ends
        ),
    ]  # fmt: skip


def at(prefix: str, where: Q) -> Q:
    """A condition on a thing as a condition on what points to it."""
    moved = Q(_connector=where.connector, _negated=where.negated)
    for child in where.children:
        moved.children.append(
            at(prefix, child) if isinstance(child, Q) else (prefix + child[0], child[1])  # type: ignore[index]
        )
    return moved


def categories(model: Any, kind: str, within: Q) -> QuerySet[Any, Any]:
    """The secondary categories of patterns or findings."""
    facts = {name: f"frameworkitem__{name}" for name in _ITEM}
    return linked(
        model.secondary.through.objects.filter(within), f"secondary of {kind}", f"{kind}__number", "pk", facts
    )


def searches(seat: Seat, kind: str, where: Q) -> QuerySet[Any, Any]:
    """Searches for the other side, with the role label of who looked."""
    found = CounterSearch.objects.filter(at(f"{kind}__", where), **{f"{kind}__review_id": seat.review})
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id"))
    named = found.annotate(who=Subquery(label.order_by("-began_at").values("role_label")[:1]))
    facts = {"looked_for": "looked_for", "looked_where": "looked_where", "found": "found", "by": "who", "at": "at"}
    return linked(named, f"search of {kind}", f"{kind}__number", "number", facts)


def alternatives(seat: Seat, within: Q) -> QuerySet[Any, Any]:
    """Other explanations of findings, each with the last answer to it."""
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id")).order_by("-began_at")
    last = AlternativeAnswer.objects.filter(alternative=OuterRef("pk")).order_by("-pk")
    named = Alternative.objects.filter(within).annotate(
        who=Subquery(label.values("role_label")[:1]),
        answer=Subquery(last.values("answer")[:1]),
        reason=Subquery(last.values("reason")[:1]),
        answerer=Subquery(last.annotate(who=Subquery(label.values("role_label")[:1])).values("who")[:1]),
    )
    facts = {"text": "text", "would_speak": "would_speak", "by": "who", "at": "at", "answer": "answer",
             "reason": "reason", "answered_by": "answerer"}  # fmt: skip
    return linked(named, "alternative", "finding__number", "number", facts)


def told(
    rows: QuerySet[Any, Any], kind: str, owner: str, number: str, fields: tuple[str, ...]
) -> QuerySet[Any, Any]:
    """Rows as (kind, owner's number, own number, facts)."""
    return linked(rows, kind, owner, number, {name: name for name in fields})


def linked(
    rows: QuerySet[Any, Any], kind: str, owner: str, number: str, facts: dict[str, str]
) -> QuerySet[Any, Any]:
    """The same, with facts under names of their own."""
    shape: Callable[..., Any] = JSONObject
    shaped: QuerySet[Any, Any] = (
        rows.order_by()
        .annotate(
            told_kind=Value(kind, output_field=CharField()),
            told_owner=Cast(F(owner), IntegerField()),
            told_number=Cast(F(number), IntegerField()),
            told_facts=shape(**{name: F(path) for name, path in facts.items()}),
        )
        .values_list("told_kind", "told_owner", "told_number", "told_facts")
    )
    return shaped
