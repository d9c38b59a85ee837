"""Addresses of planning: those of a review, one's own calendar, and what private links open."""

from django.urls import include, path

from casement.foundation.web import both
from casement.rooms.planning.web.views import meetings, people, plan

app_name = "planning"
inside = [
    path("plan/", plan.plan, name="plan"),
    path("plan/new/", both(plan.make, plan.make_plan), name="make"),
    path("plan/rows/new/", both(plan.add, plan.add_row), name="add"),
    path("plan/rows/<int:number>/", both(plan.row, plan.move_row), name="row"),
    path("plan/rows/<int:number>/switch/", both(plan.row, plan.switch_row), name="switch"),
    path("plan/clocks/", both(plan.clocks, plan.start_clock), name="clocks"),
    path("plan/people/", people.people, name="people"),
    path("plan/people/<int:number>/", both(people.address, people.keep_address), name="address"),
    path("plan/pairs/", people.pairs, name="pairs"),
    path("plan/pairs/accepting/", both(people.pairs, people.accept_pairs), name="accept"),
    path("plan/pairs/<int:number>/", both(people.pair, people.keep_pair), name="pair"),
    path("plan/ties/", both(people.pairs, people.note_tie), name="ties"),
    path("plan/ties/<int:number>/ending/", people.end_tie, name="end_tie"),
    path("plan/polls/new/", both(people.ask, people.ask_poll), name="ask"),
    path("plan/polls/<int:number>/", both(people.poll, people.take_dates), name="poll"),
    path("plan/polls/<int:number>/reminder/", people.remind_poll, name="remind_poll"),
    path("polls/<int:number>/", both(people.mine, people.answer_mine), name="my_poll"),
    path("dates/<int:number>/", both(meetings.mine, meetings.answer_mine), name="my_date"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", both(meetings.arrange, meetings.arrange_meeting), name="arrange"),
    path("meetings/replies/", both(meetings.replies, meetings.take_reply), name="replies"),
    path("meetings/<int:number>/", meetings.meeting, name="meeting"),
    path("meetings/<int:number>/change/", both(meetings.change, meetings.change_meeting), name="change"),
    path("meetings/<int:number>/invitations/", meetings.invite, name="invite"),
    path("meetings/<int:number>/reminder/", meetings.remind_meeting, name="remind_meeting"),
    path("meetings/<int:number>/cancelling/", both(meetings.meeting, meetings.cancel_meeting), name="cancel"),
]
urlpatterns = [
    path("calendar/", meetings.calendar, name="calendar"),
    path("calendar/address/", meetings.make_feed, name="make_feed"),
    path("calendar/address/ending/", meetings.end_feed, name="end_feed"),
    path("feed/<str:token>.ics", meetings.feed, name="feed"),
    path("poll/<str:token>/", both(people.by_link, people.answer_by_link), name="poll_by_link"),
    path("date/<str:token>/", both(meetings.by_link, meetings.answer_by_link), name="date_by_link"),
    path("reviews/<ref>/", include(inside)),
]
