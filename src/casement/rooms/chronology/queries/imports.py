"""How imports and the rows of their files stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, Window

from casement.foundation import files
from casement.foundation.access import Seat
from casement.foundation.models import Job
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.models import Import, ImportRow
from casement.rooms.chronology.queries.reaching import may_change, readable
from casement.rooms.chronology.vocabulary import RowState, Stage
from casement.rooms.sources.queries import is_being_read

CARDS = 10


@dataclass(frozen=True)
class ImportView:
    """An import as it stands. `stopped` says that work on it ended before it was done."""

    number: int
    agency: str
    agency_number: int
    name: str
    state: str
    sheet: str
    header_row: int
    at: datetime
    sentence: str
    notes: tuple[str, ...]
    mapping: tuple[dict[str, Any], ...]
    choices: dict[str, Any]
    counts: dict[str, Any]
    sheets: tuple[dict[str, Any], ...]
    undone_at: datetime | None
    sha256: str
    size: int
    job_id: int | None
    may_change: bool
    doubts: tuple[dict[str, Any], ...] = ()
    corrects: int | None = None
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether the file could not be read."""
        return bool(self.sentence)

    @property
    def total(self) -> int:
        """How many rows stand under the headings."""
        return sum(self.rows.values())


@dataclass(frozen=True)
class WaitingRow:
    """A row that waits: each column's heading with what stands in it, and why."""

    row: int
    cells: tuple[tuple[str, str, str], ...]  # heading, text, field
    reason: str
    kind: str
    column: int | None
    alike: int  # how many rows wait for the same reason, this one among them


@dataclass(frozen=True)
class WaitingRows:
    """A page of the rows that wait, in the order of the file."""

    rows: tuple[WaitingRow, ...]
    total: int
    page: int
    last: int


@dataclass(frozen=True)
class LeftRow:
    """A row that was left out, and why."""

    row: int
    text: str
    reason: str


def view_of(seat: Seat, made: Import) -> ImportView:
    """An import as plain values."""
    return ImportView(
        made.number, made.agency.name, made.agency.number, made.name, made.state, made.sheet, made.header_row,
        made.at, made.sentence, tuple(made.notes), tuple(made.mapping), made.choices, made.counts,
        tuple(made.sheets), made.undone_at, made.sha256, made.size, made.job_id,
        may_change(seat, made.agency_id), tuple(made.doubts), made.corrects.number if made.corrects else None,
    )  # fmt: skip


def imported(seat: Seat, number: int) -> ImportView:
    """An import by its number; NotHere when this seat may not read it. One query."""
    made = Import.objects.select_related("agency", "corrects").filter(readable(seat), number=number).first()
    if made is None:
        raise NotHere
    return view_of(seat, made)


def import_done(seat: Seat, number: int) -> ImportView:
    """An import with how many of its rows came to what."""
    rows = Import.objects.select_related("agency", "corrects").filter(readable(seat), number=number)
    blank = Q(rows__kind__in=("blank", "headings"), rows__state=RowState.LEFT_OUT)
    found = rows.annotate(
        came=Count("rows", filter=Q(rows__state=RowState.IN)),
        waits=Count("rows", filter=Q(rows__state=RowState.WAITING)),
        asked=Count("rows", filter=Q(rows__state=RowState.ASKED)),
        blank=Count("rows", filter=blank),
        left=Count("rows", filter=Q(rows__state=RowState.LEFT_OUT) & ~blank),
    ).first()
    if found is None:
        raise NotHere
    view = view_of(seat, found)
    view.rows.update({"in": found.came, "waiting": found.waits, "asked": found.asked, "left_out": found.left,
                      "blank": found.blank})  # fmt: skip
    return view


def stopped(view: ImportView) -> bool:
    """Whether work in the background was wanted for this import and has ended."""
    return view.state in (Stage.FILE, Stage.BRINGING) and not is_being_read(view.job_id)


def how_far(view: ImportView) -> tuple[int, int]:
    """How many rows have come in so far, of how many."""
    found = Job.objects.filter(pk=view.job_id or 0).values_list("done", "total").first()
    return found or (0, 1)


def waiting_rows(
    seat: Seat, number: int, *, page: int = 1, first: int | None = None, size: int = CARDS
) -> tuple[ImportView, WaitingRows]:
    """An import with a page of its rows that wait; `first` shows the page of that row. One query, as a rule."""
    rows = ImportRow.objects.filter(
        readable_import(seat), imported__number=number, imported__state=Stage.ROWS, state=RowState.WAITING
    )
    if first is not None:
        page = rows.filter(row__lt=first).count() // size + 1
    like = Window(Count("pk"), partition_by=[F("kind"), F("column")])
    wanted = (
        rows.select_related("imported__agency", "imported__corrects")
        .annotate(alike=like, all_rows=Window(Count("pk")))
        .order_by("row")
    )
    page = max(1, page)
    found = list(wanted[(page - 1) * size : page * size])
    if not found and page > 1:
        page, found = 1, list(wanted[:size])
    if not found:
        return imported(seat, number), WaitingRows((), 0, 1, 1)
    view, total = view_of(seat, found[0].imported), found[0].all_rows
    told = tuple(
        WaitingRow(each.row, named_cells(each.cells, view.mapping), each.reason, each.kind, each.column, each.alike)
        for each in found
    )
    return view, WaitingRows(told, total, page, max(1, -(-total // size)))


def readable_import(seat: Seat) -> Q:
    """The rows of imports this seat may read."""
    return Q(imported__in=Import.objects.filter(readable(seat)))


def named_cells(cells: Sequence[Any], mapping: Sequence[dict[str, Any]]) -> tuple[tuple[str, str, str], ...]:
    """The cells of a row that hold something, with their headings and what they become."""
    told = []
    for at, cell in enumerate(cells):
        text = cell if isinstance(cell, str) else cell[0]
        if text.strip():
            column = mapping[at] if at < len(mapping) else {"heading": "", "field": "ignore"}
            told.append((column["heading"] or f"Column {at + 1}", text, column["field"]))
    return tuple(told)


def left_rows(seat: Seat, number: int, most: int = 100) -> tuple[LeftRow, ...]:
    """The rows of an import that people left out, with why; blank ones are only counted."""
    rows = ImportRow.objects.filter(readable_import(seat), imported__number=number, state=RowState.LEFT_OUT)
    found = rows.exclude(kind__in=("blank", "headings")).order_by("row").values_list("row", "cells", "reason")
    return tuple(
        LeftRow(
            row, " | ".join(text for cell in cells if (text := cell if isinstance(cell, str) else cell[0])), reason
        )
        for row, cells, reason in found[:most]
    )


def original(seat: Seat, number: int) -> tuple[str, bytes]:
    """The name and bytes of the file of an import; NotHere when this seat may not read it."""
    view = imported(seat, number)
    try:
        return view.name, files.fetch(view.sha256)
    except (OSError, ValueError):
        raise NotHere from None
