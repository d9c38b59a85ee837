"""Giving a follow-on report to the case group: an edition is frozen, opened until a day, and can be taken back."""

import hashlib
from datetime import date, timedelta

from django.db.models import Max

from casement.foundation.access import Role, Seat, Subject
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now, today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reports.commands.sections import follow_on
from casement.rooms.reports.models import Issued, Report
from casement.rooms.reports.queries.whole import desk
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.freezing import frozen, thawed
from casement.rooms.reports.vocabulary import (
    FOLLOW_ON_NUMBER,
    LAST_FOLLOW_ON,
    NAMES,
    SECTION,
    TROUBLE_NAMES,
    Edition,
)
from casement.rooms.reviews import commands as reviews
from casement.rooms.reviews.models import Release

LONGEST = 183  # days a report may lie open
WORDS_HIDDEN = "Words were hidden behind labels or blacked out after this edition was made. Release it again."


@command(Action.FOLLOW_ON_ISSUE)
def issue_follow_on(
    seat: Seat, *, report: int, comments_by: date, until: date, downloads: bool = False, looked: bool = False
) -> Issued:
    """Freeze the report as it stands and open it to the case group; an edition that was open before is closed.

    Refused while names, words that may not be printed or dead references are in it, until somebody says they
    `looked` at what else is listed, and for days that have passed or lie too far ahead.
    """
    kind = follow_on(report)
    check_days(comments_by, until)
    told = desk(seat, kind, afresh=True)
    row = Report.objects.select_for_update().filter(review_id=seat.review, kind=kind).first()
    if row is None or not told.started:
        raise Refused("Start this report first.")
    tree = told.tree(Edition.CASE_GROUP)
    if wrong := publishing.stops(tree):
        kinds = ", ".join(dict.fromkeys(TROUBLE_NAMES[one.kind].lower() for one in wrong))
        places = ", ".join(dict.fromkeys(SECTION[one.section].title if one.section else "the cover and the notes"
                                         for one in wrong))  # fmt: skip
        raise Refused(f"This report cannot be released yet: {kinds}. Put them right in: {places}.")
    if publishing.to_look_at(tree) and not looked:
        raise Refused("Read the list of things to look at, then tick that you have.", field="looked")
    text = frozen(tree)
    row.issued.filter(ended_at=None).update(ended_at=now(), ended_because="A newer edition took its place.")
    made = Issued.objects.create(
        report=row,
        number=(row.issued.aggregate(last=Max("number"))["last"] or 0) + 1,
        tree=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        comments_by=comments_by,
        until=until,
        downloads=downloads,
        by_id=seat.person_id,
    )
    if not Release.objects.filter(
        review_id=seat.review, subject=Subject.FOLLOW_ON, role=Role.CASE_GROUP, ended_at=None
    ).exists():
        reviews.release(seat, subject=Subject.FOLLOW_ON, role=Role.CASE_GROUP)
    note_hearing(seat, report, comments_by)
    return made


@command(Action.FOLLOW_ON_ISSUE)
def change_days(seat: Seat, *, report: int, comments_by: date, until: date, downloads: bool = False) -> Issued:
    """Change until when the edition that is open is read and commented on, and whether it may be saved."""
    made = open_edition(seat, report)
    check_days(comments_by, until)
    made.comments_by, made.until, made.downloads = comments_by, until, downloads
    made.save(update_fields=["comments_by", "until", "downloads"])
    note_hearing(seat, report, comments_by)
    return made


@command(Action.FOLLOW_ON_END)
def take_back_follow_on(seat: Seat, *, report: int, reason: str) -> Issued:
    """Close the edition that is open, now, with the reason its readers are told. Comments and answers stay."""
    made = open_edition(seat, report)
    if not reason.strip():
        raise Refused("Say why it is taken back. The case group reads this.", field="reason")
    made.ended_at, made.ended_because = now(), reason.strip()
    made.save(update_fields=["ended_at", "ended_because"])
    if today() <= made.comments_by:
        note_hearing(seat, report, None)
    return made


def note_hearing(seat: Seat, report: int, comments_by: date | None) -> None:
    """Tell the review from which day the case group has had its say: the day after comments on the last report."""
    if report == LAST_FOLLOW_ON:
        reviews.note_hearing(seat, heard_from=comments_by + timedelta(days=1) if comments_by else None)


def let_go_of_editions(seat: Seat) -> None:
    """Close every edition that is open: words in it are hidden now. For use inside a command that hid them."""
    for one in Issued.objects.filter(report__review_id=seat.review, ended_at=None).select_related("report"):
        close_now(seat, one)


def erase_editions(seat: Seat, *, words: str) -> tuple[str, ...]:
    """Let go of the text of every edition that holds words which are being blacked out, and say which; the
    fingerprint of each stays. For use inside a command that blacks them out.
    """
    sought, told = " ".join(words.casefold().split()), []
    for one in Issued.objects.filter(report__review_id=seat.review).exclude(tree="").select_related("report"):
        lines = (line for _, line in publishing.every_line(thawed(one.tree)))
        if any(sought in " ".join(line.casefold().split()) for line in lines):
            if one.ended_at is None:
                close_now(seat, one)
            one.tree = ""
            one.save(update_fields=["tree"])
            told.append(f"{NAMES[one.report.kind].lower()}, edition {one.number}, whose text is no longer kept")
    return tuple(told)


def close_now(seat: Seat, one: Issued) -> None:
    """Close an edition whose words are hidden. Where comments were still asked for, the group has had no say."""
    one.ended_at, one.ended_because = now(), WORDS_HIDDEN
    one.save(update_fields=["ended_at", "ended_because"])
    if today() <= one.comments_by:
        note_hearing(seat, FOLLOW_ON_NUMBER[one.report.kind], None)


def open_edition(seat: Seat, report: int) -> Issued:
    """The edition that was not taken back, locked. NotHere when there is none."""
    found = (
        Issued.objects.select_for_update(of=("self",))
        .filter(report__review_id=seat.review, report__kind=follow_on(report), ended_at=None)
        .first()
    )
    if found is None:
        raise NotHere
    return found


def check_days(comments_by: date, until: date) -> None:
    """Refuse days that make no sense."""
    if comments_by < today():
        raise Refused("This day has passed. Choose a day ahead.", field="comments_by")
    if until < comments_by:
        raise Refused("Choose the day comments are asked for, or a later one.", field="until")
    if (until - today()).days > LONGEST:
        raise Refused("A follow-on report is open for half a year at most. Choose an earlier day.", field="until")
