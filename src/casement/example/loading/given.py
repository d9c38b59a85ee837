"""Follow-on report 1 of the example goes out and comes back with comments; report 2 is begun."""

from datetime import timedelta

from casement.example.given import Remark
from casement.example.loading.places import NotThere, Places
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.reports import commands as reports
from casement.rooms.reports import queries
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.rules.freezing import numbered
from casement.rooms.reports.rules.tree import ReportTree, lines_of
from casement.rooms.reviews.queries import seat_of

COMMENTS_IN, OPEN_FOR = timedelta(days=11), timedelta(days=25)


def give(case: Case, places: Places, seat: Seat) -> None:
    """Write and release report 1, take in what the case group says, answer, and begin report 2."""
    reports.start_follow_on(seat, report=1)
    for key, prose in case.given.sections.items():
        text = f"{prose}\n\n{assembled_text(key)}"
        reports.edit_follow_on(seat, report=1, key=key, text=text, based_on=1)
    reports.issue_follow_on(
        seat,
        report=1,
        comments_by=today() + COMMENTS_IN,
        until=today() + OPEN_FOR,
        downloads=True,
        looked=True,
    )
    tree = queries.tree_of(queries.edition_for(seat, 1))
    for told in case.given.remarks:
        say(told, tree, places, seat)
    reports.start_follow_on(seat, report=2)


def say(told: Remark, tree: ReportTree, places: Places, seat: Seat) -> None:
    """One comment by somebody of the case group, and what became of it."""
    theirs = seat_of(places.seats[told.by].person_id, seat.ref)
    assert theirs is not None
    made = reports.send_comment(
        theirs,
        report=1,
        paragraph=paragraph_with(tree, told.at) if told.at else 0,
        kind=told.kind,
        text=told.text,
        anonymous=told.anonymous,
    )
    if told.episode:
        about = f"episode {places.episodes[told.episode]}"
        reports.tie_comment(seat, report=1, number=made.number, to=about, status=told.status, note=told.note)
    for reply in told.replies:
        reports.answer_comment(
            places.seats[reply.by],
            report=1,
            number=made.number,
            disposition=reply.disposition,
            text=reply.text,
            stands=reply.stands,
        )
        if reply.told:
            reports.tell_comment(seat, report=1, number=made.number)


def paragraph_with(tree: ReportTree, words: str) -> int:
    """The number of the first paragraph that holds these words."""
    for number, _, block in numbered(tree.sections):
        if number and any(words in line for line in lines_of(block)):
            return number
    raise NotThere(f"no paragraph of the follow-on report holds {words!r}")
