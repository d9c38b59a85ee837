"""What the pages receive on which leads and team prepare a follow-on report: all of them, one, its preview."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.actions import Action, allows
from casement.foundation.clock import today
from casement.foundation.design.parts import Pages
from casement.foundation.refusals import NotHere
from casement.foundation.waiting import asked_at_once
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.vocabulary import FOLLOW_ON, NAMES, Edition
from casement.rooms.reports.web.pages import SERIOUS, PartLines, SectionPage, outline, section_of
from casement.rooms.reports.web.words import Group, groups, on, pages_of

COMMENTS_IN, OPEN_FOR = timedelta(days=14), timedelta(days=28)
READERS = "leads, team and case group"


@dataclass(frozen=True)
class ReportLine:
    """One follow-on report in the list: how it stands in words, and where this person goes from here."""

    name: str
    stands: str
    work: str = ""
    read: str = ""
    comments: str = ""
    waiting: str = ""


@dataclass(frozen=True)
class FollowOnsPage:
    """Both follow-on reports, as this person may know of them."""

    lines: tuple[ReportLine, ...]
    may_work: bool
    tab: str = "Follow-on reports"


def follow_ons_page(seat: Seat) -> FollowOnsPage:
    """Both reports with how each stands."""
    found = {one.report: one for one in queries.editions(seat)}
    needs = queries.reports_to_read([seat]).get(seat.review) or queries.Needs()
    told = asked_at_once(queries.comments_waiting([seat])).get(seat.review, ())
    needs.unanswered = queries.comments_from(told).unanswered
    works = queries.may_work(seat) and queries.writes(seat)
    lines = []
    for number, kind in FOLLOW_ON.items():
        edition = found.get(number)
        at = here(seat, number)
        reads = edition is not None and (edition.open or queries.writes(seat))
        reads = reads and bool(reach(seat.standing, Subject.FOLLOW_ON, Verb.READ))
        waiting = needs.unanswered.get(number, 0)
        talks = edition is not None and allows(seat.standing, Action.COMMENTS_READ)
        lines.append(
            ReportLine(
                NAMES[kind],
                stands(edition),
                work=at if works else "",
                read=f"{at}read/" if reads else "",
                comments=f"{at}comments/" if talks else "",
                waiting=count(waiting, "comment waits", "comments wait") + " for an answer" if waiting else "",
            )
        )
    return FollowOnsPage(tuple(lines), works)


def here(seat: Seat, report: int) -> str:
    """Where a follow-on report is prepared."""
    return f"/reviews/{seat.ref}/follow-on/{report}/"


def count(number: int, one: str, many: str) -> str:
    """A number with its words."""
    return f"{number} {one if number == 1 else many}"


def stands(edition: Any) -> str:
    """How a report stands with the case group, in words."""
    if edition is None:
        return "Not released to the case group yet."
    if edition.ended:
        return f"Closed. {edition.ended_because}".strip()
    if not edition.open:
        return f"It was open to the case group until {on(edition.until)}."
    asked = "Comments were asked for by" if edition.late else "Comments by"
    return f"Open to the case group until {on(edition.until)}. {asked} {on(edition.comments_by)}."


@dataclass(frozen=True)
class FollowOnPage:
    """One follow-on report as it is prepared, given out and answered."""

    report: int
    name: str
    started: bool
    may_write: bool
    may_issue: bool
    here: str
    stands: str
    open: bool
    issued: bool
    parts: tuple[PartLines, ...] = ()
    wrong: tuple[Group, ...] = ()
    stops: tuple[Group, ...] = ()
    look: tuple[Group, ...] = ()
    readers: tuple[queries.Reader, ...] = ()
    waiting: int = 0
    comments: int = 0
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Follow-on report"

    @property
    def unopened(self) -> tuple[queries.Reader, ...]:
        """Who has not opened it, in the order of their places."""
        return tuple(one for one in self.readers if not one.opened)


def follow_on_page(seat: Seat, report: int) -> FollowOnPage:
    """The outline of a follow-on report, what is in the way of releasing it, and what came back."""
    if report not in FOLLOW_ON:
        raise NotHere
    desk = queries.desk(seat, FOLLOW_ON[report])
    edition = next((one for one in queries.editions(seat) if one.report == report), None)
    facts: dict[str, Any] = {
        "report": report,
        "name": NAMES[FOLLOW_ON[report]],
        "may_write": allows(seat.standing, Action.FOLLOW_ON_WRITE),
        "may_issue": allows(seat.standing, Action.FOLLOW_ON_ISSUE),
        "here": here(seat, report),
        "stands": stands(edition),
        "open": edition is not None and not edition.ended,
        "issued": edition is not None,
        "tab": f"Follow-on report {report}",
    }
    if not desk.started:
        return FollowOnPage(started=False, **facts)
    tree = desk.tree(Edition.INTERNAL)
    given = desk.tree(Edition.CASE_GROUP)
    amounts = queries.amounts(seat, report)
    days: dict[str, Any] = {"comments_by": today() + COMMENTS_IN, "until": today() + OPEN_FOR}
    if edition is not None and edition.open:
        days = {"comments_by": edition.comments_by, "until": edition.until, "downloads": edition.downloads}
    return FollowOnPage(
        started=True,
        parts=outline(seat, desk, tree),
        wrong=groups(seat, [one for one in tree.problems if one.kind in SERIOUS]),
        stops=groups(seat, publishing.stops(given)),
        look=groups(seat, publishing.to_look_at(given)),
        readers=queries.readers(seat, edition) if edition else (),
        waiting=amounts.waiting,
        comments=amounts.all,
        filled={"form": days, "days": days},
        **facts,
    )


def follow_on_section(seat: Seat, report: int, key: str) -> SectionPage:
    """One section of a follow-on report. Raises NotHere for a key that is none."""
    if report not in FOLLOW_ON or not queries.writes(seat):
        raise NotHere
    return section_of(seat, FOLLOW_ON[report], key, here(seat, report))


@dataclass(frozen=True)
class AsGivenPage:
    """A follow-on report as the case group would read it, were it released now."""

    report: int
    name: str
    here: str
    html: SafeString
    pages: Pages
    files: tuple[tuple[str, str], ...]
    tab: str = "Preview"


def as_given_page(seat: Seat, report: int, asked: QueryDict) -> AsGivenPage:
    """The edition for the case group as it stands now."""
    tree = drafted(seat, report)
    page = pages_of(asked, 10_000, 1, "")
    html, last = exports.leaf(tree, page.current, "?page=")
    at = here(seat, report)
    return AsGivenPage(
        report,
        NAMES[FOLLOW_ON[report]],
        at,
        mark_safe(html),
        pages_of(asked, last, 1, "pages"),
        (("Word", f"{at}preview/file.docx"), ("PDF", f"{at}preview/file.pdf")),
    )


def drafted(seat: Seat, report: int) -> Any:
    """The tree of the edition for the case group. NotHere before the report is begun."""
    if report not in FOLLOW_ON or not queries.writes(seat):
        raise NotHere
    desk = queries.desk(seat, FOLLOW_ON[report])
    if not desk.started:
        raise NotHere
    return desk.tree(Edition.CASE_GROUP)
