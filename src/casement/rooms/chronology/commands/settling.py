"""Rows that were read become entries in their agency's strand; those that were not wait with their reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.prepared import change_many, put_many
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.commands.changed import entries_changed
from casement.rooms.chronology.models import Change, Entry, Import, ImportRow
from casement.rooms.chronology.queries.dating import columns_of
from casement.rooms.chronology.rules import LeftRow, Outcome, ReadRow, UnreadRow
from casement.rooms.chronology.vocabulary import RowState, Stage

TEXTS = ("event", "source_record", "present", "action", "analysis")
LEFT = {"blank": "Blank row.", "headings": "The headings over again."}


@command(Action.CHRONOLOGY_IMPORT)
def settle_rows(seat: Seat, *, imported: int, outcomes: Sequence[Outcome], last: bool = False) -> Import:
    """Settle these rows of import (by id); those that are settled already stay. Safe to repeat."""
    made = Import.objects.select_for_update().filter(pk=imported, review_id=seat.review).first()
    if made is None:
        raise NotHere
    if made.state != Stage.BRINGING:
        return made
    settle(made, outcomes, seat)
    if last:
        finish(made)
    return made


def settle(made: Import, outcomes: Sequence[Outcome], seat: Seat) -> None:
    """Write what became of each row, and its entry. Inside a command."""
    told = {outcome.number: outcome for outcome in outcomes}
    open_rows = ImportRow.objects.filter(imported=made, state=RowState.WAITING, row__in=list(told), kind="")
    keys = dict(open_rows.order_by("row").values_list("row", "pk"))
    ready = [each for number in keys if isinstance(each := told[number], ReadRow)]
    entries = make_entries(made, ready, seat)
    change_many(
        ImportRow,
        ("state", "reason", "entry_id"),
        (
            (keys[each.number], RowState.IN, "; ".join(each.notes), entry)
            for each, entry in zip(ready, entries, strict=True)
        ),
    )
    others = [(keys[number], *became(told[number])) for number in keys if not isinstance(told[number], ReadRow)]
    change_many(ImportRow, ("state", "reason", "kind", "column"), others)


def became(outcome: Outcome) -> tuple[str, str, str, int | None]:
    """What is kept of a row that did not come in: its state, why, the kind of reason and the column."""
    if isinstance(outcome, UnreadRow):
        return RowState.WAITING, outcome.reason, outcome.kind, outcome.column
    kind = outcome.kind if isinstance(outcome, LeftRow) else ""
    return RowState.LEFT_OUT, LEFT[kind], kind, None


def make_entries(made: Import, read: Sequence[ReadRow], seat: Seat) -> list[int]:
    """Entries for rows that were read, in their order; their keys. Inside a command."""
    return put_entries(made, [values_of(outcome) for outcome in read], seat)


def put_entries(made: Import, told: Sequence[dict[str, Any]], seat: Seat) -> list[int]:
    """Entries with these columns, in their order, and findable; their keys. Inside a command."""
    if not told:
        return []
    first = next_number(Entry, made.review_id)
    put_many(
        Entry,
        ("review_id", "agency_id", "added_by_id", "number", *told[0]),
        (
            (made.review_id, made.agency_id, seat.person_id, number, *(values[name] for name in told[0]))
            for number, values in enumerate(told, first)
        ),
    )
    search.put_new(
        made.review_id,
        Subject.RECORDS,
        "entry",
        ((number, findable(**{name: values[name] for name in TEXTS})) for number, values in enumerate(told, first)),
        agency_id=made.agency_id,
    )
    entries_changed(made.review_id)
    there = Entry.objects.filter(review_id=made.review_id, number__gte=first, number__lt=first + len(told))
    return list(there.order_by("number").values_list("pk", flat=True))


def finish(made: Import) -> None:
    """Say what stage an import has come to, once no row is unread. Inside a command."""
    if ImportRow.objects.filter(imported=made, state=RowState.WAITING).exists():
        made.state = Stage.ROWS
    elif Change.objects.filter(imported=made, answer="").exists():
        made.state = Stage.CHANGES
    else:
        made.state = Stage.DONE
    made.save(update_fields=["state"])


def values_of(read: ReadRow) -> dict[str, Any]:
    """The columns that a row gives an entry."""
    return {**texts_of(read), **columns_of(read.when)}


def texts_of(read: ReadRow) -> dict[str, str]:
    """The texts of an entry."""
    source = "\n".join(part for part in (read.source, read.reference) if part.strip())
    return {
        "event": read.event,
        "source_record": source,
        "present": read.present,
        "action": read.action,
        "analysis": read.analysis,
    }


def findable(event: str, source_record: str, present: str, action: str, analysis: str) -> str:
    """The words by which an entry is found."""
    parts = (event, action, present, source_record, analysis)
    return "\n".join(part for part in parts if part.strip())
