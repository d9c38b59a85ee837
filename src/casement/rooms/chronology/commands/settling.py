"""Rows that were read become entries in their agency's strand; those that were not wait with their reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casement.foundation import search
from casement.foundation.access import Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.models import Entry, Import, ImportRow
from casement.rooms.chronology.queries.dating import columns_of
from casement.rooms.chronology.rules import LeftRow, Outcome, ReadRow, UnreadRow
from casement.rooms.chronology.vocabulary import RowState, Stage

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
        waits = ImportRow.objects.filter(imported=made, state=RowState.WAITING).exists()
        made.state = Stage.ROWS if waits else Stage.DONE
        made.save(update_fields=["state"])
    return made


def settle(made: Import, outcomes: Sequence[Outcome], seat: Seat) -> None:
    """Write what became of each row, and its entry. Inside a command."""
    told = {outcome.number: outcome for outcome in outcomes}
    open_rows = ImportRow.objects.filter(imported=made, state=RowState.WAITING, row__in=list(told), kind="")
    changed = list(open_rows.only("pk", "row").order_by("row"))
    ready = [row for row in changed if isinstance(told[row.row], ReadRow)]
    entries = make_entries(made, [told[row.row] for row in ready], seat)  # type: ignore[misc]
    for row, entry in zip(ready, entries, strict=True):
        row.state, row.entry = RowState.IN, entry
        row.reason = "; ".join(told[row.row].notes)  # type: ignore[union-attr]
    for row in changed:
        outcome = told[row.row]
        if isinstance(outcome, UnreadRow):
            row.reason, row.kind, row.column = outcome.reason, outcome.kind, outcome.column
        elif isinstance(outcome, LeftRow):
            row.state, row.reason = RowState.LEFT_OUT, LEFT[outcome.kind]
            row.kind = outcome.kind
    ImportRow.objects.bulk_update(changed, ["state", "reason", "kind", "column", "entry"], batch_size=200)


def make_entries(made: Import, read: Sequence[ReadRow], seat: Seat) -> list[Entry]:
    """Entries for rows that were read, in their order, and findable. Inside a command."""
    first = next_number(Entry, made.review_id)
    entries = Entry.objects.bulk_create(
        [
            Entry(
                review_id=made.review_id,
                number=number,
                agency_id=made.agency_id,
                added_by_id=seat.person_id,
                **texts_of(outcome),
                **columns_of(outcome.when),
            )
            for number, outcome in enumerate(read, first)
        ],
        batch_size=200,
    )
    search.put_new(
        made.review_id,
        Subject.RECORDS,
        "entry",
        ((entry.number, findable(entry)) for entry in entries),
        agency_id=made.agency_id,
    )
    return entries


def texts_of(read: ReadRow) -> dict[str, Any]:
    """The texts of an entry."""
    source = "\n".join(part for part in (read.source, read.reference) if part.strip())
    return {
        "event": read.event,
        "source_record": source,
        "present": read.present,
        "action": read.action,
        "analysis": read.analysis,
    }


def findable(entry: Entry) -> str:
    """The words by which an entry is found."""
    parts = (entry.event, entry.action, entry.present, entry.source_record, entry.analysis)
    return "\n".join(part for part in parts if part.strip())
