"""The list of sources, and who may see each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, Subquery

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.rooms.sources.models import Source, SourceRows, Withdrawal, within
from casement.rooms.sources.queries.dating import date_words

PAGE = 50
ORDERS = {"": ("number",), "newest": ("-number",), "date": (F("date_start").asc(nulls_last=True), "number")}


@dataclass(frozen=True)
class Listed:
    """One source in the list. `title` is empty for somebody who may know only that it exists."""

    number: int
    kind: str
    title: str
    agency: str
    participant: str
    date: str
    added_at: datetime
    access: str
    dropped: int
    came_with: int | None = None
    attached: int = 0


@dataclass(frozen=True)
class TakenOut:
    """A source that was taken out of the review; only leads see it."""

    number: int
    kind: str
    title: str
    reason: str
    at: datetime


@dataclass(frozen=True)
class Choice:
    """One value a list can be narrowed to, with how many sources there are."""

    value: str
    name: str
    count: int


@dataclass(frozen=True)
class Listing:
    """One page of the list, with what it can be narrowed by."""

    rows: tuple[Listed, ...]
    total: int
    page: int
    last: int
    kinds: tuple[Choice, ...]
    agencies: tuple[Choice, ...]
    taken_out: tuple[TakenOut, ...]


def visible_sources(seat: Seat) -> SourceRows:
    """Every source this seat may read now; for queries and commands of the rooms above."""
    return Source.objects.visible_to(seat)


def listing(seat: Seat, *, kind: str = "", agency: int | None = None, order: str = "", page: int = 1) -> Listing:
    """The sources this seat may know of. Somebody who may only know that they exist gets no titles."""
    known = Source.objects.filter(known_sources(seat), withdrawal=None)
    tallies = list(known.values("kind", "agency__number", "agency__name").annotate(n=Count("pk")).order_by())
    kinds: dict[str, int] = {}
    agencies: dict[tuple[int, str], int] = {}
    total = 0
    for row in tallies:
        kinds[row["kind"]] = kinds.get(row["kind"], 0) + row["n"]
        if row["agency__number"]:
            key = (row["agency__number"], row["agency__name"])
            agencies[key] = agencies.get(key, 0) + row["n"]
        if kind in ("", row["kind"]) and agency in (None, row["agency__number"]):
            total += row["n"]
    last = max(1, -(-total // PAGE))
    page = min(max(page, 1), last)
    wanted = known.filter(kind=kind) if kind else known
    wanted = wanted.filter(agency__number=agency) if agency is not None else wanted
    rows = wanted.order_by(*ORDERS.get(order, ORDERS[""]))[(page - 1) * PAGE : page * PAGE]
    return Listing(
        _told(seat, rows),
        total,
        page,
        last,
        tuple(Choice(value, value, count) for value, count in sorted(kinds.items())),
        tuple(Choice(str(number), name, count) for (number, name), count in sorted(agencies.items())),
        taken_out(seat),
    )


def sources(seat: Seat) -> tuple[Listed, ...]:
    """Every source this seat may read, in the order they came in."""
    return _told(seat, visible_sources(seat).order_by("number"))


def taken_out(seat: Seat) -> tuple[TakenOut, ...]:
    """What was taken out of the review, for leads."""
    if seat.standing.role is not Role.LEAD:
        return ()
    rows = Withdrawal.objects.filter(source__review_id=seat.review).order_by("source__number")
    values = rows.values_list("source__number", "source__kind", "source__title", "reason", "at")
    return tuple(TakenOut(*row) for row in values)


def _told(seat: Seat, rows: SourceRows) -> tuple[Listed, ...]:
    mine = visible_sources(seat).order_by()
    mail = mine.filter(pk=OuterRef("came_with_id")).values("number")[:1]
    files = mine.filter(came_with=OuterRef("pk")).values("came_with").annotate(n=Count("pk")).values("n")
    values = rows.annotate(mail=Subquery(mail), files=Subquery(files)).values(
        "number", "kind", "title", "agency__name", "participation__role_label", "date_recorded", "added_at",
        "access", "current__dropped", "mail", "files",
    )  # fmt: skip
    readable = {subject for subject in (Subject.RECORDS, Subject.WRITE_UPS) if _reads(seat, subject)}
    return tuple(_listed(row, readable) for row in values)


def known_sources(seat: Seat) -> Q:
    """The sources this seat may know to exist, whether or not it may read them."""
    wanted = Q(pk__in=[])
    for subject in (Subject.RECORDS, Subject.WRITE_UPS):
        rows = within(seat, subject, Verb.READ)
        if rows is None and Reach.META in reach(seat.standing, subject, Verb.META):
            kinds = ["record"] if subject is Subject.RECORDS else ["conversation", "family"]
            rows = Q(review_id=seat.review, kind__in=kinds, access="team")
        if rows is not None:
            wanted |= rows
    return wanted


def _reads(seat: Seat, subject: Subject) -> bool:
    return within(seat, subject, Verb.READ) is not None


def _listed(row: Mapping[str, Any], readable: set[Subject]) -> Listed:
    is_record = row["kind"] == "record"
    reads = (Subject.RECORDS if is_record else Subject.WRITE_UPS) in readable
    return Listed(
        row["number"],
        row["kind"],
        row["title"] if reads else "",
        (row["agency__name"] or "") if reads or is_record else "",
        (row["participation__role_label"] or "") if reads else "",
        date_words(row["date_recorded"]),
        row["added_at"],
        row["access"],
        len(row["current__dropped"] or ()) if reads else 0,
        row["mail"] if reads else None,
        (row["files"] or 0) if reads else 0,
    )
