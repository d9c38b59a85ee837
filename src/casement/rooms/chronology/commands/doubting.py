"""What is asked of a file as a whole before any row comes in: is it here already, and is it of this case?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.models import Import, ImportRow
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.rules.strangers import nobody_known
from casement.rooms.chronology.vocabulary import Cell, Doubt, RowState, Stage
from casement.rooms.reviews.models import Identity, Participation

MANY, FEWEST = 0.5, 4  # share of the rows, and rows, that make us ask
LOOKED_AT = 2000  # rows searched for names
ANSWERS = {Doubt.COPY: ("corrected", "apart"), Doubt.OTHER_CASE: ("ours",)}
ASK_FIRST = "First answer what is asked about this file, at the top of the page."


def doubts_of(made: Import, rows: Sequence[Sequence[Cell]]) -> list[dict[str, Any]]:
    """What is to be asked of a file that was just laid out. Inside a command."""
    told = []
    if made.corrects_id is None and (copy := copy_of(made, rows)) is not None:
        told.append(copy)
    known = list(Identity.objects.filter(review_id=made.review_id).values_list("label", "names"))
    labels = list(Participation.objects.filter(review_id=made.review_id).values_list("role_label", flat=True))
    text = "\n".join(cell.text for row in rows[:LOOKED_AT] for cell in row if cell.text)
    if (others := nobody_known(text, known, labels)) is not None:
        told.append({
            "kind": Doubt.OTHER_CASE, "answer": "", "import": None, "same_agency": False,
            "sentence": f"None of the {len(known)} people and places in the identity register stands in this file, "
                        f"while {others} other names do. It may be of another case.",
        })  # fmt: skip
    return told


def copy_of(made: Import, rows: Sequence[Sequence[Cell]]) -> dict[str, Any] | None:
    """The question that is asked when most rows of a file stand, word for word, in one that is here."""
    here = {words for row in rows if (words := worded(cell.text for cell in row))}
    shared: Counter[tuple[int, int]] = Counter()
    there = ImportRow.objects.filter(
        imported__review_id=made.review_id, imported__undone_at=None, imported__sentence="", state=RowState.IN
    )
    for number, agency, cells in there.exclude(imported=made).values_list(
        "imported__number", "imported__agency_id", "cells"
    ):
        shared[number, agency] += worded(cell if isinstance(cell, str) else cell[0] for cell in cells) in here
    # The latest of those that share the most: it may be a corrected copy of the others.
    found = max(
        shared, key=lambda one: (shared[one] >= MANY * len(here), one[1] == made.agency_id, one[0]), default=None
    )
    if found is None or shared[found] < max(FEWEST, MANY * len(here)):
        return None
    number, agency = found
    own = agency == made.agency_id
    whose = "" if own else ", which came from another agency"
    return {
        "kind": Doubt.COPY, "answer": "", "import": number, "same_agency": own,
        "sentence": f"{shared[found]} of the {len(here)} rows stand word for word in import {number}{whose}.",
    }  # fmt: skip


def worded(texts: Any) -> str:
    """A row by its words, whatever their columns."""
    return " ".join(" ".join(text for text in texts if text).split())


def check_doubts(made: Import) -> None:
    """Refused while something that is asked of the file has no answer."""
    if any(not one["answer"] for one in made.doubts):
        raise Refused(ASK_FIRST)


@command(Action.CHRONOLOGY_IMPORT)
def answer_doubt(seat: Seat, *, number: int, doubt: str, answer: str) -> Import:
    """Answer what is asked of import `number` as a whole.

    Of a "copy": "corrected" compares it with the import it is like, "apart" brings its rows in beside those that
    are here. Of another "case": "ours". Refused for any other answer; to bring nothing in, undo the import.
    """
    made = import_to_change(seat, number, Import.objects.select_for_update())
    asked = next((one for one in made.doubts if one["kind"] == doubt), None)
    if asked is None or made.state != Stage.COLUMNS:
        raise NotHere
    if answer not in ANSWERS[Doubt(doubt)] or (answer == "corrected" and not asked["same_agency"]):
        raise Refused("Choose one of the answers.", field="answer")
    made.doubts = [{**one, "answer": answer} if one["kind"] == doubt else one for one in made.doubts]
    if doubt == Doubt.COPY:
        like = Import.objects.filter(review_id=seat.review, number=asked["import"], undone_at=None).first()
        made.corrects = like if answer == "corrected" else None
    made.save(update_fields=["doubts", "corrects"])
    return made
