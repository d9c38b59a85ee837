"""What a report is told from and its sections, for one seat, in a fixed number of queries."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from django.conf import settings

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.queries import tree
from casement.rooms.analysis.queries.tree import EpisodeView
from casement.rooms.reports.queries.beside import Beside, Facts, beside, dated
from casement.rooms.reports.rules import publishing
from casement.rooms.reports.rules.material import Known, Material, PersonLine, SourceLine
from casement.rooms.reports.rules.telling import Written, report_tree
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import Edition


@dataclass(frozen=True)
class Desk:
    """What the report is made of: its material, its sections as written, and each section's edition."""

    material: Material
    sections: tuple[Written, ...]
    editions: dict[str, int]

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

    def tree(self, edition: Edition) -> ReportTree:
        """The whole report in one edition; the publishable one with labels for names, and checked."""
        told = report_tree(self.material, self.sections, edition)
        if edition is Edition.INTERNAL:
            return told
        return publishing.checked(publishing.masked(told, self.material), self.material)


def may_work(seat: Seat) -> bool:
    """Whether this seat may see what is behind the report, and so its internal edition."""
    return bool(reach(seat.standing, Subject.WORKING, Verb.READ))


def reaches(seat: Seat) -> bool:
    """Whether this seat may read the draft report at all, released or not."""
    return bool(reach(seat.standing, Subject.DRAFT_REPORT, Verb.READ))


def desk(seat: Seat) -> Desk:
    """The report's material and sections. Raises NotHere for a seat that may not see the working analysis."""
    if not may_work(seat):
        raise NotHere
    found = beside(seat)
    sections = tuple(Written(one["key"], one["title"], one["text"]) for one in found.of("section"))
    return Desk(material(seat, found), sections, {one["key"]: one["edition"] for one in found.of("section")})


def whole(seat: Seat, edition: Edition) -> ReportTree:
    """The report in one edition. Raises NotHere before it is started."""
    told = desk(seat)
    if not told.started:
        raise NotHere
    return told.tree(edition)


def material(seat: Seat, found: Beside) -> Material:
    """What was found, as the report is told from it."""
    review = found.review
    analysis = tree(seat)
    rejected = tuple(rejected_episode(one) for one in found.of("rejected"))
    return Material(
        code_name=review["code_name"],
        kind=review["kind"],
        variant=review["variant"],
        tree=replace(analysis, episodes=(*analysis.episodes, *rejected)),
        board=review["board_name"],
        period=dated(review),
        ref=seat.ref,
        site=settings.CASEMENT_ADDRESS.rstrip("/"),
        questions=tuple(one["text"] for one in found.of("question")),
        agencies=tuple(one["name"] for one in found.of("agency")),
        people=tuple(
            PersonLine(one["role"], one["label"], one["agency"] or "", one["independence"])
            for one in found.of("person")
        ),
        sources=tuple(source_line(at, one) for at, one in numbered(found.of("source"))),
        entries=tuple((one["agency"], one["count"]) for one in found.of("entries")),
        register=tuple(known(one) for one in found.of("identity")),
    )


def numbered(rows: list[Facts]) -> list[tuple[int, Facts]]:
    """Facts with the number each carries."""
    return [(one["number"], one) for one in rows]


def source_line(number: int, facts: Facts) -> SourceLine:
    """One source; what this seat may not open keeps its title."""
    return SourceLine(
        number,
        facts["kind"],
        facts["title"] if facts["readable"] else "Kept to some readers",
        facts["agency"] or "",
        facts["speaker"] or "",
        dated(facts),
        bool(facts["gone"]),
    )


def known(facts: Facts) -> Known:
    """One line of the identity register."""
    names = facts["names"]
    told = json.loads(names) if isinstance(names, str) else names
    return Known(facts["label"], facts["kind"], tuple(str(name) for name in told or ()))


def rejected_episode(facts: Facts) -> EpisodeView:
    """An episode that was not chosen, by its own facts."""
    return EpisodeView(0, facts["title"], "rejected", dated(facts), decision_reason=facts["reason"])
