"""How the reviewers of the worked example tested their own work: decisions, other explanations, second readings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decided:
    """What was decided about the candidate whose sentence holds `candidate`.

    Taken as an episode called `title` and left out again because of `then`; set aside, and looked at `again` by
    somebody else; or asked about in `text`, with the answer as `reason`.
    """

    candidate: str
    decision: str
    reason: str = ""
    title: str = ""
    then: str = ""
    again: str = ""
    by: str = ""
    text: str = ""
    asked_of: str = ""


@dataclass(frozen=True)
class Alternative:
    """What else could explain a finding, thought of by `by`; without an answer it is open."""

    finding: str
    text: str
    would_speak: str
    answer: str = ""
    reason: str = ""
    by: str = ""


@dataclass(frozen=True)
class Reading:
    """A second reading of an episode or a finding, and what the team did."""

    reader: str
    why: str
    text: str
    not_told: str
    answer: str
    reason: str
    measured_by: str = ""
    episode: str = ""
    finding: str = ""


@dataclass(frozen=True)
class Tested:
    """All three."""

    decided: tuple[Decided, ...]
    alternatives: tuple[Alternative, ...]
    readings: tuple[Reading, ...]
