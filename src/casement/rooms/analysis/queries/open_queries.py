"""What the team does not know yet: every open query with where it arose, whom it is put to, and its answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import CandidateDecision, OpenQuery, QueryAnswer
from casement.rooms.analysis.queries.belongings import linked
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.rules.perspectives import RemarkKind
from casement.rooms.reviews.models import Participation

OPEN, ANSWERED, LET_GO = "Open", "Answered", "Let go"
STATES = (OPEN, ANSWERED, LET_GO)


@dataclass(frozen=True)
class QueryLine:
    """One open query. `place` and `path` are where it arose, empty where somebody asked it by itself.

    `asked` is a role label or an agency, `voice` the same as a key such as "r3"; both are empty for nobody in
    particular.
    """

    number: int
    text: str
    asked: str
    voice: str
    place: str
    path: str
    by: str
    at: datetime
    answers: tuple[tuple[str, str], ...] = ()  # in words, and by whom
    let_go_because: str = ""
    let_go_by: str = ""

    @property
    def state(self) -> str:
        """Open, answered or let go."""
        return ANSWERED if self.answers else LET_GO if self.let_go_because else OPEN


def open_queries(seat: Seat, number: int | None = None) -> tuple[QueryLine, ...]:
    """Every query with its answers, or the one with this number; two queries. Those that are open stand first."""
    working(seat)
    answers: dict[int, list[tuple[str, str]]] = {}
    given = QueryAnswer.objects.filter(query__review_id=seat.review).annotate(label=author(seat)).order_by("pk")
    rows = OpenQuery.objects.filter(review_id=seat.review).order_by("number")
    if number is not None:
        given, rows = given.filter(query__number=number), rows.filter(number=number)
    for query, text, by in given.values_list("query__number", "text", "label"):
        answers.setdefault(query, []).append((text, by))
    decided = CandidateDecision.objects.filter(query=OuterRef("pk")).order_by("number")
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("let_go_by"))
    told = rows.annotate(
        label=author(seat),
        candidate=Subquery(decided.values("said")[:1]),
        gone=Subquery(people.order_by("-began_at").values("role_label")[:1]),
    ).values(
        "number", "text", "label", "at", "candidate", "let_go_because", "gone", "period__number",
        "asked_of__number", "asked_of__name", "asked_role__number", "asked_role__role_label",
    )  # fmt: skip
    lines = (line(one, answers.get(one["number"], ())) for one in told)
    return tuple(sorted(lines, key=lambda one: STATES.index(one.state)))


def line(one: Mapping[str, Any], answers: Iterable[tuple[str, str]]) -> QueryLine:
    """One query from its columns."""
    role, agency = one["asked_role__number"], one["asked_of__number"]
    period = one["period__number"]
    place, path = ("", "")
    if period is not None:
        place, path = f"Period {period}", f"perspectives/{period}/#queries"
    elif one["candidate"]:
        place, path = one["candidate"], "episodes/candidates/log/"
    return QueryLine(
        one["number"], one["text"], one["asked_role__role_label"] or one["asked_of__name"] or "",
        f"r{role}" if role is not None else f"a{agency}" if agency is not None else "", place, path, one["label"],
        one["at"], tuple(answers), one["let_go_because"], one["gone"] or "",
    )  # fmt: skip


def open_query(seat: Seat, number: int) -> QueryLine:
    """One query; two queries. NotHere when there is none."""
    found = open_queries(seat, number)
    if not found:
        raise NotHere
    return found[0]


def query_rows(seat: Seat) -> QuerySet[Any, Any]:
    """The queries that arose in the narrative and were not let go, in the shape of the remarks beside them.

    Where there are several answers, the last is told.
    """
    rows = OpenQuery.objects.filter(
        Q(about__isnull=False) | Q(about_agency__isnull=False), review_id=seat.review, period__removed_at=None,
        period__isnull=False, let_go_at=None,
    )  # fmt: skip
    last = QueryAnswer.objects.filter(query=OuterRef("pk")).order_by("-pk")
    who = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("by_id")).order_by("-began_at")
    named = rows.annotate(
        who=author(seat),
        as_kind=Value(RemarkKind.QUERY.value, output_field=CharField()),
        said=Coalesce(Subquery(last.values("text")[:1]), Value("")),
        answerer=Subquery(last.annotate(label=Subquery(who.values("role_label")[:1])).values("label")[:1]),
        beside=Value(None, output_field=IntegerField()),
    )
    facts = {
        "number": "number", "kind": "as_kind", "period": "period__number", "role": "about__number",
        "label": "about__role_label", "agency": "about_agency__number", "agency_name": "about_agency__name",
        "statement": "beside", "text": "text", "answer": "said", "by": "who", "on": "at", "answered_by": "answerer",
    }  # fmt: skip
    return linked(named, "own remark", "period__number", "number", facts)
