"""Rows that wait: put right in place, kept without a date, or left out with a reason."""

from __future__ import annotations

from collections.abc import Mapping as Words
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.changes import ask_about
from casement.rooms.chronology.commands.comparing import plain
from casement.rooms.chronology.commands.laying_out import mapping_of
from casement.rooms.chronology.commands.settling import finish, make_entries
from casement.rooms.chronology.models import Import, ImportRow
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.rules import (
    Mapping,
    Outcome,
    ReadRow,
    UnreadRow,
    from_plain,
    read_corrected,
    read_undated,
)
from casement.rooms.chronology.vocabulary import Field, RowState, Stage

SETTLED = "This row was dealt with already."


def waiting_row(seat: Seat, number: int, row: int) -> tuple[Import, ImportRow]:
    """A row that waits, with its import; both held until the command is over."""
    made = import_to_change(seat, number, Import.objects.select_for_update())
    found = ImportRow.objects.filter(imported=made, row=row).first()
    if found is None or made.state in (Stage.FILE, Stage.COLUMNS):
        raise NotHere
    if found.state != RowState.WAITING:
        raise Refused(SETTLED)
    if made.state == Stage.BRINGING:
        raise Refused("The rows are still coming in. Wait until they are.")
    return made, found


def alike(made: Import, row: ImportRow, all_like_this: bool, *, same_words: bool = False) -> list[ImportRow]:
    """The row, and the others that wait for the same reason when all are meant.

    `same_words` narrows them to those whose column holds the same words.
    """
    if not all_like_this:
        return [row]
    rows = ImportRow.objects.filter(imported=made, state=RowState.WAITING, kind=row.kind, column=row.column)
    found = list(rows.order_by("row"))
    if not same_words:
        return found
    own = words_in(row)
    return [each for each in found if words_in(each) == own]


def words_in(row: ImportRow) -> str:
    """The words of the column that stopped a row."""
    cells = from_plain(row.cells)
    return cells[row.column].text.strip() if row.column is not None and row.column < len(cells) else ""


@command(Action.CHRONOLOGY_IMPORT)
def correct_row(
    seat: Seat,
    *,
    number: int,
    row: int,
    values: Words[str, str],
    reason: str = "",
    same_for_all: bool = False,
) -> Import:
    """Bring row `row` of import `number` in with `values` (by field name) in place of its own words.

    The words as recorded are kept beside the correction. With `same_for_all` rows that wait for the same words
    are put right alike. Refused with the reason when the row still cannot be read.
    """
    made, found = waiting_row(seat, number, row)
    words = given(values)
    if not words:
        raise Refused("Write what it should be.", field="date")
    mapping = mapping_of(made)
    note = {**{str(name): text for name, text in words.items()}, **({"why": reason} if reason.strip() else {})}
    for each in alike(made, found, same_for_all, same_words=True):
        outcome = read_corrected(from_plain(each.cells, len(made.mapping)), mapping, words, number=each.row)
        bring(made, each, outcome, note, seat, mapping)
    finish(made)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def keep_undated(
    seat: Seat, *, number: int, row: int, reason: str = "", event: str = "", same_for_all: bool = False
) -> Import:
    """Bring a row in without a date, by decision; what was recorded about when is kept.

    Refused when it holds no event and none is given.
    """
    made, found = waiting_row(seat, number, row)
    mapping = mapping_of(made)
    words = given({"event": event})
    note = {"undated": True, **({"why": reason} if reason.strip() else {})}
    for each in alike(made, found, same_for_all):
        outcome = read_undated(from_plain(each.cells, len(made.mapping)), mapping, words, number=each.row)
        bring(made, each, outcome, note, seat, mapping)
    finish(made)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def leave_out(seat: Seat, *, number: int, row: int, reason: str, same_for_all: bool = False) -> Import:
    """Leave a row out of the chronology with the reason why; its words stay in the import."""
    made, found = waiting_row(seat, number, row)
    if not reason.strip():
        raise Refused("Say why this row is left out.", field="reason")
    for each in alike(made, found, same_for_all):
        each.state, each.reason, each.kind = RowState.LEFT_OUT, reason.strip(), ""  # no longer why it waited
        each.save(update_fields=["state", "reason", "kind"])
    finish(made)
    return made


def given(values: Words[str, str]) -> dict[Field, str]:
    """What a person typed, by field."""
    try:
        return {Field(name): text.strip() for name, text in values.items() if text.strip()}
    except ValueError:
        raise Refused("Name one of the fields of an entry.") from None


def bring(
    made: Import, row: ImportRow, outcome: Outcome, note: dict[str, Any], seat: Seat, mapping: Mapping
) -> None:
    """Bring a corrected row in, or refuse with why it still cannot be read. Inside a command."""
    if isinstance(outcome, UnreadRow):
        raise Refused(outcome.reason, field="event" if outcome.kind == "no_event" else field_of(outcome, mapping))
    if not isinstance(outcome, ReadRow):
        raise Refused("This row is blank. Leave it out.")
    if made.corrects_id is not None and ask_about(made, row, plain(outcome)):
        row.state, row.reason, row.correction = RowState.ASKED, "", note
    else:
        row.entry_id = make_entries(made, [outcome], seat)[0]
        row.state, row.reason, row.correction = RowState.IN, "", note
    row.save(update_fields=["entry", "state", "reason", "correction"])


def field_of(outcome: UnreadRow, mapping: Mapping) -> str:
    """The field that a row is still stopped by; of words that were given, the date."""
    if outcome.column is not None and outcome.column < len(mapping.fields):
        name = mapping.fields[outcome.column]
        return str(name) if name in (Field.TIME, Field.EVENT) else "date"
    return "date"
