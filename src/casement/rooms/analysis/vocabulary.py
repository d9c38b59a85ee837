"""The words of the analysis: parts of text, influences, tendencies, confidence, states, levels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Where a statement stands: a part of an episode, of a factor use, of a pattern, or a layer of a finding."""

    ACCOUNT = "account"
    WHY_KEY = "why_key"
    LOCAL_RATIONALITY = "local_rationality"
    APPRAISAL = "appraisal"
    ENABLERS = "enablers"
    COUNTER = "counter"
    GAPS = "gaps"
    HUNCH = "hunch"
    HOW = "how"
    STATEMENT = "statement"
    ANOTHER_PERSON = "another_person"
    ELSEWHERE = "elsewhere"
    STILL_SO = "still_so"
    IN_CASE = "in_case"
    UNDERLYING = "underlying"
    PREVALENCE = "prevalence"
    IMPLICATIONS = "implications"
    SUMMARY = "summary"


@dataclass(frozen=True)
class PartWords:
    """How a part is headed, and the question it answers."""

    name: str
    asks: str


PART_WORDS: dict[Part, PartWords] = {
    Part.ACCOUNT: PartWords("What happened, as each saw it", "What did this role or agency see and do?"),
    Part.WHY_KEY: PartWords(
        "Why this episode is key", "How does it explain the course of the case, or how it was handled?"
    ),
    Part.LOCAL_RATIONALITY: PartWords(
        "It made sense because", "Why did the action make sense to this role, from where they were?"
    ),
    Part.APPRAISAL: PartWords("Appraisal", "How good was the practice, by a standard that applied then?"),
    Part.ENABLERS: PartWords("What helped", "What good practice was there, and what made it possible?"),
    Part.COUNTER: PartWords("Evidence against", "What does not fit with what we say?"),
    Part.GAPS: PartWords("Not known", "What do we still not know?"),
    Part.HUNCH: PartWords("Wider significance", "Could this be a pattern that goes beyond the case?"),
    Part.HOW: PartWords("How it bore on practice", "In what way did it shape what people did?"),
    Part.STATEMENT: PartWords("The pattern", "What recurs, and what does it do to the work?"),
    Part.ANOTHER_PERSON: PartWords(
        "Another competent person", "Would another competent person in these conditions do the same?"
    ),
    Part.ELSEWHERE: PartWords("Elsewhere", "Is it known from other cases, teams, figures or studies?"),
    Part.STILL_SO: PartWords("Still so", "Is it still like this today?"),
    Part.IN_CASE: PartWords("In this case", "How did the issue show here?"),
    Part.UNDERLYING: PartWords("How do we know it is not a one-off?", "What shows that it goes beyond this case?"),
    Part.PREVALENCE: PartWords("How usual and widespread is it?", "How often does it happen, and where?"),
    Part.IMPLICATIONS: PartWords(
        "What it means for how reliable the system is", "Who is exposed, and when would the defences not hold?"
    ),
    Part.SUMMARY: PartWords("Summary for a busy reader", "What should somebody keep who reads only this?"),
}

EPISODE_PARTS = (Part.ACCOUNT, Part.WHY_KEY, Part.LOCAL_RATIONALITY, Part.APPRAISAL, Part.ENABLERS, Part.COUNTER,
                 Part.GAPS, Part.HUNCH)  # fmt: skip
FACTOR_USE_PARTS = (Part.HOW,)
PATTERN_TESTS = (Part.ANOTHER_PERSON, Part.ELSEWHERE, Part.STILL_SO)
PATTERN_PARTS = (Part.STATEMENT, *PATTERN_TESTS)
LAYERS = (Part.IN_CASE, Part.UNDERLYING, Part.PREVALENCE, Part.IMPLICATIONS, Part.SUMMARY)
PER_ROLE = frozenset({Part.ACCOUNT, Part.LOCAL_RATIONALITY})  # written once for each role or agency


class Owner(StrEnum):
    """What a statement belongs to."""

    EPISODE = "episode"
    FACTOR_USE = "factor_use"
    PATTERN = "pattern"
    FINDING = "finding"


PARTS_OF: dict[Owner, tuple[Part, ...]] = {
    Owner.EPISODE: EPISODE_PARTS,
    Owner.FACTOR_USE: FACTOR_USE_PARTS,
    Owner.PATTERN: PATTERN_PARTS,
    Owner.FINDING: LAYERS,
}


class Influence(StrEnum):
    """Which way a factor bore on practice, by one account."""

    HELPED = "supports_good_practice"
    HARDER = "makes_problematic_practice_more_likely"
    UNCLEAR = "unclear"


INFLUENCE_NAMES: dict[str, str] = {
    Influence.HELPED: "Helped",
    Influence.HARDER: "Made it harder",
    Influence.UNCLEAR: "Unclear",
}
INFLUENCE_IN_FULL: dict[str, str] = {
    Influence.HELPED: "Supports good practice",
    Influence.HARDER: "Makes problematic practice more likely",
    Influence.UNCLEAR: "Unclear",
}


class Tendency(StrEnum):
    """Which way practice in an episode tended, chosen by people after the reasons are written."""

    GOOD = "good"
    PROBLEMATIC = "problematic"
    MIXED = "mixed"
    CANNOT_SAY = "cannot_say"


TENDENCY_NAMES: dict[str, str] = {
    Tendency.GOOD: "good",
    Tendency.PROBLEMATIC: "problematic",
    Tendency.MIXED: "mixed",
    Tendency.CANNOT_SAY: "cannot say",
}


class Confidence(StrEnum):
    """How sure the team is, in a word it chooses; never worked out by the program."""

    WELL_SUPPORTED = "well_supported"
    INDICATED = "indicated"
    TENTATIVE = "tentative"
    CONTESTED = "contested"


CONFIDENCE_NAMES: dict[str, str] = {
    Confidence.WELL_SUPPORTED: "Well supported",
    Confidence.INDICATED: "Indicated",
    Confidence.TENTATIVE: "Tentative",
    Confidence.CONTESTED: "Contested",
}


class Side(StrEnum):
    """Whether evidence speaks for or against a statement."""

    FOR = "for"
    AGAINST = "against"


class Weighing(StrEnum):
    """What the team makes of a passage that may speak against a claim."""

    WEAKENS = "weakens"
    DOES_NOT = "does_not"
    UNCLEAR = "unclear"


WEIGHING_NAMES: dict[str, str] = {
    Weighing.WEAKENS: "Weakens it",
    Weighing.DOES_NOT: "Does not weaken it",
    Weighing.UNCLEAR: "Unclear",
}


class Direction(StrEnum):
    """What a finding is about: a weakness, a strength to protect, or both."""

    WEAKNESS = "weakness"
    STRENGTH = "strength"
    BOTH = "both"


DIRECTION_NAMES: dict[str, str] = {
    Direction.WEAKNESS: "A weakness",
    Direction.STRENGTH: "A strength to protect",
    Direction.BOTH: "A weakness, with a strength to protect",
}


class EpisodeState(StrEnum):
    """A candidate is chosen or rejected, with a reason either way."""

    CANDIDATE = "candidate"
    CHOSEN = "chosen"
    REJECTED = "rejected"


EPISODE_STATE_NAMES: dict[str, str] = {
    EpisodeState.CANDIDATE: "Candidate",
    EpisodeState.CHOSEN: "Chosen",
    EpisodeState.REJECTED: "Not selected",
}


class Priority(StrEnum):
    """Where the team has put a candidate pattern; never worked out by the program."""

    NOT_PLACED = "not_placed"
    LOOK_CLOSER = "look_closer"
    PUT_FORWARD = "put_forward"
    NOT_NOW = "not_now"


PRIORITY_NAMES: dict[str, str] = {
    Priority.NOT_PLACED: "Not placed yet",
    Priority.LOOK_CLOSER: "Look closer",
    Priority.PUT_FORWARD: "Put forward",
    Priority.NOT_NOW: "Not now",
}


class FindingState(StrEnum):
    """Where a finding is on its way from candidate to the library, or off that way."""

    CANDIDATE = "candidate"
    DRAFTED = "drafted"
    TESTED = "tested_with_case_group"
    AGREED = "agreed_by_team"
    IN_REPORT = "in_report"
    PRESENTED = "presented"
    PUBLISHED = "published"
    IN_LIBRARY = "in_library"
    MERGED = "merged"
    DROPPED = "dropped"
    ADDITIONAL = "additional_learning"


FINDING_STATE_NAMES: dict[str, str] = {
    FindingState.CANDIDATE: "Candidate",
    FindingState.DRAFTED: "Drafted",
    FindingState.TESTED: "Tested with the case group",
    FindingState.AGREED: "Agreed by the team",
    FindingState.IN_REPORT: "In the report",
    FindingState.PRESENTED: "Presented to the board",
    FindingState.PUBLISHED: "Published",
    FindingState.IN_LIBRARY: "In the library",
    FindingState.MERGED: "Merged into another finding",
    FindingState.DROPPED: "Dropped",
    FindingState.ADDITIONAL: "Additional learning",
}


class ResponseKind(StrEnum):
    """What kind of answer a question to the board needs."""

    CLEAR = "clear_solution"
    JUDGEMENT = "judgement_or_compromise"
    RESEARCH = "further_research"


RESPONSE_KIND_NAMES: dict[str, str] = {
    ResponseKind.CLEAR: "Has a clear answer",
    ResponseKind.JUDGEMENT: "Needs a judgement",
    ResponseKind.RESEARCH: "Needs finding out",
}


class Level(StrEnum):
    """Who a question to the board is for."""

    AGENCY = "agency"
    LOCAL = "local_multi_agency"
    REGIONAL = "regional"
    NATIONAL = "national"


LEVEL_NAMES: dict[str, str] = {
    Level.AGENCY: "One agency",
    Level.LOCAL: "Local, all agencies",
    Level.REGIONAL: "Regional",
    Level.NATIONAL: "National",
}


class FigureSource(StrEnum):
    """Where a figure about how usual something is came from."""

    AUDIT = "audit"
    AGENCY_DATA = "agency_data"
    INSPECTION = "inspection"
    SURVEY = "survey"
    CASE_GROUP = "case_group"
    OTHER_REVIEWS = "other_reviews"
    STUDY = "published_study"


FIGURE_SOURCE_NAMES: dict[str, str] = {
    FigureSource.AUDIT: "An audit",
    FigureSource.AGENCY_DATA: "An agency's own data",
    FigureSource.INSPECTION: "An inspection",
    FigureSource.SURVEY: "A survey",
    FigureSource.CASE_GROUP: "The case group",
    FigureSource.OTHER_REVIEWS: "Other reviews",
    FigureSource.STUDY: "A published study",
}


class FactorLevel(StrEnum):
    """Where a factor lies; every level is asked about in every episode."""

    FRONTLINE = "L1"
    LOCAL = "L2"
    NATIONAL = "L3"
    OTHER = "L9"


FACTOR_LEVEL_NAMES: dict[str, str] = {
    FactorLevel.FRONTLINE: "Frontline",
    FactorLevel.LOCAL: "Local strategic",
    FactorLevel.NATIONAL: "National",
    FactorLevel.OTHER: "Other",
}


class Support(StrEnum):
    """How a statement stands with its evidence, worked out from what is live now."""

    SUPPORTED = "supported"
    CONTESTED = "contested"
    INFERENCE = "inference"
    CHANGED = "changed"
    LOST = "no_longer_supported"
    UNSUPPORTED = "unsupported"


SUPPORT_WORDS: dict[str, str] = {
    Support.SUPPORTED: "Rests on evidence",
    Support.CONTESTED: "Rests on evidence, and evidence speaks against it",
    Support.INFERENCE: "Our inference",
    Support.CHANGED: "Rests on evidence, but some of it changed or was taken out",
    Support.LOST: "No longer supported",
    Support.UNSUPPORTED: "No evidence yet",
}


@dataclass(frozen=True)
class Cite:
    """What a statement is to rest on, named in one of four ways.

    A passage already taken up (`excerpt`, its number); a place in a source (`source`, `start`, `end`, `quote`);
    exact words in a paragraph (`source`, `paragraph`, `words`); or a chronology entry (`entry`, its number).
    """

    side: str = Side.FOR
    excerpt: int | None = None
    source: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""
    paragraph: int | None = None
    words: str = ""
    entry: int | None = None
    note: str = ""
