"""Every way the chronology room changes."""

from casement.rooms.chronology.commands.arriving import another_sheet, bring_in, read_again, take_tables
from casement.rooms.chronology.commands.columns import choose_sheet, confirm_columns, match_columns
from casement.rooms.chronology.commands.entries import add_entry, correct_entry, remove_entry
from casement.rooms.chronology.commands.laying_out import mapping_of, stored_rows
from casement.rooms.chronology.commands.rows import correct_row, keep_undated, leave_out
from casement.rooms.chronology.commands.settling import settle_rows
from casement.rooms.chronology.commands.undoing import undo_import

__all__ = [
    "add_entry",
    "another_sheet",
    "bring_in",
    "choose_sheet",
    "confirm_columns",
    "correct_entry",
    "correct_row",
    "keep_undated",
    "leave_out",
    "mapping_of",
    "match_columns",
    "read_again",
    "remove_entry",
    "settle_rows",
    "stored_rows",
    "take_tables",
    "undo_import",
]
