"""What each column becomes: proposed by us, settled by a person, then the rows come in."""

from __future__ import annotations

from collections.abc import Mapping as Words
from collections.abc import Sequence
from typing import Any

from casement.foundation import jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.arriving import ask_for_reading, check_sheet
from casement.rooms.chronology.commands.comparing import compare
from casement.rooms.chronology.commands.doubting import check_doubts
from casement.rooms.chronology.commands.laying_out import COUNTED, counted, mapping_of, stored_rows
from casement.rooms.chronology.commands.settling import finish, settle
from casement.rooms.chronology.models import Import, ImportRow
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.rules import read_rows
from casement.rooms.chronology.vocabulary import Cell, Field, Stage

BRING = "chronology.bring_rows"
SMALL = 500
CONFIRMED = "These columns were confirmed already. Undo the import to match them again."
CHOICES = ("serials", "carry_dates", "year_from_above", "year_from_period", "undated")


def still_open(seat: Seat, number: int) -> Import:
    """The import, while its columns may still be matched."""
    made = import_to_change(seat, number, Import.objects.select_for_update())
    if made.state == Stage.FILE or made.sentence:
        raise NotHere
    if made.state != Stage.COLUMNS:
        raise Refused(CONFIRMED)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def choose_sheet(seat: Seat, *, number: int, sheet: int, header_row: int | None = None) -> Import:
    """Have another sheet of the file laid out, or another row taken for the headings, in the background.

    `sheet` counts from 1; `header_row` is the row as the file numbers it, 0 for no headings, None to look for it.
    Refused when there is no such sheet or row.
    """
    made = still_open(seat, number)
    check_sheet(made, sheet)
    first, last = (made.sheets[sheet - 1][name] for name in ("first", "last"))
    if header_row and not first <= header_row < last:
        raise Refused(
            f"Rows of this sheet run from {first} to {last}. Which one holds the headings?", field="header_row"
        )
    made.choices = {"sheet": sheet, "header_row": header_row}
    made.state = Stage.FILE
    made.save(update_fields=["choices", "state"])
    ask_for_reading(seat, made)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def match_columns(
    seat: Seat,
    *,
    number: int,
    fields: Sequence[str],
    order: str = "DMY",
    carry_dates: bool = False,
    year_from_above: bool = False,
    year_from_period: bool = False,
    serials: bool = False,
    undated: bool = False,
) -> Import:
    """Keep what a person says each column becomes, and count what would come of it. Nothing comes in yet."""
    made = still_open(seat, number)
    choices = {"carry_dates": carry_dates, "year_from_above": year_from_above, "year_from_period": year_from_period,
               "serials": serials, "undated": undated}  # fmt: skip
    matched(made, fields, order, choices)
    rows = list(stored_rows(made, most=COUNTED))
    made.counts = counted(made, rows, ImportRow.objects.filter(imported=made).count())
    made.save(update_fields=["mapping", "choices", "counts"])
    return made


@command(Action.CHRONOLOGY_IMPORT)
def confirm_columns(
    seat: Seat,
    *,
    number: int,
    fields: Sequence[str] | None = None,
    mapping: Words[str, str] | None = None,
    order: str | None = None,
    carry_dates: bool | None = None,
    year_from_above: bool | None = None,
    year_from_period: bool | None = None,
    serials: bool | None = None,
    undated: bool | None = None,
) -> Import:
    """Bring the rows in as the columns are matched: at once when few, else in the background.

    `fields` gives what each column becomes, in order; `mapping` by heading, other columns staying as proposed;
    without either the matching stands as it is. Choices: `order` of day and month ("DMY" or "MDY"),
    `carry_dates`, `year_from_above`, `year_from_period`, `serials`, and `undated` for a table without a date
    column. Every row becomes an entry or waits with its reason. Refused without an event, without a date, and when
    two columns become the date.
    """
    made = still_open(seat, number)
    if mapping is not None:
        fields = by_heading(made, mapping)
    if fields is None:
        fields = [column["field"] for column in made.mapping]
    asked = {"carry_dates": carry_dates, "year_from_above": year_from_above, "year_from_period": year_from_period,
             "serials": serials, "undated": undated}  # fmt: skip
    choices = {**made.choices, **{name: value for name, value in asked.items() if value is not None}}
    matched(made, fields, order or made.choices.get("order", "DMY"), choices)
    check(made)
    check_doubts(made)
    made.state = Stage.BRINGING
    made.save(update_fields=["mapping", "choices", "state"])
    total = ImportRow.objects.filter(imported=made).count()
    if total > SMALL:
        made.job_id = jobs.later(BRING, made.pk, seat=seat, total=total).pk
        made.save(update_fields=["job_id"])
        return made
    rows = list(stored_rows(made))
    if rows:
        headings = [Cell(text) for text in made.headings]
        cells = (each for _, each in rows)
        outcomes = list(read_rows(cells, mapping_of(made), first_number=rows[0][0], headings=headings))
        if made.corrects_id is None:
            settle(made, outcomes, seat)
        else:
            compare(made, outcomes)
    finish(made)
    return made


def by_heading(made: Import, mapping: Words[str, str]) -> list[str]:
    """What each column becomes, with those that are named by their heading changed."""
    named = {heading.strip(): field for heading, field in mapping.items()}
    if strange := set(named) - {column["heading"].strip() for column in made.mapping}:
        raise Refused(f"There is no column headed “{sorted(strange)[0]}” in this table.")
    return [named.get(column["heading"].strip(), column["field"]) for column in made.mapping]


def matched(made: Import, fields: Sequence[str], order: str, choices: dict[str, Any]) -> None:
    """Put a person's matching into the import."""
    if len(fields) != len(made.mapping):
        raise Refused("The columns have changed since this page was opened. Look at them again.")
    try:
        named = [Field(name) for name in fields]
    except ValueError:
        raise Refused("Choose what each column becomes from the list.") from None
    made.mapping = [{**column, "field": str(name)} for column, name in zip(made.mapping, named, strict=True)]
    kept = {"order": "MDY" if order == "MDY" else "DMY", "from_1904": made.choices.get("from_1904", False)}
    made.choices = {**kept, **{name: bool(choices.get(name)) for name in CHOICES}}


def check(made: Import) -> None:
    """Refused when the matching cannot make entries."""
    named = [column["field"] for column in made.mapping]
    for field, words in ((Field.DATE, "date"), (Field.TIME, "time"), (Field.END_DATE, "end date"),
                         (Field.END_TIME, "end time")):  # fmt: skip
        if named.count(field) > 1:
            raise Refused(f"Two columns become the {words}. Choose one of them.")
    if Field.EVENT not in named:
        raise Refused("Choose the column that says what happened. It becomes the event.")
    if Field.DATE not in named and not made.choices.get("undated"):
        raise Refused(
            "Choose the column that holds the date. If there is none, tick that the table has no dates: every row "
            "then waits for you."
        )
