"""The narrative of perspectives as it is read: periods in order of time, each from several places."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.models import Period, Remark, Statement
from casement.rooms.analysis.queries.belongings import day, linked
from casement.rooms.analysis.queries.gathering import Placed, by_part, placed, working
from casement.rooms.analysis.queries.history import author
from casement.rooms.analysis.queries.periods import in_words, period
from casement.rooms.analysis.queries.tree import PeriodView, RemarkView, StatementView
from casement.rooms.chronology.queries import Knower, knowers
from casement.rooms.reviews.models import Participation

HEAD = ("number", "title", "edition", "date_recorded", "date_start", "date_end", "until_recorded", "until_start",
        "until_end")  # fmt: skip
REMARK = {"number": "number", "kind": "kind", "period": "period__number", "role": "about__number", "label": "about__role_label",
          "agency": "about_agency__number", "agency_name": "about_agency__name", "statement": "statement__number",
          "text": "text", "answer": "answer", "by": "who", "on": "at", "answered_by": "answerer"}  # fmt: skip
Facts = dict[str, Any]


def narrative(seat: Seat, *, page: int | None = None, size: int = 5) -> tuple[PeriodView, ...]:
    """The periods with everything said in them, in order of time; three queries. `page`, from one, takes `size`."""
    heads = period_heads(seat, page=page, size=size)
    which = [head["number"] for head in heads]
    told = placed(seat, Q(period__number__in=which))
    remarks = remarks_from(remark_rows(seat, Q(period__number__in=which)))
    return tuple(period_view(head, told, remarks) for head in heads)


def one_period(seat: Seat, number: int) -> PeriodView:
    """One period with everything said in it, in three queries. NotHere when there is none."""
    heads = period_heads(seat, Q(number=number))
    if not heads:
        raise NotHere
    remarks = remarks_from(remark_rows(seat, Q(period__number=number)))
    return period_view(heads[0], placed(seat, Q(period__number=number)), remarks)


def period_heads(seat: Seat, where: Q | None = None, *, page: int | None = None, size: int = 5) -> list[Facts]:
    """The columns of periods in order of time; one query."""
    working(seat)
    found = standing(seat).filter(where or Q()).order_by(F("date_start").asc(nulls_last=True), "number")
    if page is not None:
        found = found[(page - 1) * size : page * size]
    return list(found.values(*HEAD))


def standing(seat: Seat) -> QuerySet[Period]:
    """The periods that were not taken off."""
    return Period.objects.filter(review_id=seat.review, removed_at=None)


def how_many_periods(seat: Seat) -> int:
    """How many periods there are."""
    working(seat)
    return standing(seat).count()


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
    label = Participation.objects.filter(review_id=seat.review, person_id=OuterRef("answered_by_id"))
    named = rows.annotate(who=author(seat), answerer=Subquery(label.order_by("-began_at").values("role_label")[:1]))
    return linked(named, "own remark", "period__number", "number", REMARK)


def remarks_from(rows: Iterable[Any]) -> tuple[RemarkView, ...]:
    """Remarks from their rows, in the order in which they were made."""
    told = [json.loads(facts) if isinstance(facts, str) else facts for *_, facts in rows]
    return tuple(remark_view(facts) for facts in sorted(told, key=lambda one: int(one["number"])))


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
        answer=facts["answer"],
        by=facts["by"] or "",
        on=day(facts["on"]),
        answered_by=facts["answered_by"] or "",
    )


def narrators(seat: Seat) -> tuple[Knower, ...]:
    """Who may have a perspective: roles of the case group and the family, then agencies; one query."""
    working(seat)
    return tuple(sorted(knowers(seat), key=lambda one: one.role is None))


def narrator(seat: Seat, key: str) -> Knower:
    """The role or agency with this key. NotHere when there is none."""
    found = next((one for one in narrators(seat) if one.key == key), None)
    if found is None:
        raise NotHere
    return found


def one_remark(seat: Seat, number: int) -> RemarkView:
    """One remark that stands. NotHere when there is none."""
    working(seat)
    found = remarks_from(remark_rows(seat, Q(number=number)))
    if not found:
        raise NotHere
    return found[0]
