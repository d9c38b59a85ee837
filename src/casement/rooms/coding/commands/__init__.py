"""Every way the coding room changes."""

from casement.rooms.coding.commands.acts import change_mark, remove_mark, restore_mark, take_back
from casement.rooms.coding.commands.code_changes import merge_code, move_code, split_code, undo_code_event
from casement.rooms.coding.commands.codes import add_code, bring_back_code, define_code, retire_code
from casement.rooms.coding.commands.consensus import settle
from casement.rooms.coding.commands.exchange.arriving import BRING_IN, bring_in_exchange, go_on_with_exchange
from casement.rooms.coding.commands.exchange.codes import take_codes
from casement.rooms.coding.commands.exchange.ending import (
    fail_sent_exchange,
    finish_exchange,
    give_up_exchange,
    keep_sent_exchange,
)
from casement.rooms.coding.commands.exchange.leaving import SEND, let_go_of_sent, send_exchange
from casement.rooms.coding.commands.exchange.rest import take_rest
from casement.rooms.coding.commands.exchange.sources import take_source
from casement.rooms.coding.commands.marks import mark_passage, mark_words
from casement.rooms.coding.commands.memos import change_memo, keep_memo, write_code_memo, write_memo
from casement.rooms.coding.commands.rounds import close_round, not_yet, open_round, say_done
from casement.rooms.coding.commands.signs import word_signs
from casement.rooms.coding.commands.views import change_view, keep_view, remove_view

__all__ = [
    "BRING_IN",
    "SEND",
    "add_code",
    "bring_back_code",
    "bring_in_exchange",
    "change_mark",
    "change_memo",
    "change_view",
    "close_round",
    "define_code",
    "fail_sent_exchange",
    "finish_exchange",
    "give_up_exchange",
    "go_on_with_exchange",
    "keep_memo",
    "keep_sent_exchange",
    "keep_view",
    "let_go_of_sent",
    "mark_passage",
    "mark_words",
    "merge_code",
    "move_code",
    "not_yet",
    "open_round",
    "remove_mark",
    "remove_view",
    "restore_mark",
    "retire_code",
    "say_done",
    "send_exchange",
    "settle",
    "split_code",
    "take_back",
    "take_codes",
    "take_rest",
    "take_source",
    "undo_code_event",
    "word_signs",
    "write_code_memo",
    "write_memo",
]
