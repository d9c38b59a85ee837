"""A chronology arrives: the file is kept first, then it is read in the background and laid out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from casement.foundation import files, jobs
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.laying_out import lay_out
from casement.rooms.chronology.models import Import
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.vocabulary import Sheet, Stage
from casement.rooms.reviews.models import Agency
from casement.rooms.sources.queries import NOT_YET, is_being_read, may_hold_data, only_agency
from casement.rooms.sources.rules.names import shown_name

READ = "chronology.read_file"
OWN_ONLY = "You can bring in your own agency's chronology only."
EMPTY = "This file is empty. Check that the right file was chosen, and bring it in again."
READING = "This file is being read now. This page shows when it is done."


def keep_original(seat: Seat, asked: dict[str, Any]) -> dict[str, Any]:
    """Put the bytes on the disk before anything is written down; refused first where nothing may be kept."""
    body = agency_in(seat, asked.get("agency"))
    data: bytes = asked["data"]
    most = settings.CASEMENT_MAX_FILE
    if not data:
        raise Refused(EMPTY, field="file")
    if len(data) > most:
        size = most // (1024 * 1024)
        raise Refused(f"This file is larger than {size} MB. Ask the agency to send it in parts.", field="file")
    return {**asked, "data": b"", "size": len(data), "sha256": files.keep(data), "agency": body.number}


def agency_in(seat: Seat, number: int | None) -> Agency:
    """The agency a chronology comes from, if this review may hold data and this seat may bring it in."""
    if not may_hold_data(seat):
        raise Refused(NOT_YET)
    only = only_agency(seat)
    wanted = Agency.objects.filter(review_id=seat.review)
    found = wanted.filter(pk=only).first() if number is None and only else wanted.filter(number=number or 0).first()
    if only is not None and (found is None or found.pk != only):
        raise Refused(OWN_ONLY, field="agency")
    if found is None:
        raise Refused("Choose the agency this chronology comes from.", field="agency")
    return found


@command(Action.CHRONOLOGY_IMPORT, before=keep_original)
def bring_in(
    seat: Seat, *, agency: int | None = None, name: str, data: bytes, corrects: int | None = None,
    sha256: str = "", size: int = 0,
) -> Import:  # fmt: skip
    """Take an agency's chronology in: the file is kept, and read in the background into its columns.

    `agency` is its number in the review; an agency contact may leave it out. Refused when the review may hold no
    data yet, when the file is empty or too large, and when the same file is here already, naming that import.
    `corrects` is the number of the import of which this file is a corrected copy.
    `sha256` and `size` are filled in by `keep_original`.
    """
    body = agency_in(seat, agency)
    live = Import.objects.filter(review_id=seat.review, sha256=sha256, undone_at=None, sentence="", agency=body)
    earlier = live.order_by("number").first()
    if earlier is not None:
        raise Refused(
            f"This file is here already, as import {earlier.number}. Go on there, or undo that import first.",
            field="file",
        )
    made = Import.objects.create(
        review_id=seat.review,
        number=next_number(Import, seat.review),
        corrects=corrected_by(body, corrects) if corrects else None,
        agency=body,
        name=shown_name(name),
        sha256=sha256,
        size=size,
        by_id=seat.person_id,
    )
    ask_for_reading(seat, made)
    return made


def corrected_by(body: Agency, number: int) -> Import:
    """The import of this agency of which a file is said to be a corrected copy."""
    found = Import.objects.filter(agency=body, number=number, undone_at=None, sentence="").first()
    if found is None or found.state not in (Stage.ROWS, Stage.CHANGES, Stage.DONE):
        raise Refused("Choose an import of this agency whose rows have come in.", field="corrects")
    return found


def ask_for_reading(seat: Seat, made: Import) -> None:
    """Have the file read in the background, once this transaction stands."""
    made.job_id = jobs.later(READ, made.pk, seat=seat).pk
    made.save(update_fields=["job_id"])


@command(Action.CHRONOLOGY_IMPORT)
def read_again(seat: Seat, *, number: int) -> Import:
    """Go on with a file whose reading stopped. Refused while it is being read."""
    made = import_to_change(seat, number)
    if made.state != Stage.FILE:
        return made
    if is_being_read(made.job_id):
        raise Refused(READING)
    ask_for_reading(seat, made)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def another_sheet(seat: Seat, *, number: int, sheet: int, header_row: int | None = None) -> Import:
    """Start a second import from the file of import `number`, for its sheet `sheet` (counted from 1).

    Refused when that sheet is here already. The file is kept once.
    """
    first = import_to_change(seat, number)
    check_sheet(first, sheet)
    name = first.sheets[sheet - 1]["name"]
    same = Import.objects.filter(
        review_id=seat.review, sha256=first.sha256, sheet=name, undone_at=None, sentence=""
    )
    if (earlier := same.exclude(state=Stage.FILE).order_by("number").first()) is not None:
        raise Refused(f"This sheet is here already, as import {earlier.number}.", field="sheet")
    made = Import.objects.create(
        review_id=seat.review,
        number=next_number(Import, seat.review),
        agency=first.agency,
        name=first.name,
        sha256=first.sha256,
        size=first.size,
        choices={"sheet": sheet, "header_row": header_row},
        by_id=seat.person_id,
    )
    ask_for_reading(seat, made)
    return made


@command(Action.CHRONOLOGY_IMPORT)
def take_tables(seat: Seat, *, imported: int, sheets: Sequence[Sheet] = (), sentence: str = "") -> Import:
    """Lay out import (by id) with what was read of its file, or refuse it with `sentence`.

    Everything is written together. An import that was laid out already stays as it is: safe to repeat.
    """
    made = Import.objects.select_for_update().filter(pk=imported, review_id=seat.review).first()
    if made is None:
        raise NotHere
    if made.state != Stage.FILE:
        return made
    if sentence:
        made.sentence, made.state = sentence, Stage.DONE
        made.save(update_fields=["sentence", "state"])
        return made
    wanted = made.choices.get("sheet")
    lay_out(
        made,
        sheets,
        sheet=wanted - 1 if wanted else None,
        header=made.choices.get("header_row") if wanted else None,
    )
    return made


def check_sheet(made: Import, sheet: int) -> None:
    """Refused when the file has no such sheet (counted from 1), or nothing stands in it."""
    if not 1 <= sheet <= len(made.sheets):
        raise Refused("Choose a sheet of this file.", field="sheet")
    if not made.sheets[sheet - 1]["rows"]:
        raise Refused("There are no rows in this sheet. Choose another.", field="sheet")
