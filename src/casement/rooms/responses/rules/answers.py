"""What an answer needs, where a question stands, and what is known of the difference made. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casement.rooms.analysis.vocabulary import LEVEL_NAMES, RESPONSE_KIND_NAMES, FindingState, Level, ResponseKind
from casement.rooms.responses.vocabulary import (
    DECISION_NAMES,
    DIFFERENCE_NAMES,
    PRIORITY_NAMES,
    Decision,
    Difference,
)

# The findings that the board was given, and whose questions it answers.
BEFORE_THE_BOARD = (
    FindingState.IN_REPORT, FindingState.PRESENTED, FindingState.PUBLISHED, FindingState.IN_LIBRARY
)  # fmt: skip
AT_THE_BOARD = ("S14", "S15", "S16", "S17")  # steps beyond the gates that hold a report back from the board
ELSEWHERE = frozenset({Level.REGIONAL, Level.NATIONAL})


@dataclass(frozen=True)
class Given:
    """What somebody sent as an answer, and the kind and level that the finding gave its question."""

    decision: str
    reasons: str
    kind: str
    level: str
    kind_was: str
    level_was: str
    reclassified: str = ""
    priority: str = ""
    position: str = ""


def missing_in(given: Given) -> tuple[str, str]:
    """Why an answer cannot be kept, with the field; two empty words when it can. It never asks for an action."""
    if given.decision not in DECISION_NAMES:
        return "Say what the board decides. It may also be under consideration.", "decision"
    if not given.reasons:
        return "Give the reasons. Every decision needs them, whichever it is.", "reasons"
    if given.kind not in RESPONSE_KIND_NAMES:
        return "Say what kind of answer the question needs.", "response_kind"
    if given.level not in LEVEL_NAMES:
        return "Say whom the question is for.", "level"
    if (given.kind, given.level) != (given.kind_was, given.level_was) and not given.reclassified:
        return "You see the kind or the level otherwise than the review does. Say why.", "reclassified"
    if given.priority and given.priority not in PRIORITY_NAMES:
        return "Choose where it stands beside the other questions.", "priority"
    if given.kind == ResponseKind.JUDGEMENT and not given.position:
        return (
            "This question needs a judgement. Say the position that is taken, and what is given up for it.",
            "position",
        )
    return "", ""


def open_still(decision: str, closed: bool) -> bool:
    """Whether the board has not finished with a question: it was not answered, or it is being considered."""
    return not closed and decision in ("", Decision.CONSIDERING)


def is_raised_elsewhere(level: str) -> bool:
    """Whether the local act for this level is to raise it with somebody else."""
    return level in ELSEWHERE


def difference_made(entries: Sequence[tuple[date, int, str]]) -> str:
    """What is known of the difference: the newest of (day, number, difference), or that nothing is known yet.

    It comes from entries of impact alone. That an action is done says nothing here.
    """
    return max(entries)[2] if entries else Difference.NOT_KNOWN


def also_seen(entries: Iterable[tuple[date, int, str]], now: str) -> tuple[str, ...]:
    """What other entries say, in words: two people may see two things, and both stay."""
    seen = {difference for _, _, difference in entries} - {now}
    return tuple(name for key, name in DIFFERENCE_NAMES.items() if key in seen)


def why_not_closed(reason: str, entries: int, without_evidence: str) -> tuple[str, str]:
    """Why a question cannot be closed, with the field; two empty words when it can."""
    if not reason:
        return "Say why the question is closed.", "reason"
    if not entries and not without_evidence:
        return (
            "No evidence of impact is recorded for this question. Record some first, or say here why none is "
            "available.",
            "without_evidence",
        )
    return "", ""
