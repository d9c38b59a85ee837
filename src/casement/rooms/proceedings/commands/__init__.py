"""Every way that what bears on a review from outside changes."""

from casement.rooms.proceedings.commands.disclosing import disclose
from casement.rooms.proceedings.commands.flags import put_flag
from casement.rooms.proceedings.commands.holds import ask_to_lift, lift_hold, look_at_hold, place_hold
from casement.rooms.proceedings.commands.keeping import set_keeping
from casement.rooms.proceedings.commands.register import end_proceeding, look_at_proceeding, record_proceeding
from casement.rooms.proceedings.commands.stopping import refuse_while_held

__all__ = [
    "ask_to_lift",
    "disclose",
    "end_proceeding",
    "lift_hold",
    "look_at_hold",
    "look_at_proceeding",
    "place_hold",
    "put_flag",
    "record_proceeding",
    "refuse_while_held",
    "set_keeping",
]
