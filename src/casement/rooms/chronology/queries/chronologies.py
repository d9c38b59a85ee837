"""Whose chronologies are in, how far they reach and what in them waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, IntegerField, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.chronology.models import Entry, Import, ImportRow
from casement.rooms.chronology.queries.reaching import changeable, may_change, readable
from casement.rooms.chronology.vocabulary import RowState, Stage
from casement.rooms.reviews.models import Agency

EXACT = ("day", "minute", "part_of_day")


@dataclass(frozen=True)
class ImportLine:
    """One import in the list."""

    number: int
    name: str
    state: str
    waiting: int
    refused: bool
    undone: bool


@dataclass(frozen=True)
class Chronology:
    """One agency's strand, in amounts. `rough` are dates less exact than a day."""

    agency: str
    agency_number: int
    entries: int
    first: date | None
    last: date | None
    rough: int
    undated: int
    imports: tuple[ImportLine, ...]
    may_add: bool

    @property
    def waiting(self) -> int:
        """Rows that wait for somebody."""
        return sum(each.waiting for each in self.imports)


def chronologies(seat: Seat) -> tuple[Chronology, ...]:
    """Every agency this seat may read, with what is in its strand. Two queries."""
    lines: dict[int, list[ImportLine]] = {}
    waits = ImportRow.objects.filter(imported=OuterRef("pk"), state=RowState.WAITING).order_by()
    count = waits.values("imported").annotate(n=Count("pk")).values("n")
    rows = Import.objects.filter(readable(seat)).annotate(
        waits=Coalesce(Subquery(count, output_field=IntegerField()), 0)
    )
    for number, agency, name, state, waiting, sentence, undone in rows.order_by("number").values_list(
        "number", "agency_id", "name", "state", "waits", "sentence", "undone_at"
    ):
        told = waiting if state == Stage.ROWS else 0
        line = ImportLine(number, name, state, told, bool(sentence), undone is not None)
        lines.setdefault(agency, []).append(line)
    totals = {
        row["agency_id"]: row
        for row in Entry.objects.filter(readable(seat), removed_at=None)
        .order_by()
        .values("agency_id")
        .annotate(
            entries=Count("pk"),
            first=Min(Coalesce("date_start", "date_end")),
            last=Max(Coalesce("date_end", "date_start")),
            undated=Count("pk", filter=Q(date_start=None, date_end=None)),
            exact=Count("pk", filter=Q(date_precision__in=EXACT)),
        )
    }
    agencies = Agency.objects.filter(own(seat)).order_by("number").values_list("pk", "number", "name")
    told_all = []
    for pk, number, name in agencies:
        row: Mapping[str, Any] = totals.get(pk) or {
            "entries": 0,
            "first": None,
            "last": None,
            "undated": 0,
            "exact": 0,
        }
        rough = row["entries"] - row["exact"] - row["undated"]
        told_all.append(
            Chronology(
                name, number, row["entries"], row["first"], row["last"], rough, row["undated"],
                tuple(lines.get(pk, ())), may_change(seat, pk),
            )
        )  # fmt: skip
    return tuple(told_all)


def own(seat: Seat) -> Q:
    """The agencies whose strands this seat may read."""
    reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
    if reaches & {Reach.ALL, Reach.GRANTED}:
        return Q(review_id=seat.review)
    mine = seat.standing.agency_id if Reach.AGENCY in reaches else None
    return Q(review_id=seat.review, pk=mine) if mine is not None else Q(pk__in=[])


def agencies_to_change(seat: Seat) -> tuple[tuple[int, str], ...]:
    """The agencies this seat may add to: (number, name)."""
    rows = Agency.objects.filter(review_id=seat.review).order_by("name").values_list("pk", "number", "name")
    return tuple((number, name) for pk, number, name in rows if may_change(seat, pk))


def copies(seat: Seat) -> tuple[tuple[int, str], ...]:
    """The imports of which a file may be a corrected copy: (number, agency and name of the file). One query."""
    came = (Stage.ROWS, Stage.CHANGES, Stage.DONE)
    rows = Import.objects.filter(changeable(seat), state__in=came, undone_at=None, sentence="").order_by("-number")
    return tuple(
        (number, f"{agency}: {name}, import {number}")
        for number, agency, name in rows.values_list("number", "agency__name", "name")
    )
