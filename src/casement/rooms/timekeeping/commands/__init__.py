"""Every way time changes."""

from casement.rooms.timekeeping.commands.entries import add_time, change_time, remove_time
from casement.rooms.timekeeping.commands.expecting import copy_estimates, set_estimate, set_rate

__all__ = ["add_time", "change_time", "copy_estimates", "remove_time", "set_estimate", "set_rate"]
