"""Editions of follow-on reports: which one a seat may read now, and who has not opened it yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from casement.foundation.access import Role, Seat, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.clock import today
from casement.foundation.memory import Memory
from casement.foundation.models import LedgerEntry
from casement.foundation.refusals import NotHere
from casement.rooms.proceedings.queries import held
from casement.rooms.proceedings.vocabulary import Scope
from casement.rooms.reports.models import Issued
from casement.rooms.reports.rules.freezing import paragraph_of, thawed, words_of_block
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import FOLLOW_ON, FOLLOW_ON_NUMBER
from casement.rooms.reviews.models import Participation

READ_KIND = "follow_on"  # what the ledger notes when an edition is opened
TREES: Memory[ReportTree] = Memory(8)  # an edition never changes


@dataclass(frozen=True)
class Edition:
    """One edition in words. `open` says whether its readers may open it today, `late` that comments come late."""

    report: int
    number: int
    at: datetime
    comments_by: date
    until: date
    downloads: bool
    open: bool
    late: bool
    ended: bool = False
    ended_because: str = ""


@dataclass(frozen=True)
class Reader:
    """Somebody of the case group: by role label; whether they can sign in, and have opened the edition."""

    label: str
    has_account: bool
    opened: bool


def writes(seat: Seat) -> bool:
    """Whether this seat writes follow-on reports, and so reads every edition."""
    return bool(reach(seat.standing, Subject.FOLLOW_ON, Verb.WRITE)) or (
        seat.standing.closed and seat.standing.role in (Role.LEAD, Role.TEAM) and not seat.standing.secluded
    )


def edition_for(seat: Seat, report: int) -> Issued:
    """The newest edition of a report that this seat may read now. NotHere when there is none.

    Those who write it read the last one whatever became of it; others only while it is open and no hold stops
    reports.
    """
    if report not in FOLLOW_ON or not reach(seat.standing, Subject.FOLLOW_ON, Verb.READ):
        raise NotHere
    rows = Issued.objects.filter(report__review_id=seat.review, report__kind=FOLLOW_ON[report])
    if not writes(seat):
        if held(seat.review, Scope.REPORT):
            raise NotHere
        rows = rows.filter(ended_at=None, until__gte=today())
    found = rows.exclude(tree="").order_by("-number").first()
    if found is None:
        raise NotHere
    return found


def given_out(review: int) -> list[tuple[int, bool]]:
    """The follow-on reports of which there is an edition, and whether its readers may open it now."""
    rows = Issued.objects.filter(report__review_id=review).exclude(tree="").order_by("number")
    newest = {kind: ended is None and until >= today() for kind, ended, until in
              rows.values_list("report__kind", "ended_at", "until")}  # fmt: skip
    shut = bool(newest) and held(review, Scope.REPORT) is not None
    return [(number, newest[kind] and not shut) for number, kind in FOLLOW_ON.items() if kind in newest]


def tree_of(issued: Issued) -> ReportTree:
    """The report as it was frozen. NotHere when its text was let go of."""
    if not issued.tree:
        raise NotHere
    return TREES.once((issued.pk, issued.sha256), lambda: thawed(issued.tree))


def editions(seat: Seat) -> tuple[Edition, ...]:
    """The newest edition of each report, as far as this seat may know of it."""
    if not reach(seat.standing, Subject.FOLLOW_ON, Verb.META):
        raise NotHere
    newest: dict[int, Edition] = {}
    rows = Issued.objects.filter(report__review_id=seat.review).select_related("report").defer("tree")
    for row in rows.order_by("number"):
        newest[FOLLOW_ON_NUMBER[row.report.kind]] = edition_from(row)
    told = (newest[number] for number in sorted(newest))
    if reach(seat.standing, Subject.FOLLOW_ON, Verb.READ):
        return tuple(told)
    return tuple(replace(one, ended_because="") for one in told)  # that it is closed, not what was said of it


def edition_from(row: Issued) -> Edition:
    """One edition in words."""
    return Edition(
        report=FOLLOW_ON_NUMBER[row.report.kind],
        number=row.number,
        at=row.at,
        comments_by=row.comments_by,
        until=row.until,
        downloads=row.downloads,
        open=row.ended_at is None and row.until >= today(),
        late=today() > row.comments_by,
        ended=row.ended_at is not None,
        ended_because=row.ended_because,
    )


def readers(seat: Seat, edition: Edition) -> tuple[Reader, ...]:
    """The case group, and who has opened this edition; no times, and nobody but the case group."""
    if not writes(seat):
        raise NotHere
    seen = LedgerEntry.objects.filter(
        review_id=seat.review, action=Action.FOLLOW_ON_READ, outcome="seen", kind=READ_KIND, number=edition.report,
        at__gte=edition.at, person_id=OuterRef("person_id"),
    )  # fmt: skip
    group = Participation.objects.filter(review_id=seat.review, role=Role.CASE_GROUP, ended_at=None)
    rows = group.annotate(opened=Exists(seen)).order_by("number")
    return tuple(
        Reader(label, person is not None, opened)
        for label, person, opened in rows.values_list("role_label", "person_id", "opened")
    )


def passages(seat: Seat, report: int, wanted: Collection[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The beginning of paragraphs by edition and number; without those this seat may not read any more."""
    if report not in FOLLOW_ON or not wanted:
        return {}
    rows = Issued.objects.filter(report__review_id=seat.review, report__kind=FOLLOW_ON[report]).exclude(tree="")
    if not writes(seat):
        if held(seat.review, Scope.REPORT):
            raise NotHere
        rows = rows.filter(ended_at=None, until__gte=today())
    told: dict[tuple[int, int], str] = {}
    if not reach(seat.standing, Subject.FOLLOW_ON, Verb.READ):
        return told
    for row in rows.filter(number__in={edition for edition, _ in wanted}):
        for edition, at in wanted:
            found = paragraph_of(tree_of(row), at) if edition == row.number and at else None
            if found is not None:
                told[edition, at] = words_of_block(found[1])
    return told
