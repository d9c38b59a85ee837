"""What a report is told from and its sections, for one seat, in a fixed number of queries."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.queries.balance import Balance, balance
from casement.rooms.analysis.queries.episodes import joined
from casement.rooms.analysis.queries.findings import view_of as finding_view
from casement.rooms.analysis.queries.gathering import placed
from casement.rooms.analysis.queries.patterns import view_of as pattern_view
from casement.rooms.analysis.queries.perspectives import earliest, period_view, remark_view
from casement.rooms.analysis.queries.tree import AnalysisTree
from casement.rooms.reports.queries.beside import Beside, Facts, beside, columns, dated, day, sections
from casement.rooms.reports.queries.remembering import KEPT, STAMP, Remembered
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.material import (
    CheckLine,
    CommentLine,
    DecisionLine,
    Known,
    Material,
    PersonLine,
    ReadingLine,
    RequestLine,
    SourceLine,
)
from casement.rooms.reports.rules.telling import Written, report_tree, section_tree
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import FINAL, Edition
from casement.rooms.reviews.rules.processes import process
from casement.rooms.sources.rules.requests import Event, standing
from casement.rooms.sources.vocabulary.requests import State


@dataclass(frozen=True)
class Desk:
    """What the report is made of: its material, its sections as written, and each section's edition.

    `texts` are all texts of the one section that was asked for.
    """

    kept: Remembered
    sections: tuple[Written, ...]
    editions: dict[str, int]
    texts: tuple[Facts, ...] = ()
    kind: str = FINAL

    @property
    def material(self) -> Material:
        """What the report is told from."""
        return self.kept.material

    @property
    def started(self) -> bool:
        """Whether the report has been started."""
        return bool(self.sections)

    def section(self, key: str) -> Written:
        """One section. Raises NotHere when the report has none by this key."""
        for one in self.sections:
            if one.key == key:
                return one
        raise NotHere

    def told(self, written: Written) -> ReportTree:
        """One section alone, as the internal edition has it."""
        return self.kept.sections.once(written, lambda: section_tree(self.material, written))

    def balance(self) -> Balance:
        """What findings and episodes rest on."""
        return self.kept.balance.once("", lambda: balance(self.material.tree))

    def tree(self, edition: Edition) -> ReportTree:
        """The whole report in one edition; those that leave the team with labels for names, and checked."""
        return self.kept.whole.once((self.kind, edition, self.sections), lambda: self.whole(edition))

    def whole(self, edition: Edition) -> ReportTree:
        """The same, told now."""
        told = report_tree(self.material, self.sections, edition, self.kind)
        if edition is Edition.INTERNAL:
            return told
        return publishing.checked(publishing.masked(told, self.material), self.material)


def may_work(seat: Seat) -> bool:
    """Whether this seat may see what is behind the report, and so its internal edition."""
    return bool(reach(seat.standing, Subject.WORKING, Verb.READ))


def reaches(seat: Seat) -> bool:
    """Whether this seat may read the draft report at all, released or not."""
    return bool(reach(seat.standing, Subject.DRAFT_REPORT, Verb.READ))


def desk(seat: Seat, kind: str = FINAL, *, texts_of: str = "", afresh: bool = False) -> Desk:
    """A report's material and sections. NotHere for a seat that may not see the analysis.

    One query while nothing but the report's own texts has changed since this seat last asked; otherwise, and
    always with `afresh`, three. Commands ask afresh: what they changed themselves is not in the ledger yet.
    """
    if not may_work(seat):
        raise NotHere
    found = sections(seat, kind, texts_of=texts_of)
    told = found.of("section")
    written = tuple(Written(one["key"], one["title"], one["text"]) for one in told)
    editions = {one["key"]: one["edition"] for one in told}

    def read() -> Material:
        return material(seat, beside(seat))

    if afresh or not told:
        kept = Remembered(read())
    else:
        key = (seat, settings.CASEMENT_ADDRESS, *(told[0][name] for name in STAMP))
        kept = KEPT.once(key, lambda: Remembered(read()))
    return Desk(kept, written, editions, tuple(found.of("text")), kind)


def whole(seat: Seat, edition: Edition) -> ReportTree:
    """The report in one edition, told afresh. Raises NotHere before it is started."""
    told = desk(seat, afresh=True)
    if not told.started:
        raise NotHere
    return told.tree(edition)


def done_without(review: Facts) -> tuple[str, ...]:
    """The names of the steps that a review leaves out. Inside a row of facts SQLite gives a list as its text."""
    left = review["left_out"]
    keys = json.loads(left) if isinstance(left, str) else left
    way = process(review["variant"])
    return tuple(way.step(key).label.lower() for key in keys)


def material(seat: Seat, found: Beside) -> Material:
    """What was found, as the report is told from it."""
    review = found.review
    return Material(
        code_name=review["code_name"],
        kind=review["kind"],
        variant=review["variant"],
        tree=analysis(seat, found),
        left_out=done_without(review),
        board=review["board_name"],
        period=dated(review),
        ref=seat.ref,
        site=settings.CASEMENT_ADDRESS.rstrip("/"),
        questions=tuple(one["text"] for one in found.of("asked")),
        agencies=tuple(one["name"] for one in found.of("agency")),
        people=tuple(
            PersonLine(one["role"], one["label"], one["agency"] or "", one["independence"])
            for one in found.of("person")
        ),
        sources=tuple(source_line(one) for one in found.of("source")),
        entries=tuple((one["agency"], one["count"]) for one in found.of("entries")),
        requests=request_lines(found),
        register=tuple(known(one) for one in found.of("identity")),
        checks=tuple(
            CheckLine(one["owner"], one["about"], one["said"], one["reason"], one["by"] or "")
            for one in found.of("answered")
        ),
        readings=tuple(
            ReadingLine(one["number"], one["episode"], one["finding"], one["by"] or "", bool(one["looked"]),
                        one["answer"] or "", one["reason"] or "")
            for one in found.of("read again")
        ),
        decisions=tuple(DecisionLine(**one | {"by": one["by"] or ""}) for one in found.of("decided")),
        comments=tuple(comment_line(one) for one in found.of("comment")),
        marked={one["source"]: one["count"] for one in found.of("marked")},
        opened=opened(found),
    )  # fmt: skip


def comment_line(facts: Facts) -> CommentLine:
    """One comment as a report prints it: without its writer's role where they wished so."""
    return CommentLine(
        number=facts["number"],
        report=facts["report"],
        paragraph=facts["paragraph"],
        kind=facts["kind"],
        text=facts["text"],
        by="" if facts["anonymous"] else facts["by"],
        told=facts["told"] is not None,
        disposition=facts["disposition"] or "",
        answer=facts["answer"] or "",
        stands=bool(facts["stands"]),
    )


def opened(found: Beside) -> dict[int, int]:
    """How many of the team opened each source at least; who marks a text here has read it."""
    told = {one["source"]: one["count"] for one in found.of("opened")}
    for one in found.of("marked"):
        told[one["source"]] = max(told.get(one["source"], 0), one["readers"])
    return told


def analysis(seat: Seat, found: Beside) -> AnalysisTree:
    """The analysis, with the episodes that were not selected."""
    told = placed(seat, Q())
    episodes = [columns(one) for one in found.of("own episode")]
    episodes.sort(key=lambda one: (one["date_start"] is None, str(one["date_start"]), one["number"]))
    findings = sorted(found.of("own finding"), key=lambda one: (one["order"], one["number"]))
    remarks = tuple(remark_view(one) for one in found.of("own remark"))
    periods = sorted((columns(one) for one in found.of("own period")), key=earliest)
    return AnalysisTree(
        episodes=joined(episodes, told, found.belongings),
        patterns=tuple(pattern_view(one, told, found.belongings) for one in found.of("own pattern")),
        findings=tuple(finding_view(one, told, found.belongings) for one in findings),
        statements={one.view.number: one.view for one in told},
        periods=tuple(period_view(one, told, remarks) for one in periods),
    )


def source_line(facts: Facts) -> SourceLine:
    """One source; what this seat may not open keeps its title."""
    return SourceLine(
        facts["number"],
        facts["kind"],
        facts["title"] if facts["readable"] else "Kept to some readers",
        facts["agency"] or "",
        facts["speaker"] or "",
        dated(facts),
        bool(facts["gone"]),
    )


def request_lines(found: Beside) -> tuple[RequestLine, ...]:
    """Each request as its events say; one that was withdrawn is not told of."""
    events: dict[int, list[Facts]] = {}
    for one in found.of("request event"):
        events.setdefault(one["request"], []).append(one)
    lines = []
    for one in found.of("request"):
        told = events.get(one["number"], [])
        notes = {event["pk"]: event["note"] for event in told}
        stand = standing([event_of(event) for event in told], today=today())
        if stand.state is not State.WITHDRAWN:
            gaps = tuple((notes[gap.order], gap.why) for gap in stand.gaps)
            lines.append(
                RequestLine(one["agency"], stand.came, stand.all_came, gaps, stand.state is State.UNANSWERED)
            )
    return tuple(lines)


def event_of(facts: Facts) -> Event:
    """A stored event as the rules of the sources room take it."""
    on, promised = date.fromisoformat(facts["on"]), day(facts["promised_for"])
    return Event(facts["kind"], on, facts["pk"], promised, bool(facts["whole"]), facts["why"], facts["came"])


def known(facts: Facts) -> Known:
    """One line of the identity register."""
    names = facts["names"]
    told = json.loads(names) if isinstance(names, str) else names
    return Known(facts["label"], facts["kind"], tuple(str(name) for name in told or ()))
