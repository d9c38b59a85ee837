"""What is still open in an episode, said in sentences; never counted into a mark."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from casement.rooms.analysis.vocabulary import FACTOR_LEVEL_NAMES, FactorLevel, Part

FIRST_SAY_WHY = "First say why it made sense."
OPEN_CHECKS = (
    "One of the three hindsight checks is open.",
    "Two of the three hindsight checks are open.",
    "The three hindsight checks are open.",
)
ASKED_LEVELS = (FactorLevel.FRONTLINE, FactorLevel.LOCAL, FactorLevel.NATIONAL)


@dataclass(frozen=True)
class EpisodeFacts:
    """What an episode holds. `written` counts the statements of each part; `cited` those with live evidence."""

    dated: bool = False
    strands: int = 0
    written: Mapping[str, int] = field(default_factory=dict)
    cited: Mapping[str, int] = field(default_factory=dict)
    resting_on_nothing: int = 0
    tendency: str = ""
    standard: str = ""
    standard_applied: str = ""
    hindsight_check: str = ""
    outcome_check: str = ""
    difficulty_check: str = ""
    factor_levels: frozenset[str] = frozenset()
    no_factors_reason: str = ""
    confidence: str = ""


@dataclass(frozen=True)
class Gap:
    """One thing that is open: where on the page it belongs, and a sentence."""

    anchor: str
    sentence: str


def may_appraise(written: Mapping[str, int]) -> bool:
    """Whether at least one role's reasons are written: appraisal comes after that."""
    return bool(written.get(Part.LOCAL_RATIONALITY))


def open_checks(facts: EpisodeFacts) -> int:
    """How many of the three hindsight checks have no answer yet."""
    return sum(not check for check in (facts.hindsight_check, facts.outcome_check, facts.difficulty_check))


def appraisal_gaps(facts: EpisodeFacts) -> tuple[Gap, ...]:
    """What an appraisal still lacks."""
    if not may_appraise(facts.written):
        return (Gap(Part.APPRAISAL, FIRST_SAY_WHY),)
    told: list[str] = []
    if not facts.written.get(Part.APPRAISAL):
        told.append("Nobody has written an appraisal yet.")
    if not facts.tendency:
        told.append("Nobody has said which way the practice tended.")
    if not facts.standard:
        told.append("No standard is named.")
    elif not facts.standard_applied:
        told.append("It is not said whether the standard applied then, and was known.")
    left = open_checks(facts)
    if left:
        told.append(OPEN_CHECKS[left - 1])
    return tuple(Gap(Part.APPRAISAL, sentence) for sentence in told)


def missing(facts: EpisodeFacts) -> tuple[Gap, ...]:
    """Everything that is open in an episode, in the order of its page."""
    gaps: list[Gap] = []

    def ask(condition: bool, anchor: str, sentence: str) -> None:
        if condition:
            gaps.append(Gap(anchor, sentence))

    written, cited = facts.written, facts.cited
    ask(not facts.dated, "facts", "It has no date yet. An approximate one will do.")
    ask(not facts.strands, "facts", "No agency is named yet.")
    ask(not written.get(Part.ACCOUNT), Part.ACCOUNT, "Nobody's account is written yet.")
    ask(
        bool(written.get(Part.ACCOUNT)) and not cited.get(Part.ACCOUNT),
        Part.ACCOUNT,
        "The accounts cite no source yet.",
    )
    ask(not written.get(Part.WHY_KEY), Part.WHY_KEY, "It does not say yet why this episode is key.")
    ask(
        not written.get(Part.LOCAL_RATIONALITY),
        Part.LOCAL_RATIONALITY,
        "It does not say yet why it made sense to anybody.",
    )
    gaps.extend(appraisal_gaps(facts) if may_appraise(written) else ())
    ask(
        not facts.factor_levels and not facts.no_factors_reason,
        "factors",
        "No factor is named yet, and no reason why none was found.",
    )
    ask(not written.get(Part.ENABLERS), Part.ENABLERS, "Nobody has written what helped.")
    ask(not written.get(Part.COUNTER), Part.COUNTER, "Nobody has written what speaks against it.")
    ask(not written.get(Part.GAPS), Part.GAPS, "Nobody has written what is not known.")
    ask(not facts.confidence, "sure", "Nobody has said how sure we are.")
    nothing = facts.resting_on_nothing
    ask(nothing == 1, "parts", "One text rests on no passage and is not marked as our inference.")
    ask(nothing > 1, "parts", f"{nothing} texts rest on no passage and are not marked as our inference.")
    return tuple(gaps)


def silent_levels(levels: frozenset[str]) -> tuple[str, ...]:
    """The levels at which no factor is named; the higher ones are easily forgotten."""
    return tuple(FACTOR_LEVEL_NAMES[level] for level in ASKED_LEVELS if level not in levels)
