"""Since you were here: what is new in somebody's reviews, by kind and role label, without what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casement.desk.panes import amount, listed
from casement.foundation.access import SUBJECT_NAMES, Reach, Role, Seat, Subject, Verb, reach
from casement.foundation.design.day_words import date_words
from casement.foundation.since import Since, new_from
from casement.foundation.waiting import Rows, Told, Waiting
from casement.rooms.analysis.queries.changed import changed_analysis
from casement.rooms.chronology.queries.changed import changed_entries
from casement.rooms.conversations.queries.changed import changed_conversations
from casement.rooms.planning.queries.changed import changed_dates
from casement.rooms.proceedings.queries.changed import changed_outside
from casement.rooms.reports.queries.changed import changed_comments
from casement.rooms.responses.queries import changed_responses
from casement.rooms.reviews.queries import changed_reviews
from casement.rooms.reviews.rules.processes import Process
from casement.rooms.sources.queries.changed import changed_sources


@dataclass(frozen=True)
class Change:
    """One kind of thing that is new in one review: how it is called, who it came from, and where it is."""

    review: str
    title: str
    who: str
    href: str


# For each kind: its words for one, its words for several, and the place below the review where it can be seen.
COUNTED = {
    "asked": ("request for records was made", "requests for records were made", "requests/"),
    "requests": (
        "note was added to a request for records",
        "notes were added to requests for records",
        "requests/",
    ),
    "sources": ("source came in", "sources came in", "sources/"),
    "entries": ("entry came into the chronologies", "entries came into the chronologies", "strands/"),
    "conversations": ("conversation moved on", "conversations moved on", "conversations/"),
    "meetings": ("meeting was arranged or changed", "meetings were arranged or changed", "meetings/"),
    "cancelled": ("meeting was cancelled", "meetings were cancelled", "meetings/"),
    "episodes": ("episode was begun", "episodes were begun", "episodes/"),
    "findings": ("finding was begun", "findings were begun", "findings/"),
    "comments": ("comment came on a follow-on report", "comments came on follow-on reports", "follow-on/"),
    "answers": ("comment of yours was answered", "comments of yours were answered", "follow-on/"),
    "proceedings": ("proceeding was recorded", "proceedings were recorded", "proceedings/"),
    "holds": ("hold was placed", "holds were placed", "holds/"),
    "lifted": ("hold was lifted", "holds were lifted", "holds/"),
    "presentations": (
        "presentation to the board was written down",
        "presentations to the board were written down",
        "response/",
    ),
    "responses": ("answer of the board was written", "answers of the board were written", "response/"),
    "progress": ("report on an action came", "reports on actions came", "response/actions/"),
    "impact": ("entry says what became different", "entries say what became different", "response/actions/"),
    "disclosures": ("disclosure was recorded", "disclosures were recorded", "disclosures/"),
}
# For somebody who took part: the same without amounts, and only what is about themselves.
QUIETLY = {
    "sources": "Something was written down from what you told us",
    "conversations": "Your conversation has moved on",
    "answers": "What you said of a report was answered",
}
QUIET = frozenset({Role.CASE_GROUP, Role.FAMILY})
MOST_NAMES = 3
OPENED = {Subject.FOLLOW_ON: "follow-on/", Subject.DRAFT_REPORT: "report/", Subject.WORKING: "episodes/"}


def changes_asked(sinces: Sequence[Since]) -> list[Rows]:
    """What every room has to say of what is new; the rows of one query."""
    return [
        *changed_reviews(sinces),
        *changed_outside(sinces),
        *changed_dates(sinces),
        *changed_sources(sinces),
        *changed_conversations(sinces),
        *changed_entries(sinces),
        *changed_analysis(sinces),
        *changed_comments(sinces),
        *changed_responses(sinces),
    ]


def changes_from(
    told: Told, sinces: Sequence[Since], names: Mapping[int, str], ways: Mapping[int, Process]
) -> tuple[Change, ...]:
    """What is new, review by review; `names` says what each is called for this person, `ways` its process."""
    found: list[Change] = []
    for one in sinces:
        new = new_from(told[one.seat.review])
        lines = [*_said(one.seat, ways.get(one.seat.review), new), *_counted(one.seat, new)]
        found += [Change(names[one.seat.review], *line) for line in lines]
    return tuple(found)


def _said(seat: Seat, way: Process | None, new: Sequence[Waiting]) -> list[tuple[str, str, str]]:
    """What is told by itself: the last move, who came and went, what was opened."""
    here = f"/reviews/{seat.ref}/"
    told = []
    moves = sorted((each for each in new if each.kind == "moved"), key=lambda each: each.number)
    if moves and way:
        step, who = moves[-1].words.split("|", 1)
        told.append((_moved(way, step), _by(seat, [who]), f"{here}steps/"))
    for kind, words in (("joined", "has a place now"), ("left", "has left")):
        people = sorted(each.words for each in new if each.kind == kind)
        if len(people) == 1:
            told.append((f"{people[0]} {words}", "", f"{here}members/"))
        elif people:
            several = words.replace("has", "have").replace("a place", "places")
            told.append((f"{len(people)} people {several}", f"{_some(people)}.", f"{here}members/"))
    for each in sorted((one for one in new if one.kind in ("released", "granted")), key=lambda one: one.words):
        what = SUBJECT_NAMES[Subject(each.words)]
        until = f"Until {date_words(each.day)}." if each.day else ""
        told.append(
            (f"Opened to you: {what[:1].lower()}{what[1:]}", until, here + OPENED.get(Subject(each.words), ""))
        )
    return told


def _moved(way: Process, step: str) -> str:
    if step in ("closed", "open"):
        return "The review was closed" if step == "closed" else "The review was opened again"
    return f"The review moved on to “{way.step(step).label}”"


def _counted(seat: Seat, new: Sequence[Waiting]) -> list[tuple[str, str, str]]:
    """What is told by how many there are, and from whom."""
    told = []
    for kind, (one, several, path) in COUNTED.items():
        rows = [each for each in new if each.kind == kind and each.number]
        if seat.standing.role in QUIET and kind in QUIETLY and rows:
            told.append((QUIETLY[kind], "", f"/reviews/{seat.ref}/{path}"))
        elif rows and seat.standing.role not in QUIET:
            title = amount(sum(each.number for each in rows), one, several)
            told.append((title, _by(seat, [each.words for each in rows]), f"/reviews/{seat.ref}/{path}"))
    return told


def _by(seat: Seat, who: Sequence[str]) -> str:
    """From whom, for those who may know everybody's label."""
    names = sorted({each for each in who if each})
    if not names or Reach.ALL not in reach(seat.standing, Subject.IDENTITY, Verb.READ):
        return ""
    return f"By {_some(names)}."


def _some(names: list[str]) -> str:
    """The first few of these names, and how many more there are."""
    more = len(names) - MOST_NAMES
    return listed(names) if more <= 1 else listed([*names[:MOST_NAMES], f"{more} more"])
