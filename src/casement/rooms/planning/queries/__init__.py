"""How plans, clocks, polls, pairs and meetings are read."""

from casement.rooms.planning.queries.clocks import ClockLine, clock_lines
from casement.rooms.planning.queries.meetings import InviteeLine, MeetingLine, MeetingView, meeting, meetings
from casement.rooms.planning.queries.mine import MyDate, MyPoll, my_date, my_dates, my_poll, my_polls
from casement.rooms.planning.queries.pairs import HeardLine, Pairing, Sitting, pairing
from casement.rooms.planning.queries.people import PlaceLine, places
from casement.rooms.planning.queries.plan import MoveLine, PlanView, RowLine, RowView, plan, row
from casement.rooms.planning.queries.polls import PollLine, polls
from casement.rooms.planning.queries.proposals import For, Person, Polled, polled

__all__ = [
    "ClockLine",
    "For",
    "HeardLine",
    "InviteeLine",
    "MeetingLine",
    "MeetingView",
    "MoveLine",
    "MyDate",
    "MyPoll",
    "Pairing",
    "Person",
    "PlaceLine",
    "PlanView",
    "PollLine",
    "Polled",
    "RowLine",
    "RowView",
    "Sitting",
    "clock_lines",
    "meeting",
    "meetings",
    "my_date",
    "my_dates",
    "my_poll",
    "my_polls",
    "pairing",
    "places",
    "plan",
    "polled",
    "polls",
    "row",
]
