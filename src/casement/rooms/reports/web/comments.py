"""What the pages receive on which comments are looked at and answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.reports import queries
from casement.rooms.reports.vocabulary import FOLLOW_ON, NAMES
from casement.rooms.reports.web.follow_on import here

SEEN_BY = "leads, team and who wrote each"


@dataclass(frozen=True)
class Line:
    """One comment with the beginning of the paragraph it speaks of."""

    said: queries.Said
    passage: str
    href: str


@dataclass(frozen=True)
class CommentsPage:
    """Comments on one report: all for leads and team, one's own and those told to the group for others."""

    report: int
    name: str
    here: str
    lines: tuple[Line, ...]
    answers: bool
    waiting: int
    read: str
    seen_by: str = SEEN_BY
    tab: str = "Comments"


def comments_page(seat: Seat, report: int) -> CommentsPage:
    """The comments on a report, those that wait for an answer first."""
    said = queries.comments(seat, report)
    passages = queries.passages(seat, report, {(one.edition, one.paragraph) for one in said})
    at = here(seat, report)
    answers = Reach.ALL in reach(seat.standing, Subject.COMMENTS, Verb.READ)
    lines = [
        Line(one, passages.get((one.edition, one.paragraph), ""), f"{at}comments/{one.number}/") for one in said
    ]
    if answers:
        lines.sort(key=lambda line: line.said.answer is not None)
    open_now = any(one.report == report and one.open for one in queries.editions(seat)) if reads(seat) else False
    return CommentsPage(
        report,
        NAMES[FOLLOW_ON[report]],
        at,
        tuple(lines),
        answers,
        sum(line.said.answer is None for line in lines),
        f"{at}read/" if open_now else "",
    )


def reads(seat: Seat) -> bool:
    """Whether follow-on reports are open to this person at all."""
    return bool(reach(seat.standing, Subject.FOLLOW_ON, Verb.READ))


@dataclass(frozen=True)
class CommentPage:
    """One comment: what was said, of what, what was done, what it concerns."""

    report: int
    name: str
    here: str
    said: queries.Said
    passage: str
    may_answer: bool
    may_tell: bool
    may_take_back: bool
    places: tuple[tuple[str, str], ...] = ()
    seen_by: str = SEEN_BY
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Comment"


def comment_page(seat: Seat, report: int, number: int) -> CommentPage:
    """One comment. NotHere when this person may not see it."""
    if report not in FOLLOW_ON:
        raise NotHere
    said = queries.comment(seat, report, number)
    passages = queries.passages(seat, report, {(said.edition, said.paragraph)})
    answers = allows(seat.standing, Action.COMMENTS_ANSWER)
    last = said.answer
    filled: dict[str, dict[str, Any]] = {"form": {"based_on": len(said.answers)}}
    if last is not None:
        filled["form"] |= {"disposition": last.disposition, "text": last.text, "stands": last.stands}
    return CommentPage(
        report=report,
        name=NAMES[FOLLOW_ON[report]],
        here=f"{here(seat, report)}comments/",
        said=said,
        passage=passages.get((said.edition, said.paragraph), ""),
        may_answer=answers,
        may_tell=allows(seat.standing, Action.COMMENTS_TELL),
        may_take_back=said.mine and last is None and not seat.standing.closed,
        places=queries.places_of(seat) if answers else (),
        filled=filled,
        tab=f"Comment {number}",
    )
