"""The check before publication: what it still needs, who may sign it, and what meets the gate. Plain Python."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from casement.rooms.responses.vocabulary import ANSWER_NAMES, OUTCOME_NAMES, Answer, Outcome

SIGNERS = 2


def wrong_answer(answer: str, note: str) -> tuple[str, str]:
    """Why one answer cannot be kept, with the field; two empty words when it can."""
    if answer not in ANSWER_NAMES:
        return "Choose yes, no, or not needed here.", "answer"
    if answer != Answer.YES and not note:
        return "Say why, in a sentence. “No” and “not needed” both have a reason.", "note"
    return "", ""


def wrong_outcome(outcome: str, reason: str, look_on: date | None) -> tuple[str, str]:
    """Why an outcome cannot be kept, with the field; two empty words when it can."""
    if outcome not in OUTCOME_NAMES:
        return "Choose what comes of the check.", "outcome"
    if outcome != Outcome.IN_FULL and not reason:
        told = {
            Outcome.IN_PART: "Say what is left out, and why.",
            Outcome.DELAY: "Say why publication waits.",
            Outcome.NOT: "Say why it is not published.",
        }
        return told[Outcome(outcome)], "reason"
    if outcome == Outcome.DELAY and look_on is None:
        return "Say when you look at it again.", "look_on"
    return "", ""


def why_not_signed(
    items: Collection[str], answers: Mapping[str, str], outcome: str, signed: Collection[int], person: int
) -> str:
    """Why this person cannot sign now, in one sentence; empty when they can.

    `signed` holds the people who signed the check as it stands. A “no” does not stop anybody: people decide.
    """
    left = [item for item in items if item not in answers]
    if left:
        many = f"{len(left)} things are" if len(left) > 1 else "One thing is"
        return f"{many} not answered yet. Answer everything before you sign."
    if not outcome:
        return "Nobody has said what comes of the check. Say it before you sign."
    if person in signed:
        return "You have signed this check. A second person has to sign it."
    return ""


def meets_the_gate(outcome: str) -> bool:
    """Whether a check that two people signed lets the review go on: a delay leaves publication to be decided."""
    return outcome in (Outcome.IN_FULL, Outcome.IN_PART, Outcome.NOT)
