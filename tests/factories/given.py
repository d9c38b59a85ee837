"""A follow-on report as it is with the case group, and what was said of it."""

from datetime import timedelta

from casement.foundation.access import Role
from casement.foundation.clock import today
from casement.rooms.reports import commands, queries
from casement.rooms.reports.rules.freezing import numbered
from casement.rooms.reports.rules.tree import lines_of
from tests.factories.reviews import Cast

BY, UNTIL = timedelta(days=7), timedelta(days=21)


def issue(cast: Cast, report: int = 1, **more):
    """Start the report if need be, and open it to the case group."""
    commands.start_follow_on(cast.seat(), report=report)
    days = {"comments_by": today() + BY, "until": today() + UNTIL} | more
    return commands.issue_follow_on(cast.seat(), report=report, looked=True, **days)


def say(cast: Cast, text: str = "It was not like that.", *, report: int = 1, role=Role.CASE_GROUP, **more):
    """A comment by somebody of the case group."""
    facts = {"paragraph": 1, "kind": "fact"} | more
    return commands.send_comment(cast.seat(role), report=report, text=text, **facts)


def answer(cast: Cast, number: int, text: str = "We have changed it.", *, report: int = 1, **more):
    """What the lead did with a comment."""
    facts = {"disposition": "accepted"} | more
    return commands.answer_comment(cast.seat(), report=report, number=number, text=text, **facts)


def paragraph_with(cast: Cast, words: str, report: int = 1) -> int:
    """The number of the first paragraph of the edition that holds these words; 0 when none does."""
    tree = queries.tree_of(queries.edition_for(cast.seat(), report))
    found = (n for n, _, block in numbered(tree.sections) if n and any(words in line for line in lines_of(block)))
    return next(found, 0)
