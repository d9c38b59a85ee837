"""Every way the coding room changes."""

from casement.rooms.coding.commands.codes import add_code, bring_back_code, define_code, retire_code
from casement.rooms.coding.commands.marks import (
    change_mark,
    mark_passage,
    mark_words,
    remove_mark,
    restore_mark,
)
from casement.rooms.coding.commands.memos import change_memo, keep_memo, write_memo

__all__ = [
    "add_code",
    "bring_back_code",
    "change_mark",
    "change_memo",
    "define_code",
    "keep_memo",
    "mark_passage",
    "mark_words",
    "remove_mark",
    "restore_mark",
    "retire_code",
    "write_memo",
]
