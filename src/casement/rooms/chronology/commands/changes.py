"""What a corrected file changes is taken or left by a person, one by one or all of a kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.comparing import columns_from, rows_before
from casement.rooms.chronology.commands.entries import put_right, set_aside
from casement.rooms.chronology.commands.laying_out import mapping_of
from casement.rooms.chronology.commands.settling import finish, put_entries
from casement.rooms.chronology.models import Change, Entry, Import, ImportRow
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.rules import from_plain
from casement.rooms.chronology.rules.matching import WHEN, differing, words_of
from casement.rooms.chronology.vocabulary import Field, Kind, RowState, Said, Stage

SETTLED = "This was answered already. Load the page again."
NEW_ROW = 0  # named in place of an entry when a doubtful row is none of them
OF_DATE = ("date_recorded", "date_start", "date_end", "date_time", "date_precision", "date_edtf", "habit",
           "either_order")  # fmt: skip
OF_FIELD = {
    **dict.fromkeys(WHEN, OF_DATE), Field.EVENT: ("event",), Field.SOURCE: ("source_record",),
    Field.REFERENCE: ("source_record",), Field.PRESENT: ("present",), Field.ACTION: ("action",),
    Field.ANALYSIS: ("analysis",),
}  # fmt: skip


@command(Action.CHRONOLOGY_IMPORT)
def settle_change(
    seat: Seat, *, number: int, change: int, answer: str, entry: int | None = None, reason: str = ""
) -> Import:  # fmt: skip
    """Take or leave change `change` of import `number`; a doubtful one is first said to be `entry`, or 0 for new.

    What stood before stays readable with the entry. Refused when it was answered already, when a doubtful row is
    not said to be any, and when an entry is to be set aside without a reason.
    """
    made = corrected(seat, number)
    found = Change.objects.filter(imported=made, number=change).select_related("row", "entry").first()
    if found is None:
        raise NotHere
    if found.answer:
        raise Refused(SETTLED)
    settled(made, [found], said_of(answer), entry, reason, seat)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def settle_changes(seat: Seat, *, number: int, kind: str, answer: str, reason: str = "") -> Import:
    """Take or leave all of a kind that are still open. Doubtful rows are answered one by one."""
    made = corrected(seat, number)
    if kind not in set(Kind) or kind == Kind.DOUBTFUL:
        raise Refused("Choose what is meant: changed, new, or no longer in the file.")
    found = Change.objects.filter(imported=made, kind=kind, answer="").select_related("row", "entry")
    ready = [one for one in found.order_by("number") if one.row is None or one.row.state == RowState.ASKED]
    settled(made, ready, said_of(answer), None, reason, seat)
    return made


def said_of(answer: str) -> Said:
    """The answer, or Refused when it is none."""
    if answer not in set(Said):
        raise Refused("Take it, or leave it.", field="answer")
    return Said(answer)


def corrected(seat: Seat, number: int) -> Import:
    """A corrected copy whose changes may be answered; held until the command is over."""
    made = import_to_change(seat, number, Import.objects.select_for_update())
    if made.corrects_id is None or made.undone_at or made.state not in (Stage.ROWS, Stage.CHANGES, Stage.DONE):
        raise NotHere
    return made


def settled(
    made: Import, changes: Sequence[Change], answer: Said, entry: int | None, reason: str, seat: Seat
) -> None:  # fmt: skip
    """Do what was said of each. Inside a command."""
    for one in changes:
        if one.row is not None and one.row.state != RowState.ASKED:
            raise Refused("This row still has to be put right. It waits among the rows to check.")
        if one.kind == Kind.DOUBTFUL and answer is Said.TAKEN and not told_apart(made, one, entry):
            continue  # what differs is shown before it is taken
        if one.kind == Kind.GONE and answer is Said.TAKEN and not reason.strip():
            raise Refused("Say why it is set aside, such as what the agency told you.", field="reason")
        if answer is Said.TAKEN:
            take(made, one, reason, seat)
        elif one.row is not None:
            one.row.state, one.row.reason = RowState.LEFT_OUT, reason.strip() or "What stands here was kept."
            one.row.save(update_fields=["state", "reason"])
        one.answer, one.reason, one.by_id, one.at = answer, reason.strip(), seat.person_id, now()
        one.save(update_fields=["kind", "entry", "answer", "reason", "by", "at"])
    let_go(made)
    finish(made)


def take(made: Import, one: Change, reason: str, seat: Seat) -> None:
    """Make the entry what the file says. Inside a command."""
    why = f"Corrected file, import {made.number}" + (f": {reason.strip()}" if reason.strip() else ".")
    if one.kind == Kind.GONE:
        assert one.entry is not None
        if one.entry.removed_at is None:
            set_aside(one.entry, why, seat)
        return
    values = columns_from(one.values)
    assert one.row is not None
    if one.entry is None:
        one.row.entry_id = put_entries(made, [values], seat)[0]
    else:
        names = {name for each in one.differs for name in OF_FIELD.get(Field(each), ())}
        if one.entry.removed_at is None:
            put_right(one.entry, {name: values[name] for name in names}, why, seat)
        one.row.entry = one.entry
    one.row.state, one.row.reason = RowState.IN, ""
    one.row.save(update_fields=["state", "reason", "entry"])


def told_apart(made: Import, one: Change, entry: int | None) -> bool:
    """Say which entry a doubtful row is. Whether nothing of it is left to be looked at: a new row, or no change."""
    if entry is None:
        raise Refused("Say which entry this row is, or that it is new.", field="entry")
    if entry == NEW_ROW:
        one.kind = Kind.NEW
        return True
    if entry not in one.candidates:
        raise Refused("Choose one of the entries that are named here.", field="entry")
    one.kind = Kind.CHANGED
    one.entry = Entry.objects.get(review_id=made.review_id, number=entry)
    before = {row.key: row.words for row in rows_before(made).rows}
    fields = mapping_of(made).fields
    assert one.row is not None
    now_says = words_of(from_plain(one.row.cells, len(fields)), fields)
    one.differs = [str(name) for name in differing(before.get(one.entry.pk, {}), now_says)]
    one.save(update_fields=["kind", "entry", "differs"])
    return not one.differs


def let_go(made: Import) -> None:
    """Entries that no open question names any more are found, or gone: then that is asked. Inside a command."""
    rows = list(Change.objects.filter(imported=made).order_by("number"))
    found = {one.entry_id for one in rows if one.entry_id is not None}
    numbers = sorted({number for one in rows for number in one.candidates})
    if not numbers:
        return
    there = Entry.objects.filter(review_id=made.review_id, number__in=numbers, removed_at=None)
    entries = dict(there.values_list("number", "pk"))
    free = {number for number, pk in entries.items() if pk not in found}
    still: set[int] = set()
    for one in rows:
        if one.kind == Kind.DOUBTFUL and not one.answer:
            one.candidates = [number for number in one.candidates if number in free]
            if not one.candidates:
                one.kind = Kind.NEW
            one.save(update_fields=["candidates", "kind"])
            still.update(one.candidates)
    last = rows[-1].number if rows else 0
    for at, number in enumerate(sorted(free - still), last + 1):
        Change.objects.create(imported=made, number=at, kind=Kind.GONE, entry_id=entries[number])


def ask_about(made: Import, row: ImportRow, values: dict[str, Any]) -> bool:
    """Whether a row that was put right belongs to an entry or to several, and now waits for an answer."""
    one = Change.objects.filter(imported=made, row=row, answer="").first()
    if one is None:
        return False
    one.values = values
    one.save(update_fields=["values"])
    return True
