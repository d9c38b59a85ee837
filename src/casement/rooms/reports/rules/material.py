"""Everything a report is told from, as plain values: the review, its people, its sources, its analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """One request for records: the agency, whether anything or all of it came, and what is not there and why.

    `unanswered` is one that was given up, because the agency never answered.
    """

    agency: str
    came: bool
    whole: bool
    gaps: tuple[tuple[str, str], ...] = ()
    unanswered: bool = False


@dataclass(frozen=True)
class Known:
    """A line of the identity register: the label that may be printed and the names that may not."""

    label: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class CheckLine:
    """What was asked about a finding, an episode, a source or the review, and what was answered."""

    owner: str
    about: int
    said: str
    reason: str
    by: str


@dataclass(frozen=True)
class ReadingLine:
    """A second reading that was handed in, and the team's last answer to it."""

    number: int
    episode: int | None
    finding: int | None
    by: str
    looked: bool
    answer: str
    reason: str


@dataclass(frozen=True)
class DecisionLine:
    """One decision about a candidate for an episode."""

    number: int
    mark: str
    sort: str
    said: str
    decision: str
    reason: str
    by: str


@dataclass(frozen=True)
class CommentLine:
    """A comment on a follow-on report and the answer that stands. `told`: the leads told it to the group.

    `by` is empty when its writer wished to be a member of the group and no more. `report` is a kind of report.
    """

    number: int
    report: str
    paragraph: int
    kind: str
    text: str
    by: str = ""
    told: bool = False
    disposition: str = ""
    answer: str = ""
    stands: bool = False


@dataclass(frozen=True)
class Material:
    """What the report is told from. `site` and `ref` make the addresses of passages, `left_out` are the names of
    steps that this review did without.
    """

    code_name: str
    kind: str
    variant: str
    tree: AnalysisTree
    left_out: tuple[str, ...] = ()
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
    checks: tuple[CheckLine, ...] = ()
    readings: tuple[ReadingLine, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    comments: tuple[CommentLine, ...] = ()
    marked: Mapping[int, int] = field(default_factory=dict)  # marks by source
    opened: Mapping[int, int] = field(default_factory=dict)  # people of the team by source

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
