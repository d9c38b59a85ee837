"""The rows of a corrected file against those that are here: what says the same is settled, all else is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.prepared import change_many, put_many
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.commands.laying_out import mapping_of
from casement.rooms.chronology.commands.settling import LEFT, became, finish, values_of
from casement.rooms.chronology.models import Change, Entry, Import, ImportRow
from casement.rooms.chronology.rules import LeftRow, Outcome, ReadRow, UnreadRow, from_plain
from casement.rooms.chronology.rules.matching import Matches, Row, Words, differing, match, said, words_of
from casement.rooms.chronology.vocabulary import Field, Kind, RowState, Stage

LONGEST_CHAIN = 50  # corrected copies of corrected copies
REPEATED = "Another row that says the same is still in the file."
ONE_OF = "It is like this entry in words and place, and nothing else is."
SEVERAL = "More than one could be the same row, so it is for you to say."


@dataclass
class Before:
    """What earlier files said: the rows of entries in their order, and rows that were left out or still wait."""

    rows: list[Row] = field(default_factory=list)
    left: dict[tuple[str, ...], str] = field(default_factory=dict)
    waiting: dict[tuple[str, ...], list[int]] = field(default_factory=dict)


@command(Action.CHRONOLOGY_IMPORT)
def compare_rows(seat: Seat, *, imported: int, outcomes: Sequence[Outcome]) -> Import:
    """Compare the rows of import (by id), a corrected file, with those that are here. Safe to repeat."""
    made = Import.objects.select_for_update().filter(pk=imported, review_id=seat.review).first()
    if made is None:
        raise NotHere
    if made.state == Stage.BRINGING:
        compare(made, outcomes)
        finish(made)
    return made


def compare(made: Import, outcomes: Sequence[Outcome]) -> None:
    """Settle the rows that say what they said, and ask about each that does not. Inside a command."""
    told = {outcome.number: outcome for outcome in outcomes}
    fields = mapping_of(made).fields
    keys: dict[int, int] = {}
    words: dict[int, Words] = {}
    rows = ImportRow.objects.filter(imported=made, row__in=list(told)).order_by("row")
    for pk, number, cells in rows.values_list("pk", "row", "cells"):
        keys[number] = pk
        words[number] = words_of(from_plain(cells, len(fields)), fields)
    asked = [Row(number, words[number]) for number in keys if not isinstance(told[number], LeftRow)]
    before = rows_before(made)
    found = match(before.rows, asked)
    was = f"As it was in import {made.corrects.number}." if made.corrects else ""
    change_many(
        ImportRow, ("state", "reason", "entry_id"),
        [(keys[number], RowState.IN, was, entry) for number, entry in found.same.items()],
    )  # fmt: skip
    left = {number: before.left[said(words[number])] for number in found.new if said(words[number]) in before.left}
    others = [number for number in keys if number not in found.same and number not in left]
    states = [
        (keys[number], RowState.ASKED, "", "", None)
        if isinstance(told[number], ReadRow)
        else (keys[number], *became(told[number]))
        for number in others
    ]
    states += [(keys[number], RowState.LEFT_OUT, reason, "", None) for number, reason in left.items()]
    change_many(ImportRow, ("state", "reason", "kind", "column"), states)
    by_entry = {row.key: row.words for row in before.rows}
    numbers = dict(Entry.objects.filter(pk__in=found_in(found)).values_list("pk", "number"))
    changes = list(proposed(found, told, words, by_entry, numbers, keys, left))
    put_many(
        Change, ("imported_id", "number", *COLUMNS),
        [(made.pk, at, *(one[name] for name in COLUMNS)) for at, one in enumerate(changes, 1)],
    )  # fmt: skip
    give_way(made, before, [said(words[row.key]) for row in asked])
    made.counts = {**made.counts, "unchanged": len(found.same)}
    made.save(update_fields=["counts"])


COLUMNS = ("kind", "row_id", "entry_id", "candidates", "differs", "values", "why")


def found_in(found: Matches) -> list[int]:
    """The keys of the entries that are asked about as candidates."""
    return sorted({key for keys in found.doubtful.values() for key in keys})


def proposed(
    found: Matches, told: dict[int, Outcome], words: dict[int, Words], by_entry: dict[int, Words],
    numbers: dict[int, int], keys: dict[int, int], left: dict[int, str],
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """What is asked, in the order of the file; entries that are gone come last."""

    def one(kind: Kind, **more: Any) -> dict[str, Any]:
        return {"kind": kind, "row_id": None, "entry_id": None, "candidates": [], "differs": [], "values": {},
                "why": "", **more}  # fmt: skip

    for number in sorted({*found.changed, *found.doubtful, *found.new} - set(left)):
        outcome = told[number]
        here = {"row_id": keys[number], "values": plain(outcome) if isinstance(outcome, ReadRow) else {}}
        if number in found.changed:
            entry = found.changed[number]
            differs = [str(name) for name in differing(by_entry[entry], words[number])]
            yield one(Kind.CHANGED, entry_id=entry, differs=differs, why=ONE_OF, **here)
        elif number in found.doubtful:
            candidates = [numbers[key] for key in found.doubtful[number]]
            yield one(Kind.DOUBTFUL, candidates=candidates, why=SEVERAL, **here)
        elif not isinstance(outcome, UnreadRow):  # one that cannot be read comes in when it is put right
            yield one(Kind.NEW, **here)
    for entry in found.gone:
        yield one(Kind.GONE, entry_id=entry, why=REPEATED if entry in found.repeated else "")


def rows_before(made: Import) -> Before:
    """What the files that this one corrects said, the latest word on each entry."""
    told, latest = Before(), dict[int, tuple[int, Words]]()
    each = made.corrects
    for _ in range(LONGEST_CHAIN):
        if each is None:
            break
        fields = tuple(Field(column["field"]) for column in each.mapping)
        rows = ImportRow.objects.filter(imported=each)
        for pk, row, cells, state, kind, reason, entry, removed in rows.order_by("row").values_list(
            "pk", "row", "cells", "state", "kind", "reason", "entry_id", "entry__removed_at"
        ):
            words = words_of(from_plain(cells, len(fields)), fields)
            if state == RowState.IN and entry is not None and removed is None:
                latest.setdefault(entry, (row, words))
            elif state == RowState.LEFT_OUT and kind not in LEFT and each.undone_at is None:
                told.left.setdefault(said(words), reason)
            elif state == RowState.WAITING:
                told.waiting.setdefault(said(words), []).append(pk)
        each = each.corrects
    ordered = sorted((row, entry) for entry, (row, _) in latest.items())
    told.rows = [Row(entry, latest[entry][1]) for _, entry in ordered]
    return told


def give_way(made: Import, before: Before, asked: Sequence[tuple[str, ...]]) -> None:
    """Rows of earlier files that still waited wait no more where the corrected file holds the same row."""
    closed = [pk for words in set(asked) for pk in before.waiting.get(words, ())]
    if not closed:
        return
    reason = f"Sent again in import {made.number}, where it waits."
    change_many(ImportRow, ("state", "reason"), [(pk, RowState.LEFT_OUT, reason) for pk in closed])
    for earlier in Import.objects.filter(rows__in=closed).distinct():
        finish(earlier)


def plain(outcome: ReadRow) -> dict[str, Any]:
    """The columns that a row would give an entry, as JSON keeps them."""
    return {
        name: value.isoformat() if isinstance(value, date | time) else value
        for name, value in values_of(outcome).items()
    }


def columns_from(plainly: dict[str, Any]) -> dict[str, Any]:
    """The columns that `plain` kept."""
    told = dict(plainly)
    for name in ("date_start", "date_end"):
        told[name] = date.fromisoformat(told[name]) if told.get(name) else None
    told["date_time"] = time.fromisoformat(told["date_time"]) if told.get("date_time") else None
    return told
