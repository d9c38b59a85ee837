"""Every way the chronology room changes."""

from casement.rooms.chronology.commands.arriving import another_sheet, bring_in, read_again, take_tables
from casement.rooms.chronology.commands.births import record_birth, take_back_birth
from casement.rooms.chronology.commands.changes import settle_change, settle_changes
from casement.rooms.chronology.commands.columns import choose_sheet, confirm_columns, match_columns
from casement.rooms.chronology.commands.comparing import compare_rows
from casement.rooms.chronology.commands.doubting import answer_doubt
from casement.rooms.chronology.commands.entries import add_entry, correct_entry, remove_entry
from casement.rooms.chronology.commands.laying_out import mapping_of, stored_rows
from casement.rooms.chronology.commands.rows import correct_row, keep_undated, leave_out
from casement.rooms.chronology.commands.same import (
    LOOK,
    answer_pair,
    link_entries,
    look_for_same,
    offer_pairs,
    take_back_answer,
)
from casement.rooms.chronology.commands.settling import settle_rows
from casement.rooms.chronology.commands.telling import record_telling, take_back_telling
from casement.rooms.chronology.commands.undoing import undo_import

__all__ = [
    "LOOK",
    "add_entry",
    "another_sheet",
    "answer_doubt",
    "answer_pair",
    "bring_in",
    "choose_sheet",
    "compare_rows",
    "confirm_columns",
    "correct_entry",
    "correct_row",
    "keep_undated",
    "leave_out",
    "link_entries",
    "look_for_same",
    "mapping_of",
    "match_columns",
    "offer_pairs",
    "read_again",
    "record_birth",
    "record_telling",
    "remove_entry",
    "settle_change",
    "settle_changes",
    "settle_rows",
    "stored_rows",
    "take_back_answer",
    "take_back_birth",
    "take_back_telling",
    "take_tables",
    "undo_import",
]
