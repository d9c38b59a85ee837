"""Meetings as dates, replies, and a person's own calendar."""

from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.web import action, page
from casement.rooms.planning import commands
from casement.rooms.planning.vocabulary import LEFT_WORDS, REPLY_NAMES, Left
from casement.rooms.planning.web.forms import meetings as forms
from casement.rooms.planning.web.pages import meetings as pages

READ, PLAN, ANSWER, HERE = Action.PLANNING_READ, Action.PLANNING_PLAN, Action.PLANNING_ANSWER, "meetings"

meetings = page(READ, pages.meetings_page, "planning/meetings.html", place=HERE)
meeting = page(
    READ,
    pages.meeting_page,
    "planning/meeting.html",
    place=HERE,
    kind="meeting",
    forms={"cancelling": forms.CancelMeeting},
)
arrange = page(PLAN, pages.arrange_page, "planning/arrange.html", place=HERE, forms={"form": forms.ArrangeMeeting})
change = page(
    PLAN,
    pages.change_page,
    "planning/arrange.html",
    place=HERE,
    kind="meeting",
    forms={"form": forms.ChangeMeeting},
)
replies = page(PLAN, pages.replies_page, "planning/replies.html", place=HERE, forms={"form": forms.ReplyFile})
mine = page(ANSWER, pages.date_page, "planning/date.html", kind="meeting", forms={"form": forms.AnswerDate})
by_link = page(
    ANSWER,
    pages.date_page,
    "planning/date.html",
    kind="meeting",
    forms={"form": forms.AnswerDate},
    through=Purpose.DATE,
)
calendar = page(Action.PLANNING_FEED, pages.calendar_page, "planning/calendar.html", place="calendar")
feed = page(Action.PLANNING_FEED, pages.feed_file, "", through=Purpose.FEED)


def to_meeting(seat: Seat, result: Any, *, number: int | None = None, **parts: object) -> str:
    """To the meeting."""
    return f"/reviews/{seat.ref}/meetings/{number or result.number}/"


def to_replies(seat: Seat, result: object, **parts: object) -> str:
    """Back to the page that reads replies."""
    return f"/reviews/{seat.ref}/meetings/replies/"


def to_mine(seat: Seat, result: object, *, number: int, **parts: object) -> str:
    """Back to one's own date."""
    return f"/reviews/{seat.ref}/dates/{number}/"


def back_by_link(seat: Seat, result: object, *, token: str, **parts: object) -> str:
    """Back to the private page."""
    return f"/date/{token}/"


def to_calendar(seat: Seat, result: object, **parts: object) -> str:
    """Back to one's calendar."""
    return "/calendar/"


def taken(result: Any) -> str:
    """What became of a reply."""
    if hasattr(result, "why"):
        return LEFT_WORDS[Left(result.why)]
    return f"The reply is taken: {REPLY_NAMES[result.reply].lower()}."


arrange_meeting = action(
    commands.arrange_meeting,
    form=forms.ArrangeMeeting,
    back=arrange,
    then=to_meeting,
    said="The meeting is arranged. Nobody is told yet.",
)
change_meeting = action(
    commands.change_meeting,
    form=forms.ChangeMeeting,
    back=change,
    then=to_meeting,
    said="The meeting is changed. Whoever had been invited is told.",
)
invite = action(commands.invite, form=None, back=meeting, then=to_meeting, said="The invitations are sent.")
remind_meeting = action(
    commands.remind_meeting, form=None, back=meeting, then=to_meeting, said="They are asked again."
)
cancel_meeting = action(
    commands.cancel_meeting,
    form=forms.CancelMeeting,
    back=meeting,
    name="cancelling",
    then=to_meeting,
    said="The meeting is cancelled. Whoever had been invited is told.",
)
take_reply = action(commands.take_reply, form=forms.ReplyFile, back=replies, then=to_replies, said=taken)
answer_mine = action(
    commands.answer_date, form=forms.AnswerDate, back=mine, then=to_mine, said="Thank you. Your answer is saved."
)
answer_by_link = action(
    commands.answer_date, form=forms.AnswerDate, back=by_link, then=back_by_link,
    said="Thank you. Your answer is saved. You can change it here.",
)  # fmt: skip
make_feed = action(
    commands.make_feed,
    form=None,
    back=calendar,
    then=to_calendar,
    said=lambda made: f"This is the address for your calendar program. Copy it now, it is shown once: {made.link}",
)
end_feed = action(
    commands.end_feed,
    form=None,
    back=calendar,
    then=to_calendar,
    said="The address is ended. Calendars find nothing there.",
)
