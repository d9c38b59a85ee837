"""Every way the coding room changes."""

from casement.rooms.coding.commands.codes import add_code, bring_back_code, define_code, retire_code
from casement.rooms.coding.commands.consensus import settle
from casement.rooms.coding.commands.marks import (
    change_mark,
    mark_passage,
    mark_words,
    remove_mark,
    restore_mark,
)
from casement.rooms.coding.commands.memos import change_memo, keep_memo, write_memo
from casement.rooms.coding.commands.rounds import close_round, not_yet, open_round, say_done

__all__ = [
    "add_code",
    "bring_back_code",
    "change_mark",
    "change_memo",
    "close_round",
    "define_code",
    "keep_memo",
    "mark_passage",
    "mark_words",
    "not_yet",
    "open_round",
    "remove_mark",
    "restore_mark",
    "retire_code",
    "say_done",
    "settle",
    "write_memo",
]
