"""Every way the conversations room changes."""

from casement.rooms.conversations.commands.arranging import (
    book_conversation,
    choose_pair,
    move_conversation,
    propose_conversation,
)
from casement.rooms.conversations.commands.checking import agree_write_up, leave_conversation, remark_on_write_up
from casement.rooms.conversations.commands.explaining import explain_status, record_recording
from casement.rooms.conversations.commands.going import let_go_after_hold
from casement.rooms.conversations.commands.noting import leave_process, name_turning_point, open_queries, save_note
from casement.rooms.conversations.commands.own import save_contacts, save_learning_note
from casement.rooms.conversations.commands.puzzles import choose_query, drop_query
from casement.rooms.conversations.commands.releasing import release_conversation
from casement.rooms.conversations.commands.writing_up import make_check_link, save_write_up, send_write_up

__all__ = [
    "agree_write_up",
    "book_conversation",
    "choose_pair",
    "choose_query",
    "drop_query",
    "explain_status",
    "leave_conversation",
    "leave_process",
    "let_go_after_hold",
    "make_check_link",
    "move_conversation",
    "name_turning_point",
    "open_queries",
    "propose_conversation",
    "record_recording",
    "release_conversation",
    "remark_on_write_up",
    "save_contacts",
    "save_learning_note",
    "save_note",
    "save_write_up",
    "send_write_up",
]
