"""Lays a sheet out in an import: its rows word for word, and what we take each column to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from casement.foundation.dates import Order
from casement.foundation.prepared import put_many
from casement.rooms.chronology.commands.doubting import doubts_of
from casement.rooms.chronology.models import Import, ImportRow
from casement.rooms.chronology.rules import (
    Mapping,
    Proposal,
    as_before,
    find_header,
    from_plain,
    likely_sheet,
    look_over,
    propose_mapping,
    to_plain,
    width_of,
)
from casement.rooms.chronology.vocabulary import Cell, Field, RowState, Sheet, Stage
from casement.rooms.reviews.models import Review

COUNTED = 5000  # rows looked over while a person waits; more take the time of bringing them in
AT_ONCE = 1000
CONFIRMED = (Stage.BRINGING, Stage.ROWS, Stage.DONE)
LOOKED_BACK = 10  # imports of the agency
NO_HEADINGS = "No row of headings was found. Say which row holds them, or match the columns by what is in them."
NO_DATES = "No column of dates was found. Choose it, or choose another sheet or row of headings."


def lay_out(made: Import, sheets: Sequence[Sheet], *, sheet: int | None = None, header: int | None = None) -> None:
    """Fill an import with one sheet; without a choice, the one that looks most like a chronology.

    `header` is the row of the headings as the file numbers it, 0 for none. Inside a command.
    """
    at = likely_sheet(sheets) if sheet is None else sheet
    chosen = sheets[at]
    index = find_header(chosen.rows) if header is None else header - chosen.first_row if header else -1
    width = width_of(chosen)
    headings = chosen.rows[index] if index >= 0 else tuple(Cell("") for _ in range(width))
    below = chosen.rows[index + 1 :]
    proposals = remembered(made, propose_mapping([cell.text for cell in headings], below))
    made.sheet = chosen.name[:120]
    made.header_row = chosen.first_row + index if index >= 0 else 0
    made.headings = [cell.text for cell in headings]
    made.mapping = [
        {"heading": each.heading, "field": str(each.field), "reason": each.reason, "doubtful": each.doubtful,
         "samples": [text[:80] for text in each.samples]}
        for each in proposals
    ]  # fmt: skip
    made.choices = {"order": "DMY", "from_1904": chosen.from_1904}
    made.sheets = [
        {"name": each.name, "hidden": each.hidden, "first": each.first_row,
         "last": each.first_row + len(each.rows) - 1,
         "rows": sum(any(cell.text for cell in row) for row in each.rows)}
        for each in sheets
    ]  # fmt: skip
    missing = [] if index >= 0 else [NO_HEADINGS]
    if not any(each.field is Field.DATE for each in proposals):
        missing.append(NO_DATES)
    made.notes = [*missing, *chosen.notes]
    made.state = Stage.COLUMNS
    ImportRow.objects.filter(imported=made).delete()
    first = chosen.first_row + index + 1
    put_many(
        ImportRow,
        ("imported_id", "row", "cells", "state"),
        ((made.pk, number, to_plain(cells), RowState.WAITING) for number, cells in enumerate(below, first)),
    )
    made.doubts = doubts_of(made, below)
    made.counts = counted(made, list(enumerate(below[:COUNTED], first)), len(below))
    made.save()


def remembered(made: Import, proposals: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """The proposals, with what was confirmed for the same headings of this agency's last table that is still in."""
    confirmed = Import.objects.filter(agency=made.agency_id, undone_at=None, sentence="", state__in=CONFIRMED)
    headings = only_once(each.heading for each in proposals)
    for last in confirmed.exclude(pk=made.pk).order_by("-number")[:LOOKED_BACK]:
        alike = headings & only_once(column["heading"] for column in last.mapping)
        decided = {column["heading"].casefold(): Field(column["field"]) for column in last.mapping}
        named = {heading: decided[heading] for heading in alike}
        if len(named) > 1:
            return as_before(proposals, named, f"in import {last.number}")
    return proposals


def only_once(headings: Iterable[str]) -> set[str]:
    """The headings, in small letters, that one column alone has."""
    return {
        heading for heading, columns in Counter(map(str.casefold, headings)).items() if heading and columns == 1
    }


def counted(made: Import, rows: Sequence[tuple[int, Sequence[Cell]]], of: int) -> dict[str, Any]:
    """What would come of the rows as the columns are matched now."""
    told = look_over(rows, mapping_of(made), headings=[Cell(text) for text in made.headings])
    return {**told, "of": of}


def mapping_of(made: Import) -> Mapping:
    """How the rows of an import are to be read."""
    choices = made.choices
    within = None
    if choices.get("year_from_period"):
        start, end = Review.objects.values_list("date_start", "date_end").get(pk=made.review_id)
        within = (start, end) if start and end else None
    order: Order = "MDY" if choices.get("order") == "MDY" else "DMY"
    return Mapping(
        tuple(Field(column["field"]) for column in made.mapping),
        order,
        serials=bool(choices.get("serials")),
        from_1904=bool(choices.get("from_1904")),
        carry_dates=bool(choices.get("carry_dates")),
        year_from_above=bool(choices.get("year_from_above")),
        within=within,
    )


def stored_rows(made: Import, *, most: int | None = None) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The rows of an import in order, a part at a time."""
    width, after, left = len(made.mapping), -1, most
    while left is None or left > 0:
        size = AT_ONCE if left is None else min(AT_ONCE, left)
        part = ImportRow.objects.filter(imported=made, row__gt=after).order_by("row")
        found = list(part.values_list("row", "cells")[:size])
        if not found:
            return
        yield from ((number, from_plain(cells, width)) for number, cells in found)
        after, left = found[-1][0], None if left is None else left - len(found)


def plain_words(words: Iterable[tuple[str, str]]) -> dict[Field, str]:
    """What a person typed, by field; what they left empty is not there."""
    return {Field(name): text.strip() for name, text in words if text and text.strip()}
