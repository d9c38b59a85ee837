"""Where a finding may go, what stands in the way, and what is worth saying before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from casement.rooms.analysis.vocabulary import FINDING_STATE_NAMES, FindingState, Part

MAIN_LINE = (FindingState.CANDIDATE, FindingState.DRAFTED, FindingState.TESTED, FindingState.AGREED,
             FindingState.IN_REPORT, FindingState.PRESENTED, FindingState.PUBLISHED,
             FindingState.IN_LIBRARY)  # fmt: skip
WORKING = MAIN_LINE[:5]
ASIDE = (FindingState.MERGED, FindingState.DROPPED, FindingState.ADDITIONAL)
NEEDED = {
    Part.IN_CASE: "how it showed in this case",
    Part.UNDERLYING: "how we know it is not a one-off",
}


@dataclass(frozen=True)
class FindingFacts:
    """What a finding holds. `written` counts statements per layer."""

    title: str = ""
    written: Mapping[str, int] = field(default_factory=dict)
    figures: int = 0
    questions: int = 0
    against: int = 0
    searches: int = 0
    confidence: str = ""
    confidence_reason: str = ""
    direction: str = ""
    primary: bool = False
    resting_on_nothing: int = 0
    state: str = FindingState.CANDIDATE


def may_go(state: str) -> tuple[FindingState, ...]:
    """The states a finding may move to from `state`, nearest first."""
    here = FindingState(state)
    if here in WORKING:
        onward = (FindingState.PRESENTED,) if here is FindingState.IN_REPORT else ()
        return (*(other for other in WORKING if other is not here), *onward, *ASIDE)
    if here in ASIDE:
        return (FindingState.CANDIDATE, FindingState.DRAFTED, *(other for other in ASIDE if other is not here))
    place = MAIN_LINE.index(here)
    return (MAIN_LINE[place - 1], *MAIN_LINE[place + 1 : place + 2])


def next_state(state: str) -> FindingState | None:
    """The next state on the main line; None at its end or beside it."""
    here = FindingState(state)
    if here in ASIDE or here is MAIN_LINE[-1]:
        return None
    return MAIN_LINE[MAIN_LINE.index(here) + 1]


def needs_reason(state: str, to: str) -> bool:
    """Whether a move needs a reason: going aside, or going back."""
    here, there = FindingState(state), FindingState(to)
    if there in ASIDE or here in ASIDE:
        return True
    return MAIN_LINE.index(there) < MAIN_LINE.index(here)


def gaps_before_report(facts: FindingFacts) -> tuple[str, ...]:
    """What a finding must hold before it is in the report; each a phrase that completes "it still needs"."""
    told: list[str] = []
    if not facts.title.strip():
        told.append("a title")
    told += [words for part, words in NEEDED.items() if not facts.written.get(part)]
    if not facts.figures and not facts.written.get(Part.PREVALENCE):
        told.append('how usual it is (which may say "not known")')
    if not facts.questions:
        told.append("one question for the board")
    return tuple(told)


def what_stops(facts: FindingFacts, to: str) -> str:
    """Why a finding may not move to `to`, in one sentence; empty when it may."""
    there = FindingState(to)
    if there not in may_go(facts.state):
        name = FINDING_STATE_NAMES
        return f"A finding that is {name[facts.state].lower()} cannot move to “{name[there].lower()}” from there."
    if there is FindingState.IN_REPORT:
        gaps = gaps_before_report(facts)
        if gaps:
            return f"It cannot go in the report yet. It still needs {listed(gaps)}."
    return ""


def worth_saying(facts: FindingFacts) -> tuple[str, ...]:
    """What does not block but should be looked at, in sentences."""
    told: list[str] = []
    if not facts.written.get(Part.IMPLICATIONS):
        told.append("It does not say yet what it means for how reliable the system is.")
    if not facts.written.get(Part.SUMMARY):
        told.append("The summary is empty.")
    if not facts.against and not facts.searches:
        told.append("Nothing speaks against it, and nobody has recorded a search for what would.")
    if not facts.primary:
        told.append("It has no pattern category yet.")
    if not facts.direction:
        told.append("It does not say whether it is a weakness or a strength to protect.")
    if not facts.confidence:
        told.append("Nobody has said how sure we are.")
    elif not facts.confidence_reason:
        told.append("It does not say why we are that sure.")
    if facts.resting_on_nothing == 1:
        told.append("One text has neither evidence nor the words “our inference”.")
    elif facts.resting_on_nothing:
        told.append(f"{facts.resting_on_nothing} texts have neither evidence nor the words “our inference”.")
    if facts.state in (FindingState.CANDIDATE, FindingState.DRAFTED):
        told.append("It has not been tested with the case group.")
    return tuple(told)


def listed(words: tuple[str, ...]) -> str:
    """Words joined as people say them: "a, b and c"."""
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " and " + words[-1]
