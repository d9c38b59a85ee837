"""Every way the planning room changes."""

from casement.rooms.planning.commands.clocks import start_clock
from casement.rooms.planning.commands.dates import take_dates
from casement.rooms.planning.commands.feed import end_feed, make_feed
from casement.rooms.planning.commands.inviting import call_off
from casement.rooms.planning.commands.meetings import (
    answer_date,
    arrange_meeting,
    cancel_meeting,
    change_meeting,
    invite,
    remind_meeting,
)
from casement.rooms.planning.commands.pairs import accept_pairs, end_tie, keep_pair, note_tie
from casement.rooms.planning.commands.people import keep_address
from casement.rooms.planning.commands.plan import add_row, make_plan, move_row, switch_row
from casement.rooms.planning.commands.polls import answer_poll, ask_poll, remind_poll
from casement.rooms.planning.commands.replies import take_reply

__all__ = [
    "accept_pairs",
    "add_row",
    "answer_date",
    "answer_poll",
    "arrange_meeting",
    "ask_poll",
    "call_off",
    "cancel_meeting",
    "change_meeting",
    "end_feed",
    "end_tie",
    "invite",
    "keep_address",
    "keep_pair",
    "make_feed",
    "make_plan",
    "move_row",
    "note_tie",
    "remind_meeting",
    "remind_poll",
    "start_clock",
    "switch_row",
    "take_dates",
    "take_reply",
]
