"""Exchanges and their reports, for those who made them and for leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from casement.foundation import files
from casement.foundation.access import Role, Seat
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Exchange, ExchangeItem
from casement.rooms.coding.rules.exchange.items import KIND_NAMES, OUTCOME_NAMES, Item, Outcome
from casement.rooms.coding.vocabulary import ExchangeState
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.queries import is_being_read

PAGE = 100


@dataclass(frozen=True)
class ExchangeView:
    """One exchange. `done` of `total` steps are behind it; `stopped` says that the work ended before its end."""

    number: int
    direction: str
    kind: str
    name: str
    state: str
    sentence: str
    by: str
    mine: bool
    at: datetime
    target: str
    facts: dict[str, Any]
    done: int
    total: int
    stopped: bool
    has_file: bool

    @property
    def is_in(self) -> bool:
        """Whether it came in."""
        return self.direction == "in"


@dataclass(frozen=True)
class ReportLine:
    """One thing of the file and what became of it, in words."""

    position: int
    kind: str
    name: str
    outcome: str
    outcome_name: str
    sentence: str
    thing: int | None
    thing_kind: str


@dataclass(frozen=True)
class ExchangeReport:
    """An exchange with its counts (kind, outcome, how many) and one page of its lines."""

    exchange: ExchangeView
    counts: tuple[tuple[str, str, int], ...]
    lines: tuple[ReportLine, ...]
    total: int
    page: int
    last: int


def reached(seat: Seat) -> QuerySet[Exchange]:
    """The exchanges a seat may know of: a lead all, others their own, made in the role they still have.

    A report names what whoever made it could see, so it is not for those who may see less.
    """
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("pk")
    rows = Exchange.objects.filter(review_id=seat.review)
    rows = rows.annotate(label=Subquery(people.values("role_label")[:1]))
    if seat.standing.role is Role.LEAD:
        return rows
    return rows.filter(Q(by_id=seat.person_id, role=seat.standing.role or ""))


def exchanges(seat: Seat) -> tuple[ExchangeView, ...]:
    """The exchanges, newest first: one query."""
    return tuple(view(seat, row, None) for row in reached(seat).order_by("-number")[:PAGE])


def exchange(seat: Seat, number: int) -> ExchangeView:
    """One exchange; NotHere when this seat may not know of it."""
    row = reached(seat).filter(number=number).first()
    if row is None:
        raise NotHere
    job = Job.objects.filter(pk=row.job_id or 0).first() if row.state == ExchangeState.MOVING else None
    return view(seat, row, job)


def view(seat: Seat, row: Exchange, job: Job | None) -> ExchangeView:
    """One exchange as a view."""
    label: str | None = getattr(row, "label", None)
    moving = row.state == ExchangeState.MOVING
    return ExchangeView(
        row.number,
        row.direction,
        row.kind,
        row.name,
        row.state,
        row.sentence,
        "You" if row.by_id == seat.person_id else label or "Somebody who has left",
        row.by_id == seat.person_id,
        row.at,
        row.choices.get("target", ""),
        row.facts,
        len(row.steps),
        max(len(row.steps) + 1, 3) if moving else len(row.steps) or 1,
        moving and job is not None and not is_being_read(job.pk),
        bool(row.sha256) and row.state == ExchangeState.DONE,
    )


def exchange_report(seat: Seat, number: int, *, outcome: str = "", page: int = 1) -> ExchangeReport:
    """An exchange with a page of its report, of one outcome or all; NotHere when it is out of reach."""
    told = exchange(seat, number)
    items = ExchangeItem.objects.filter(exchange__review_id=seat.review, exchange__number=number)
    rows = items.order_by("kind", "outcome").values_list("kind", "outcome").annotate(n=Count("pk"))
    counts = [(kind, how, n) for kind, how, n in rows]
    total = sum(n for _, how, n in counts if outcome in ("", how))
    last = max(1, -(-total // PAGE))
    page = min(max(page, 1), last)
    wanted = items.filter(outcome=outcome) if outcome else items
    shown = wanted.order_by("position")[(page - 1) * PAGE : page * PAGE]
    order = list(KIND_NAMES)
    counts.sort(key=lambda one: (order.index(one[0]), list(Outcome).index(Outcome(one[1]))))
    names = OUTCOME_NAMES[told.direction]
    return ExchangeReport(
        told,
        tuple((KIND_NAMES[kind], how, n) for kind, how, n in counts),
        tuple(line(row, names) for row in shown),
        total,
        page,
        last,
    )


def line(row: ExchangeItem, names: dict[Outcome, str]) -> ReportLine:
    """One line in words."""
    return ReportLine(
        row.position, KIND_NAMES[row.kind], row.name, row.outcome, names[Outcome(row.outcome)], row.sentence,
        row.thing, row.kind,
    )  # fmt: skip


def every_item(seat: Seat, number: int) -> tuple[ExchangeView, tuple[Item, ...]]:
    """An exchange with all its lines, for a table to save."""
    told = exchange(seat, number)
    rows = ExchangeItem.objects.filter(exchange__review_id=seat.review, exchange__number=number)
    return told, tuple(
        Item(row.kind, row.name, Outcome(row.outcome), row.sentence, row.guid, row.thing)
        for row in rows.order_by("position")
    )


def exchanged_file(seat: Seat, number: int) -> tuple[ExchangeView, bytes]:
    """The file of an exchange that is done: the one that came in, or the one made to go out."""
    row = reached(seat).filter(number=number, state=ExchangeState.DONE).exclude(sha256="").first()
    if row is None:
        raise NotHere
    return view(seat, row, None), files.fetch(row.sha256)
