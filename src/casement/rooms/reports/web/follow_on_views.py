"""Pages and actions of follow-on reports, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.reports import commands
from casement.rooms.reports.queries import READ_KIND
from casement.rooms.reports.web import comments, follow_on, follow_on_forms, forms, reading

LIST, READ, WRITE = Action.FOLLOW_ON_LIST, Action.FOLLOW_ON_READ, Action.FOLLOW_ON_WRITE
PLACE = "follow_on"


def to_report(seat: Seat, result: object, *, report: int, **parts: object) -> str:
    """Back to the report's outline."""
    return follow_on.here(seat, report)


def to_section(seat: Seat, result: object, *, report: int, key: str, **parts: object) -> str:
    """Back to the section."""
    return f"{follow_on.here(seat, report)}sections/{key}/"


def to_paragraph(seat: Seat, result: object, *, report: int, paragraph: int) -> str:
    """Back to the paragraph, where the comment stands now."""
    return f"{follow_on.here(seat, report)}read/{paragraph}/"


def to_comments(seat: Seat, result: object, *, report: int, **parts: object) -> str:
    """Back to the comments."""
    return f"{follow_on.here(seat, report)}comments/"


def to_comment(seat: Seat, result: object, *, report: int, number: int) -> str:
    """Back to the comment."""
    return f"{follow_on.here(seat, report)}comments/{number}/"


follow_ons = page(LIST, follow_on.follow_ons_page, "reports/follow_ons.html", place=PLACE)
prepare = page(
    WRITE,
    follow_on.follow_on_page,
    "reports/follow_on.html",
    place=PLACE,
    kind="follow_on_draft",
    number="report",
    forms={"form": follow_on_forms.Issue, "days": follow_on_forms.Days, "back": follow_on_forms.TakeBack},
)
section = page(
    WRITE,
    follow_on.follow_on_section,
    "reports/section.html",
    place=PLACE,
    kind="follow_on_draft",
    number="report",
    forms={"form": forms.SectionText, "reset": forms.Reset, "settle": forms.Settle},
)
as_given = page(
    WRITE, follow_on.as_given_page, "reports/as_given.html", place=PLACE, kind="follow_on_draft", number="report"
)
draft_file = page(WRITE, reading.draft_file, "", place=PLACE, kind="export", number="report")
read = page(READ, reading.read_page, "reports/read.html", place=PLACE, kind=READ_KIND, number="report")
read_file = page(READ, reading.read_file, "", place=PLACE, kind="export", number="report")
paragraph = page(
    READ,
    reading.paragraph_page,
    "reports/paragraph.html",
    place=PLACE,
    kind=READ_KIND,
    number="report",
    forms={"form": follow_on_forms.Comment},
)
comments_list = page(
    Action.COMMENTS_READ, comments.comments_page, "reports/comments.html", place=PLACE, kind="comments"
)
comment = page(
    Action.COMMENTS_READ,
    comments.comment_page,
    "reports/comment.html",
    place=PLACE,
    kind="comment",
    forms={"form": follow_on_forms.Answer, "tie": follow_on_forms.Tie},
)

start = action(commands.start_follow_on, form=None, back=prepare, then=to_report, said="The report is started.")
edit = action(commands.edit_follow_on, form=forms.SectionText, back=section, then=to_section, said="Section saved.")
reset = action(
    commands.reset_follow_on,
    form=forms.Reset,
    back=section,
    then=to_section,
    name="reset",
    said="The first text is back. What stood there is kept below.",
)
settle = action(
    commands.settle_follow_on, form=forms.Settle, back=section, then=to_section, name="settle", said="Saved."
)
issue = action(
    commands.issue_follow_on,
    form=follow_on_forms.Issue,
    back=prepare,
    then=to_report,
    said="The report is open to the case group. What they read does not change when you go on writing.",
)
change_days = action(
    commands.change_days, form=follow_on_forms.Days, back=prepare, then=to_report, name="days", said="Saved."
)
take_back = action(
    commands.take_back_follow_on,
    form=follow_on_forms.TakeBack,
    back=prepare,
    then=to_report,
    name="back",
    said="It is taken back. What was already read cannot be.",
)
send = action(
    commands.send_comment,
    form=follow_on_forms.Comment,
    back=paragraph,
    then=to_paragraph,
    said="Your comment is sent. You will find the answer here.",
)
take_back_comment = action(
    commands.take_back_comment, form=None, back=comment, then=to_comments, said="Your comment is taken back."
)
answer = action(
    commands.answer_comment,
    form=follow_on_forms.Answer,
    back=comment,
    then=to_comment,
    said="The answer is saved. The person who wrote the comment can read it.",
)
tell = action(
    commands.tell_comment, form=None, back=comment, then=to_comment, said="The group can read the comment now."
)
keep = action(
    commands.keep_comment,
    form=None,
    back=comment,
    then=to_comment,
    said="It is no longer told to the group. What was read cannot be taken back.",
)
tie = action(
    commands.tie_comment, form=follow_on_forms.Tie, back=comment, then=to_comment, name="tie", said="Saved."
)
