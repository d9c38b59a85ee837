"""Every way the meetings room changes."""

from casement.rooms.meetings.commands.agenda import (
    add_item,
    change_item,
    choose_agenda,
    drop_item,
    link_paper,
    move_item,
    unlink_paper,
)
from casement.rooms.meetings.commands.attendance import note_attendance
from casement.rooms.meetings.commands.minutes import agree_minutes, correct_minutes
from casement.rooms.meetings.commands.notes import add_entry, change_entry, link_entry, take_back_entry
from casement.rooms.meetings.commands.settling import decide_said, settle_entry, settle_my_action

__all__ = [
    "add_entry",
    "add_item",
    "agree_minutes",
    "change_entry",
    "change_item",
    "choose_agenda",
    "correct_minutes",
    "decide_said",
    "drop_item",
    "link_entry",
    "link_paper",
    "move_item",
    "note_attendance",
    "settle_entry",
    "settle_my_action",
    "take_back_entry",
    "unlink_paper",
]
