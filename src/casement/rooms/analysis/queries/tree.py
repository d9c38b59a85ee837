"""The whole analysis of a review as plain values: what the report is assembled from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class ItemView:
    """An item of a framework: its stable id, its words, its level and group."""

    item_id: str
    label: str
    short_label: str = ""
    group: str = ""
    level: str = ""
    order: int = 0

    @property
    def words(self) -> str:
        """The short label where there is one, else the label."""
        return self.short_label or self.label


@dataclass(frozen=True)
class EvidenceView:
    """One passage or chronology entry that speaks for or against a statement.

    `kind` is record, conversation, family or entry. `live` is whether it still stands; `lost` says in words
    why not. `open` is whether this seat may read the source: when not, quote, titles and href are empty.
    `href` leads to the very passage. `use` says how a source's words may be used (quotable_by_role,
    paraphrase_only, background_only); `speaker` is the role label whose account it is, where there is one.
    """

    number: int
    direction: str
    kind: str
    quote: str
    source_number: int | None
    source_title: str
    source_kind: str
    start: int | None
    end: int | None
    entry_number: int | None
    agency: str
    live: bool
    note: str
    href: str
    paragraph: int | None = None
    use: str = "quotable_by_role"
    speaker: str = ""
    when: str = ""
    lost: str = ""
    open: bool = True


@dataclass(frozen=True)
class StatementView:
    """One piece of the team's own text. `support` is a value of vocabulary.Support.

    `about` is the role label or agency it is written for; `two_texts` says that two writers' texts wait to
    be settled.
    """

    number: int
    part: str
    text: str
    support: str
    evidence: tuple[EvidenceView, ...] = ()
    about: str = ""
    edition: int = 1
    inference: bool = False
    two_texts: bool = False
    about_number: int | None = None
    about_agency_number: int | None = None

    @property
    def supporting(self) -> tuple[EvidenceView, ...]:
        """Evidence for it."""
        return tuple(one for one in self.evidence if one.direction == "for")

    @property
    def against(self) -> tuple[EvidenceView, ...]:
        """Evidence against it."""
        return tuple(one for one in self.evidence if one.direction == "against")


Parts = Mapping[str, tuple[StatementView, ...]]


@dataclass(frozen=True)
class FactorUseView:
    """A factor applied to one episode. `level` is L1, L2, L3 or L9; `account_of` is a role label.

    `agency` is that of the role, where a list asks for it.
    """

    number: int
    episode_number: int
    item_id: str
    label: str
    group: str
    level: str
    influence: str
    how: tuple[StatementView, ...]
    account_of: str = ""
    importance: str = ""
    inference: bool = False
    confidence: str = ""
    edition: int = 1
    order: int = 0
    account_of_number: int | None = None
    episode_title: str = ""
    free_text: str = ""
    agency_number: int | None = None
    agency: str = ""

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """Everything its explanation rests on, for and against."""
        return tuple(one for statement in self.how for one in statement.evidence)


@dataclass(frozen=True)
class SearchView:
    """Somebody looked for what would weaken a claim."""

    number: int
    looked_for: str
    looked_where: str
    found: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class AlternativeView:
    """What else could explain a finding, and the team's last answer: set_aside, taken_up, open, or none yet."""

    number: int
    text: str
    would_speak: str
    by: str = ""
    on: str = ""
    answer: str = ""
    reason: str = ""
    answered_by: str = ""


@dataclass(frozen=True)
class EpisodeView:
    """A key practice episode whole. `when` is its period in words; parts are keyed by vocabulary.Part."""

    number: int
    title: str
    state: str
    when: str
    strands: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    parts: Parts = field(default_factory=dict)
    factor_uses: tuple[FactorUseView, ...] = ()
    tendency: str = ""
    standard: str = ""
    standard_applied: str = ""
    hindsight_check: str = ""
    outcome_check: str = ""
    difficulty_check: str = ""
    hunch_category: ItemView | None = None
    no_factors_reason: str = ""
    confidence: str = ""
    confidence_reason: str = ""
    decision_reason: str = ""
    edition: int = 1
    began_recorded: str = ""
    until_recorded: str = ""
    searches: tuple[SearchView, ...] = ()
    strand_numbers: tuple[int, ...] = ()
    role_numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class PlacementView:
    """Where the team once put a pattern, why, who as a role label, and on which day."""

    priority: str
    reason: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class FeedingView:
    """Another pattern that this one feeds (`onward`) or is fed by, and why."""

    onward: bool
    number: int
    title: str
    reason: str


@dataclass(frozen=True)
class PatternView:
    """A candidate pattern, the factor uses gathered into it, and its tests; `passages` says whether it has some."""

    number: int
    title: str
    primary: ItemView | None
    secondary: tuple[ItemView, ...]
    priority: str
    priority_reason: str
    parts: Parts
    gathered: tuple[int, ...]
    edition: int = 1
    searches: tuple[SearchView, ...] = ()
    factor_uses: tuple[FactorUseView, ...] = ()
    passages: bool = False
    placements: tuple[PlacementView, ...] = ()
    feeding: tuple[FeedingView, ...] = ()


@dataclass(frozen=True)
class PrevalenceView:
    """How usual something is: a figure with its denominator, or "not known" and what it would need."""

    number: int
    not_known: bool
    would_need: str = ""
    numerator: int | None = None
    denominator: int | None = None
    unit: str = ""
    population: str = ""
    geography: str = ""
    period: str = ""
    source_kind: str = ""
    reference: str = ""
    obtained: str = ""
    limits: str = ""


@dataclass(frozen=True)
class QuestionView:
    """A question for the board, the kind of response it needs, and whom it is for."""

    number: int
    text: str
    response_kind: str
    level: str
    edition: int = 1


@dataclass(frozen=True)
class FindingView:
    """A finding in its layers. `direction` is weakness, strength or both; `episodes` are numbers."""

    number: int
    title: str
    state: str
    primary: ItemView | None
    secondary: tuple[ItemView, ...]
    direction: str
    layers: Parts
    prevalences: tuple[PrevalenceView, ...]
    questions: tuple[QuestionView, ...]
    searches: tuple[SearchView, ...]
    confidence: str
    confidence_reason: str
    episodes: tuple[int, ...] = ()
    pattern: int | None = None
    state_reason: str = ""
    edition: int = 1
    order: int = 0
    episode_titles: Mapping[int, str] = field(default_factory=dict)
    alternatives: tuple[AlternativeView, ...] = ()


@dataclass(frozen=True)
class RemarkView:
    """What the team says of a voice in a period: a silence, or, beside `statement`, what it made of that.

    `kind` is a value of rules.perspectives.RemarkKind; `name` is a role label or agency.
    """

    number: int
    kind: str
    period: int
    voice: str
    name: str
    text: str
    statement: int | None = None
    answer: str = ""
    by: str = ""
    on: str = ""
    answered_by: str = ""


@dataclass(frozen=True)
class PeriodView:
    """A period of the narrative: what is said in it by voice ("r3" a role, "a2" an agency), and the remarks.

    `names` holds the role label or agency of every voice that is written here or remarked on.
    """

    number: int
    title: str
    when: str
    voices: Mapping[str, Parts] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[RemarkView, ...] = ()
    edition: int = 1
    began_recorded: str = ""
    until_recorded: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class AnalysisTree:
    """What was told, chosen and found: periods and episodes in order of time, findings in the team's order."""

    episodes: tuple[EpisodeView, ...]
    patterns: tuple[PatternView, ...]
    findings: tuple[FindingView, ...]
    statements: Mapping[int, StatementView]
    periods: tuple[PeriodView, ...] = ()
