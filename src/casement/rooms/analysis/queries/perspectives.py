"""The narrative of perspectives as it is read: periods in order of time, each from several places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Period, Remark, Statement
from casement.rooms.analysis.queries.belongings import day, linked
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.open_queries import query_rows
from casement.rooms.analysis.queries.periods import in_words, period
from casement.rooms.analysis.queries.tree import PeriodView, RemarkView, StatementView
from casement.rooms.chronology.queries import Knower, knowers
from casement.rooms.chronology.queries.knowers import VOICES
from casement.rooms.reviews.models import Agency, Participation

HEAD = ("number", "title", "edition", "date_recorded", "date_start", "date_end", "until_recorded", "until_start",
        "until_end")  # fmt: skip
REMARK = {
    "number": "number",
    "kind": "kind",
    "period": "period__number",
    "role": "about__number",
    "label": "about__role_label",
    "agency": "about_agency__number",
    "agency_name": "about_agency__name",
    "statement": "statement__number",
    "text": "text",
    "by": "who",
    "on": "at",
}
DAYS = ("date_start", "date_end", "until_start", "until_end")
Facts = dict[str, Any]


@dataclass(frozen=True)
class Around:
    """What stands around the texts: the columns of periods in order of time, every remark, who may speak."""

    heads: tuple[Facts, ...]
    remarks: tuple[RemarkView, ...]
    people: tuple[Knower, ...]


def around(seat: Seat, where: Q | None = None) -> Around:
    """The periods that `where` selects, all remarks, and all who may have a perspective; one query."""
    working(seat)
    heads = linked(
        standing(seat).filter(where or Q()), "own period", "number", "number", {one: one for one in HEAD}
    )
    people = Participation.objects.filter(review_id=seat.review, role__in=VOICES)
    roles = linked(people, "role", "number", "number", {"pk": "pk", "name": "role_label", "agency": "agency_id"})
    agencies = linked(Agency.objects.filter(review_id=seat.review), "agency", "number", "number",
                      {"pk": "pk", "name": "name"})  # fmt: skip
    every = heads.union(remark_rows(seat, Q()), query_rows(seat), roles, agencies, all=True)
    rows = [(kind, number, facts_in(told)) for kind, _, number, told in every]
    return Around(
        tuple(sorted((head_from(facts) for kind, _, facts in rows if kind == "own period"), key=earliest)),
        remarks_from(facts for kind, _, facts in rows if kind == "own remark"),
        tuple(knower(kind, number, facts) for kind, number, facts in sorted(rows, key=by_kind)
              if kind in ("role", "agency")),
    )  # fmt: skip


def by_kind(row: tuple[str, int, Facts]) -> tuple[bool, int]:
    """Roles before agencies, each by number."""
    return row[0] == "agency", row[1]


def knower(kind: str, number: int, facts: Facts) -> Knower:
    """A role or an agency from its row."""
    if kind == "role":
        return Knower(f"r{number}", facts["name"], facts["agency"], facts["pk"])
    return Knower(f"a{number}", facts["name"], facts["pk"])


def facts_in(told: Any) -> Facts:
    """The facts of a row, however the database gives them back."""
    return dict(json.loads(told) if isinstance(told, str) else told)


def head_from(facts: Facts) -> Facts:
    """The columns of a period with days as days."""
    return {name: date.fromisoformat(facts[name]) if name in DAYS and facts[name] else facts[name] for name in HEAD}


def earliest(head: Facts) -> tuple[bool, str, int]:
    """Where a period comes in time, undated ones last."""
    return head["date_start"] is None, str(head["date_start"]), head["number"]


def narrative(seat: Seat) -> tuple[PeriodView, ...]:
    """All periods with everything said in them, in order of time; two queries."""
    found = around(seat)
    return told_in(seat, found, found.heads)


def told_in(seat: Seat, found: Around, heads: Sequence[Facts]) -> tuple[PeriodView, ...]:
    """Some of the periods with everything said in them; one query more."""
    told = placed(seat, Q(period__number__in=[head["number"] for head in heads]))
    return tuple(period_view(head, told, found.remarks) for head in heads)


def with_people(seat: Seat, number: int) -> tuple[PeriodView, tuple[Knower, ...]]:
    """One period with everything said in it, and who may speak; two queries. NotHere when there is none."""
    found = around(seat, Q(number=number))
    if not found.heads:
        raise NotHere
    return told_in(seat, found, found.heads)[0], found.people


def one_period(seat: Seat, number: int) -> PeriodView:
    """One period with everything said in it, in two queries. NotHere when there is none."""
    return with_people(seat, number)[0]


def speaker(people: Iterable[Knower], key: str) -> Knower:
    """The one of `people` with this key. NotHere when there is none."""
    found = next((one for one in people if one.key == key), None)
    if found is None:
        raise NotHere
    return found


def standing(seat: Seat) -> QuerySet[Period]:
    """The periods that were not taken off."""
    return Period.objects.filter(review_id=seat.review, removed_at=None)


def period_view(head: Facts, told: Iterable[Placed], remarks: Iterable[RemarkView]) -> PeriodView:
    """One period from its columns, the statements at hand and the remarks at hand."""
    number = head["number"]
    mine = [one.view for one in told if one.period == number]
    here = tuple(one for one in remarks if one.period == number)
    by_voice: dict[str, list[StatementView]] = {}
    for view in mine:
        by_voice.setdefault(voice_key(view.about_number, view.about_agency_number), []).append(view)
    names = {key: views[0].about for key, views in by_voice.items()} | {one.voice: one.name for one in here}
    first, last = (head["date_start"], head["date_end"]), (head["until_start"], head["until_end"])
    return PeriodView(
        number=number,
        title=head["title"],
        when=period(in_words(head["date_recorded"], *first), in_words(head["until_recorded"], *last)),
        voices={key: by_part(tuple(views)) for key, views in sorted(by_voice.items(), key=in_order)},
        names=dict(sorted(names.items(), key=in_order)),
        remarks=here,
        edition=head["edition"],
        began_recorded=head["date_recorded"],
        until_recorded=head["until_recorded"],
        start=head["date_start"],
        end=head["until_end"] or head["date_end"],
    )


def voice_key(role: int | None, agency: int | None) -> str:
    """How a voice is named in addresses: "r3" for a role, "a2" for an agency, by their numbers."""
    return f"r{role}" if role is not None else f"a{agency}"


def voice_of(statement: Statement) -> str:
    """The key of the voice whose view a statement is."""
    role, agency = statement.about, statement.about_agency
    return voice_key(role.number if role else None, agency.number if agency else None)


def in_order(pair: tuple[str, object]) -> tuple[bool, int]:
    """Roles before agencies, each by number."""
    return pair[0][0] == "a", int(pair[0][1:])


def remark_rows(seat: Seat, where: Q) -> QuerySet[Any, Any]:
    """The remarks that stand, as rows of (kind, owner, number, facts)."""
    rows = Remark.objects.filter(where, review_id=seat.review, taken_back_at=None, period__removed_at=None)
    rows = rows.filter(Q(statement=None) | Q(statement__removed_at=None))
    return linked(rows.annotate(who=author(seat)), "own remark", "period__number", "number", REMARK)


def remarks_from(rows: Iterable[Mapping[str, Any]]) -> tuple[RemarkView, ...]:
    """Remarks from their facts, in the order in which they were made."""
    return tuple(remark_view(facts) for facts in sorted(rows, key=lambda one: int(one["number"])))


def remark_view(facts: Mapping[str, Any]) -> RemarkView:
    """One remark from its facts."""
    return RemarkView(
        number=facts["number"],
        kind=facts["kind"],
        period=facts["period"],
        voice=voice_key(facts["role"], facts["agency"]),
        name=facts["label"] or facts["agency_name"] or "",
        text=facts["text"],
        statement=facts["statement"],
        answer=facts.get("answer") or "",
        by=facts["by"] or "",
        on=day(facts["on"]),
        answered_by=facts.get("answered_by") or "",
    )


def narrator(seat: Seat, key: str) -> Knower:
    """The role or agency with this key, in one query. NotHere when there is none."""
    working(seat)
    return speaker(knowers(seat), key)
