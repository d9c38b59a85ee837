"""Looks a table over before anything is brought in: what would come of its rows, in counts that add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from casement.foundation.dates import describe
from casement.rooms.chronology.rules.columns import propose_mapping
from casement.rooms.chronology.rules.correcting import recorded_words
from casement.rooms.chronology.rules.headings import find_header
from casement.rooms.chronology.rules.rows import Mapping, ReadRow, UnreadRow
from casement.rooms.chronology.rules.sheets import Outcome, count, read_rows
from casement.rooms.chronology.vocabulary import Cell, Field, Sheet

MOST_READY, MOST_WAITING = 5, 4


def look_over(
    numbered: Iterable[tuple[int, Sequence[Cell]]], mapping: Mapping, *, headings: Sequence[Cell] = ()
) -> dict[str, Any]:
    """Counts of what each row would come to, with a few rows of each sort as examples."""
    rows = list(numbered)
    if not rows:
        return {**asdict(count(())), "rows": 0, "examples": []}
    first = rows[0][0]
    outcomes = list(read_rows((cells for _, cells in rows), mapping, first_number=first, headings=headings))
    counts = count(outcomes)
    return {**asdict(counts), "rows": counts.rows, "examples": examples(outcomes, rows, mapping)}


def examples(
    outcomes: Sequence[Outcome], rows: Sequence[tuple[int, Sequence[Cell]]], mapping: Mapping
) -> list[dict[str, Any]]:
    """A ready row of each precision, and the first that would wait, in the order of the file."""
    seen: set[str] = set()
    ready: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = []
    for outcome, (number, cells) in zip(outcomes, rows, strict=True):
        match outcome:
            case ReadRow() if len(ready) < MOST_READY and (len(ready) < 2 or outcome.when.precision not in seen):
                seen.add(outcome.when.precision)
                told = "; ".join((describe(outcome.when), *outcome.notes))
                event = outcome.event
                ready.append({"row": number, "recorded": outcome.when.recorded, "read": told, "event": event[:300]})
            case UnreadRow() if len(waiting) < MOST_WAITING:
                event = " ".join(
                    cell.text for cell, name in zip(cells, mapping.fields, strict=False) if name is Field.EVENT
                )
                waiting.append(
                    {"row": number, "recorded": recorded_words(cells, mapping), "why": outcome.reason,
                     "event": event[:300]}
                )  # fmt: skip
    return sorted([*ready, *waiting], key=lambda told: int(str(told["row"])))


def likely_sheet(sheets: Sequence[Sheet]) -> int:
    """The index of the sheet that is most likely the chronology: one with dates and events, not hidden."""

    def likely(at: int) -> tuple[bool, bool, int, int]:
        sheet = sheets[at]
        header = find_header(sheet.rows)
        headings = [cell.text for cell in sheet.rows[header]] if header >= 0 else [""] * width_of(sheet)
        fields = (
            {each.field for each in propose_mapping(headings, sheet.rows[header + 1 :])} if sheet.rows else set()
        )
        return bool(sheet.rows) and not sheet.hidden, {Field.DATE, Field.EVENT} <= fields, len(sheet.rows), -at

    return max(range(len(sheets)), key=likely)


def width_of(sheet: Sheet) -> int:
    """How many columns the sheet has."""
    return len(sheet.rows[0]) if sheet.rows else 0
