"""Appraising practice after the reasons, against a stated standard; and saying how sure we are."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.commands import episodes, findings
from casement.rooms.analysis.commands.rows import one_of, row, said
from casement.rooms.analysis.commands.statements import add_statement, needs_reason_first
from casement.rooms.analysis.models import Episode, Finding
from casement.rooms.analysis.vocabulary import Confidence, Owner, Part, Tendency


@command(Action.ANALYSIS_WRITE)
def set_appraisal(
    seat: Seat,
    *,
    number: int,
    based_on: int | None = None,
    text: str = "",
    tendency: str | None = None,
    standard: str | None = None,
    standard_applied: str | None = None,
    hindsight_check: str | None = None,
    outcome_check: str | None = None,
    difficulty_check: str | None = None,
) -> Episode:
    """Appraise practice in an episode: the text, which way it tended, the standard, the three hindsight checks.

    What is None stays. Refused until at least one role's reasons are written. Conflict as `set_episode_facts`.
    """
    episode = row(Episode, seat, number)
    needs_reason_first(episode)
    if tendency:
        one_of(Tendency, tendency, "Choose which way the practice tended.", field="tendency")
    told = {
        "tendency": tendency,
        "standard": standard,
        "standard_applied": standard_applied,
        "hindsight_check": hindsight_check,
        "outcome_check": outcome_check,
        "difficulty_check": difficulty_check,
    }
    if text.strip():
        add_statement(seat, episode, part=Part.APPRAISAL, text=text)
    return episodes.change(
        seat, episode, based_on, {name: value for name, value in told.items() if value is not None}
    )


@command(Action.ANALYSIS_WRITE)
def set_confidence(
    seat: Seat, *, owner: str, number: int, word: str, reason: str, based_on: int | None = None
) -> Episode | Finding:
    """Say in a word how sure the team is of an episode or a finding, and why. Refused without the reason."""
    one_of(Confidence, word, "Choose the word that says how sure you are.", field="word")
    why = said(reason, "Say in a sentence why you are that sure.", field="reason")
    values = {"confidence": word, "confidence_reason": why}
    if owner == Owner.EPISODE:
        return episodes.change(seat, row(Episode, seat, number), based_on, values)
    if owner == Owner.FINDING:
        return findings.change(seat, row(Finding, seat, number), based_on, values)
    raise NotHere
