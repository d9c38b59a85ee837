"""Whether a statement still rests on its evidence, and why a piece of evidence no longer stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from casement.rooms.analysis.vocabulary import Part, Side, Support

MAY_REST_ON_NOTHING = frozenset({Part.WHY_KEY, Part.GAPS, Part.HUNCH, Part.SUMMARY})


@dataclass(frozen=True)
class PassageFacts:
    """What is known of a cited passage: its words when cited, and what stands at that place now.

    `now` is the text at the same place of the same version. `is_current` says that this version is the newest:
    when a text is corrected, passages that keep their words go along to the newest.
    """

    quote: str
    now: str
    withdrawn: bool = False
    is_current: bool = True


@dataclass(frozen=True)
class EntryFacts:
    """What is known of a cited chronology entry: its words when cited, and now."""

    quote: str
    now: str
    removed: bool = False


@dataclass(frozen=True)
class Cited:
    """One piece of evidence as far as support goes. `removed`: somebody took it away from the statement."""

    direction: str
    live: bool
    removed: bool = False


def passage_lost(facts: PassageFacts) -> str:
    """Why a cited passage no longer stands, in one sentence; empty while it does."""
    if facts.withdrawn:
        return "This source was taken out of the review."
    if facts.quote != facts.now:
        return "The words at this place are no longer the words that were cited."
    if not facts.is_current:
        return "The text was corrected, and this passage has no place in the newest text yet."
    return ""


def entry_lost(facts: EntryFacts) -> str:
    """Why a cited entry no longer stands, in one sentence; empty while it does."""
    if facts.removed:
        return "This entry was removed from the chronology."
    if facts.quote != facts.now:
        return "This entry was corrected after it was cited."
    return ""


def support_of(evidence: Iterable[Cited], *, inference: bool = False) -> Support:
    """How a statement stands. Evidence taken away counts as once given: what it held is no longer supported."""
    told = tuple(evidence)
    given = [one for one in told if one.direction == Side.FOR]
    live = [one for one in given if one.live and not one.removed]
    against = any(one.direction == Side.AGAINST and one.live and not one.removed for one in told)
    if not live and not inference:
        return Support.LOST if given else Support.UNSUPPORTED
    if against:
        return Support.CONTESTED
    if not live:
        return Support.INFERENCE
    if any(not one.live and not one.removed for one in given):
        return Support.CHANGED
    return Support.SUPPORTED


def needs_evidence(part: str, support: str) -> bool:
    """Whether a text should be lit: what it rested on is gone, or it never rested on anything and ought to."""
    return support == Support.LOST or (support == Support.UNSUPPORTED and part not in MAY_REST_ON_NOTHING)
