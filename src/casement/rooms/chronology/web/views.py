"""Pages and actions of the chronology room, declared."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.chronology import commands
from casement.rooms.chronology.web import changes as corrected
from casement.rooms.chronology.web import forms, knowing, pages
from casement.rooms.chronology.web import one_line as in_one_line
from casement.rooms.chronology.web import same as pairs

chronologies = page(Action.CHRONOLOGY_READ, pages.list_page, "chronology/chronologies.html", place="chronologies")
bring_in = page(
    Action.CHRONOLOGY_IMPORT,
    pages.bring_page,
    "chronology/bring_in.html",
    place="chronologies",
    forms={"form": forms.BringIn},
)
columns = page(
    Action.CHRONOLOGY_READ,
    pages.columns_page,
    "chronology/columns.html",
    place="chronologies",
    kind="import",
    forms={
        "form": forms.MatchColumns,
        "sheet": forms.ChooseSheet,
        "other": forms.ChooseSheet,
        "doubt": forms.AnswerDoubt,
    },
)
rows = page(
    Action.CHRONOLOGY_READ,
    pages.rows_page,
    "chronology/rows.html",
    place="chronologies",
    kind="import",
    forms={"correct": forms.CorrectRow, "undated": forms.KeepUndated, "leave": forms.LeaveOut},
)
changes = page(
    Action.CHRONOLOGY_READ,
    corrected.changes_page,
    "chronology/changes.html",
    place="chronologies",
    kind="import",
    forms={"one": forms.SettleChange, "every": forms.SettleChanges},
)
done = page(Action.CHRONOLOGY_READ, pages.done_page, "chronology/done.html", place="chronologies")
original = page(Action.CHRONOLOGY_READ, pages.original, "", kind="import")
entry = page(
    Action.CHRONOLOGY_READ,
    pages.entry_page,
    "chronology/entry.html",
    place="chronologies",
    kind="entry",
    forms={
        "form": forms.CorrectEntry,
        "remove": forms.RemoveEntry,
        "tell": forms.Tell,
        "untell": forms.TakeBack,
        "linked": forms.Linked,
    },
)
add = page(
    Action.CHRONOLOGY_EDIT,
    pages.add_page,
    "chronology/add_entry.html",
    place="chronologies",
    forms={"form": forms.AddEntry},
)
strands = page(
    Action.CHRONOLOGY_READ,
    pages.strands_page,
    "chronology/strands.html",
    place="strands",
    kind="strands",
    forms={"born": forms.RecordBirth},
)
known = page(
    Action.CHRONOLOGY_KNOWN, knowing.known_page, "chronology/known.html", place="strands", kind="known_then"
)
hindsight = page(
    Action.CHRONOLOGY_HINDSIGHT, knowing.hindsight_page, "chronology/known.html", place="strands", kind="hindsight"
)
one_line = page(
    Action.CHRONOLOGY_KNOWN, in_one_line.one_line_page, "chronology/one_line.html", place="strands", kind="one_line"
)
one_line_file = page(Action.CODING_FILES, in_one_line.one_line_file, "", kind="one_line")
same = page(Action.CHRONOLOGY_KNOWN, pairs.same_page, "chronology/same.html", place="chronologies", kind="pairs")
pair = page(
    Action.CHRONOLOGY_KNOWN,
    pairs.pair_page,
    "chronology/pair.html",
    place="chronologies",
    kind="pair",
    forms={"answer": forms.Answered, "back": forms.TakeBack},
)


def to_columns(seat: Seat, made: Any, **parts: Any) -> str:
    """To what the columns become."""
    return f"/reviews/{seat.ref}/chronologies/imports/{made.number}/columns/"


def to_preview(seat: Seat, made: Any, **parts: Any) -> str:
    """To what would come of the rows."""
    return f"/reviews/{seat.ref}/chronologies/imports/{made.number}/columns/#coming"


def onward(seat: Seat, made: Any, **parts: Any) -> str:
    """To the next step that has something in it."""
    step = {"rows": "rows", "changes": "changes", "done": "done"}.get(made.state, "columns")
    return f"/reviews/{seat.ref}/chronologies/imports/{made.number}/{step}/"


def to_changes(seat: Seat, made: Any, **parts: Any) -> str:
    """To what else a corrected file changes, or what came of it."""
    step = "done" if made.state == "done" else "changes"
    return f"/reviews/{seat.ref}/chronologies/imports/{made.number}/{step}/"


def to_done(seat: Seat, made: Any, **parts: Any) -> str:
    """To what came of the import."""
    return f"/reviews/{seat.ref}/chronologies/imports/{made.number}/done/"


def to_entry(seat: Seat, made: Any, **parts: Any) -> str:
    """To the entry."""
    return f"/reviews/{seat.ref}/chronologies/entries/{made.number}/"


def to_that_entry(seat: Seat, made: Any, *, number: int, **parts: Any) -> str:
    """Back to the entry that was spoken of."""
    return f"/reviews/{seat.ref}/chronologies/entries/{number}/#others"


def to_strands(seat: Seat, made: Any, **parts: Any) -> str:
    """To the ages in the strands."""
    return f"/reviews/{seat.ref}/strands/#ages"


def to_pairs(seat: Seat, made: Any, **parts: Any) -> str:
    """To the pairs that are still to be answered."""
    return f"/reviews/{seat.ref}/chronologies/same/"


def to_pair(seat: Seat, made: Any, **parts: Any) -> str:
    """To the pair."""
    return f"/reviews/{seat.ref}/chronologies/same/{made.number}/"


take_in = action(commands.bring_in, form=forms.BringIn, back=bring_in, then=to_columns)
read_again = action(commands.read_again, form=None, back=columns, then=to_columns)
choose_sheet = action(commands.choose_sheet, form=forms.ChooseSheet, back=columns, then=to_columns, name="sheet")
another_sheet = action(commands.another_sheet, form=forms.ChooseSheet, back=columns, then=to_columns, name="other")
match_columns = action(commands.match_columns, form=forms.MatchColumns, back=columns, then=to_preview)
confirm_columns = action(commands.confirm_columns, form=forms.MatchColumns, back=columns, then=onward)
correct_row = action(
    commands.correct_row,
    form=forms.CorrectRow,
    back=rows,
    then=onward,
    name="correct",
    said="The row is put right and has come in.",
)
keep_undated = action(
    commands.keep_undated,
    form=forms.KeepUndated,
    back=rows,
    then=onward,
    name="undated",
    said="The row has come in without a date.",
)
leave_out = action(
    commands.leave_out, form=forms.LeaveOut, back=rows, then=onward, name="leave", said="The row is left out."
)
answer_doubt = action(commands.answer_doubt, form=forms.AnswerDoubt, back=columns, then=to_columns, name="doubt")
settle_change = action(
    commands.settle_change, form=forms.SettleChange, back=changes, then=to_changes, name="one", said="It is kept."
)
settle_changes = action(
    commands.settle_changes,
    form=forms.SettleChanges,
    back=changes,
    then=to_changes,
    name="every",
    said="It is kept.",
)
undo_import = action(
    commands.undo_import, form=None, back=done, then=to_done, said="The import is undone. The file is kept."
)
add_entry = action(commands.add_entry, form=forms.AddEntry, back=add, then=to_entry, said="The entry is added.")
correct_entry = action(
    commands.correct_entry,
    form=forms.CorrectEntry,
    back=entry,
    then=to_entry,
    said="The entry is corrected. What it said before is kept below.",
)
remove_entry = action(
    commands.remove_entry,
    form=forms.RemoveEntry,
    back=entry,
    then=to_entry,
    name="remove",
    said="The entry is taken out of its strand.",
)
record_telling = action(
    commands.record_telling, form=forms.Tell, back=entry, then=to_that_entry, name="tell", said="It is recorded."
)
take_back_telling = action(
    commands.take_back_telling,
    form=forms.TakeBack,
    back=entry,
    then=to_that_entry,
    name="untell",
    said="It is taken back and no longer counts.",
)
record_birth = action(
    commands.record_birth,
    form=forms.RecordBirth,
    back=strands,
    then=to_strands,
    name="born",
    said="It is recorded.",
)
take_back_birth = action(
    commands.take_back_birth, form=None, back=strands, then=to_strands, said="It is taken back. No age is shown."
)
link_entries = action(
    commands.link_entries,
    form=forms.Linked,
    back=entry,
    then=to_that_entry,
    name="linked",
    said="The two are put side by side. Both stay as they were recorded.",
)
look_for_same = action(
    commands.look_for_same, form=None, back=same, then=to_pairs, said="We are comparing the entries."
)
answer_pair = action(
    commands.answer_pair,
    form=forms.Answered,
    back=pair,
    then=to_pairs,
    name="answer",
    said="The answer is kept. Both entries stay as they were recorded.",
)
take_back_answer = action(
    commands.take_back_answer,
    form=forms.TakeBack,
    back=pair,
    then=to_pair,
    name="back",
    said="The answer is taken back. The pair is open again.",
)
