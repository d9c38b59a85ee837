"""Tables of the planning room, by noun."""

from casement.rooms.planning.models.meetings import Invitee, Meeting, ReplyNote
from casement.rooms.planning.models.pairs import Pair, TieNote
from casement.rooms.planning.models.plan import ClockStart, DateMove, Plan, PlanRow
from casement.rooms.planning.models.polls import Address, Asked, Poll, PollAnswer, Slot

__all__ = [
    "Address",
    "Asked",
    "ClockStart",
    "DateMove",
    "Invitee",
    "Meeting",
    "Pair",
    "Plan",
    "PlanRow",
    "Poll",
    "PollAnswer",
    "ReplyNote",
    "Slot",
    "TieNote",
]
