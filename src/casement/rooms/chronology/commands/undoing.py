"""A whole import is undone, but for entries that the analysis rests on."""

from __future__ import annotations

from casement.foundation import search
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.chronology.commands.changed import entries_changed
from casement.rooms.chronology.models import Change, Entry, Import, ImportRow
from casement.rooms.chronology.queries.citing import cited
from casement.rooms.chronology.queries.reaching import import_to_change
from casement.rooms.chronology.vocabulary import RowState, Said, Stage

UNDONE = "The import was undone."


@command(Action.CHRONOLOGY_IMPORT)
def undo_import(seat: Seat, *, number: int) -> Import:
    """Take out the entries of an import that nobody cites; the file and its rows stay.

    Entries that are cited stay in, and the import's notes name them. Refused while rows are still coming in, and
    when it was undone already.
    """
    made = import_to_change(seat, number, Import.objects.select_for_update())
    if made.state == Stage.FILE or made.sentence:
        raise NotHere
    if made.undone_at is not None:
        raise Refused("This import was undone already.")
    if made.state == Stage.BRINGING:
        raise Refused("The rows are still coming in. Wait until they are, then undo the import.")
    entries = Entry.objects.filter(rows__imported=made, removed_at=None)
    held = cited(entries.values_list("pk", flat=True))
    elsewhere = ImportRow.objects.filter(state=RowState.IN, imported__undone_at=None).exclude(imported=made)
    going = entries.exclude(pk__in=held).exclude(pk__in=elsewhere.filter(entry__isnull=False).values("entry"))
    for entry_number in going.values_list("number", flat=True):
        search.drop(seat.review, "entry", entry_number)
    Change.objects.filter(imported=made, answer="").update(answer=Said.LEFT, reason=UNDONE)
    rows = ImportRow.objects.filter(imported=made).exclude(entry__in=held)
    gone = list(going.values_list("pk", flat=True))
    rows.filter(state__in=(RowState.WAITING, RowState.ASKED, RowState.IN)).update(
        state=RowState.LEFT_OUT, reason=UNDONE
    )
    Entry.objects.filter(pk__in=gone).update(removed_at=now())
    entries_changed(seat.review)
    made.state, made.undone_at = Stage.DONE, now()
    if held:
        kept = sorted(Entry.objects.filter(pk__in=held).values_list("number", flat=True))
        listed = ", ".join(map(str, kept))
        made.notes = [*made.notes, f"Still in, because the analysis rests on them: entries {listed}."]
    made.save(update_fields=["state", "undone_at", "notes"])
    return made
