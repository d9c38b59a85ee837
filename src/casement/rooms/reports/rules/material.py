"""Everything a report is told from, as plain values: the review, its people, its sources, its analysis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import AnalysisTree, EpisodeView, EvidenceView, FindingView

IN_REPORT = frozenset({"in_report", "presented", "published", "in_library"})


@dataclass(frozen=True)
class PersonLine:
    """Somebody who takes part, by role label."""

    role: str
    label: str
    agency: str = ""
    independence: str = ""


@dataclass(frozen=True)
class SourceLine:
    """One source. `speaker` is the role label of the participant whose account it is."""

    number: int
    kind: str
    title: str
    agency: str = ""
    speaker: str = ""
    when: str = ""
    withdrawn: bool = False


@dataclass(frozen=True)
class RequestLine:
    """One request for records: the agency, whether anything or all of it came, and what is not there and why."""

    agency: str
    came: bool
    whole: bool
    gaps: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Known:
    """A line of the identity register: the label that may be printed and the names that may not."""

    label: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """What the report is told from. `site` and `ref` make the addresses of passages."""

    code_name: str
    kind: str
    variant: str
    tree: AnalysisTree
    board: str = ""
    period: str = ""
    ref: str = ""
    site: str = ""
    questions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    people: tuple[PersonLine, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    entries: tuple[tuple[str, int], ...] = ()
    register: tuple[Known, ...] = ()
    requests: tuple[RequestLine, ...] = ()

    @cached_property
    def chosen(self) -> tuple[EpisodeView, ...]:
        """The episodes that were chosen, in order of time."""
        return tuple(one for one in self.tree.episodes if one.state == "chosen")

    @cached_property
    def reported(self) -> tuple[FindingView, ...]:
        """The findings that are in the report, in the team's order."""
        return tuple(one for one in self.tree.findings if one.state in IN_REPORT)

    @cached_property
    def evidence(self) -> dict[int, EvidenceView]:
        """All evidence by number."""
        return {one.number: one for said in self.tree.statements.values() for one in said.evidence}

    def in_use(self, kind: str) -> tuple[SourceLine, ...]:
        """The sources of a kind that were not taken out."""
        return tuple(one for one in self.sources if one.kind == kind and not one.withdrawn)
