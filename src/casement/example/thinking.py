"""What the reviewers of the worked example made of it: marks, episodes, patterns and findings."""

from collections.abc import Mapping
from dataclasses import dataclass

from casement.example.pieces import Cite, Cites


@dataclass(frozen=True)
class OpenCode:
    key: str
    label: str
    definition: str


@dataclass(frozen=True)
class Mark:
    """A passage with a factor (`item`) or an open code, never both."""

    source: str
    quote: str
    influence: str
    item: str = ""
    open_code: str = ""
    memo: str = ""


@dataclass(frozen=True)
class RoundMark:
    """A passage that one coder of a blind round gave an open code."""

    quote: str
    open_code: str


@dataclass(frozen=True)
class Coder:
    """Somebody who takes part in a blind round (`who`, a participation), and what they marked."""

    who: str
    marks: tuple[RoundMark, ...]


@dataclass(frozen=True)
class Agreed:
    """What the coders agreed about the paragraph that holds a passage."""

    quote: str
    choice: str
    wording: str
    reason: str


@dataclass(frozen=True)
class Round:
    """A blind round, closed and partly talked through."""

    name: str
    sources: tuple[str, ...]
    codes: tuple[str, ...]
    coders: tuple[Coder, ...]
    agreed: tuple[Agreed, ...]


@dataclass(frozen=True)
class Account:
    """What one participation or agency (`who`) says."""

    who: str
    text: str
    cites: Cites


@dataclass(frozen=True)
class Appraisal:
    text: str
    tendency: str
    standard: str
    standard_applied: str
    hindsight_check: str
    outcome_check: str
    difficulty_check: str
    cites: Cites


@dataclass(frozen=True)
class Hunch:
    text: str
    category: str


@dataclass(frozen=True)
class Confidence:
    word: str
    reason: str


@dataclass(frozen=True)
class FactorUse:
    """A factor applied to an episode. `item` "oth" stands for free words, given in `open_code`."""

    item: str
    influence: str
    how: str
    whose: str
    importance: str
    cites: Cites
    against: Cites
    open_code: str = ""


@dataclass(frozen=True)
class Episode:
    key: str
    title: str
    from_: str
    to: str
    strands: tuple[str, ...]
    accounts: tuple[Account, ...]
    why_key: str
    local_rationality: tuple[Account, ...]
    appraisal: Appraisal
    enablers: str
    counter: str
    gaps: str
    hunch: Hunch
    confidence: Confidence
    factor_uses: tuple[FactorUse, ...]


@dataclass(frozen=True)
class Rejected:
    """A candidate for an episode that was not chosen."""

    title: str
    reason: str
    cites: Cites


@dataclass(frozen=True)
class Saying:
    """One thing that a role knew, thought or felt."""

    part: str
    text: str
    cites: Cites


@dataclass(frozen=True)
class Perspective:
    """How it looked to one participation or agency (`who`) in a period."""

    who: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True)
class Remark:
    """What the team says of a silence, or of what `who` made of the first thing that `beside` knew."""

    who: str
    kind: str
    text: str
    beside: str = ""


@dataclass(frozen=True)
class Narrated:
    """A period of the narrative, from several places."""

    title: str
    from_: str
    to: str
    views: tuple[Perspective, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Answer:
    """What the team answered to something worth a thought about a finding, or about the review (`about` empty)."""

    about: str
    said: str
    reason: str


@dataclass(frozen=True)
class Weighed:
    """A passage that may speak against a finding (`about`), and what the team made of it."""

    about: str
    cite: Cite
    answer: str
    reason: str


@dataclass(frozen=True)
class Expected:
    """What somebody would have told if a finding (`about`) were not so. `voice` says who, where that was said."""

    about: str
    text: str
    voice: str = ""


@dataclass(frozen=True)
class Gathered:
    episode: str
    item: str


@dataclass(frozen=True)
class PatternTests:
    """What was answered to each test; what nobody has asked yet stays empty."""

    another_person: str = ""
    elsewhere: str = ""
    other_cases: str = ""
    other_teams: str = ""
    figures: str = ""
    studies: str = ""
    case_group: str = ""
    review_team: str = ""
    still_so: str = ""


@dataclass(frozen=True)
class Feeds:
    """Another pattern that this one feeds, and why the team thinks so."""

    pattern: str
    reason: str


@dataclass(frozen=True)
class Placed:
    """Where the team put a pattern, and why. Several in a row: each stays in the record."""

    place: str
    reason: str


@dataclass(frozen=True)
class Pattern:
    key: str
    title: str
    statement: str
    primary: str
    secondary: tuple[str, ...]
    gathers: tuple[Gathered, ...]
    tests: PatternTests
    placed: tuple[Placed, ...]
    cites: Cites
    against: Cites
    passages: Cites = ()
    feeds: tuple[Feeds, ...] = ()


@dataclass(frozen=True)
class Statement:
    text: str
    cites: Cites
    against: Cites


@dataclass(frozen=True)
class Prevalence:
    """How many, of what, where and when; or, with `not_known`, what would be needed to know."""

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
    not_known: str = ""
    would_need: str = ""


@dataclass(frozen=True)
class BoardQuestion:
    text: str
    response_kind: str
    level: str


@dataclass(frozen=True)
class CounterSearch:
    looked_for: str
    where: str
    found: str


@dataclass(frozen=True)
class Finding:
    key: str
    pattern: str
    title: str
    primary: str
    secondary: tuple[str, ...]
    direction: str
    layers: Mapping[str, tuple[Statement, ...]]
    prevalences: tuple[Prevalence, ...]
    board_questions: tuple[BoardQuestion, ...]
    counter_searches: tuple[CounterSearch, ...]
    confidence: Confidence
    state: str
