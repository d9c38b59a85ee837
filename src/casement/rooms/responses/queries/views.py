"""The shapes in which the response is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from casement.foundation.clock import today
from casement.rooms.analysis.vocabulary import LEVEL_NAMES, RESPONSE_KIND_NAMES
from casement.rooms.responses.rules.answers import also_seen, difference_made, is_raised_elsewhere, open_still
from casement.rooms.responses.vocabulary import (
    DECISION_NAMES,
    DIFFERENCE_NAMES,
    DOING_NAMES,
    ENDED,
    PRIORITY_NAMES,
)

THE_BOARD = "The board itself"


@dataclass(frozen=True)
class AnswerView:
    """One answer, with the role label of whoever gave it. `reworded`: the question read otherwise then."""

    edition: int
    decision: str
    reasons: str
    kind: str
    level: str
    reclassified: str
    priority: str
    fits: str
    position: str
    public_text: str
    by: str
    at: datetime
    kept_beside: bool
    reworded: bool

    @property
    def decision_name(self) -> str:
        """The decision in words."""
        return DECISION_NAMES[self.decision]

    @property
    def priority_name(self) -> str:
        """Where it stands beside the others, in words."""
        return PRIORITY_NAMES.get(self.priority, "")

    @property
    def kind_name(self) -> str:
        """The kind of answer needed, as the board sees it."""
        return RESPONSE_KIND_NAMES[self.kind]

    @property
    def level_name(self) -> str:
        """Whom it is for, as the board sees it."""
        return LEVEL_NAMES[self.level]


@dataclass(frozen=True)
class TextView:
    """What the board made of a finding as a whole, at one time."""

    edition: int
    text: str
    public_text: str
    by: str
    at: datetime
    kept_beside: bool


@dataclass(frozen=True)
class RaisedView:
    """That a question was raised elsewhere, and what came back."""

    number: int
    to: str
    on: date
    asks: str
    reply: str
    replied_on: date | None
    by: str


@dataclass(frozen=True)
class ClosingView:
    """That a question was closed or opened again, and why."""

    closed: bool
    reason: str
    without_evidence: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ImpactView:
    """What was seen of the work: dated, with who says so. `action` is its number, None for the whole question."""

    number: int
    action: int | None
    difference: str
    evidence: str
    said_by: str
    on: date
    reopens: bool
    by: str

    @property
    def difference_name(self) -> str:
        """What became different, in words."""
        return DIFFERENCE_NAMES[self.difference]


@dataclass(frozen=True)
class ProgressView:
    """What was done by a day."""

    doing: str
    text: str
    look_on: date | None
    by: str
    at: datetime

    @property
    def doing_name(self) -> str:
        """How far it had got, in words."""
        return DOING_NAMES[self.doing]


@dataclass(frozen=True)
class ActionView:
    """One action: what is to change, what was done, and, told apart from that, what became different.

    `question_text` is empty for somebody who may read their own agency's actions and not the response.
    """

    number: int
    question: int
    question_text: str
    finding: int
    agency: str
    agency_number: int | None
    what: str
    due_on: date | None
    due_words: str
    measure: str
    baseline: str
    source: str
    look_on: date | None
    doing: str
    edition: int
    progress: tuple[ProgressView, ...] = ()
    impact: tuple[ImpactView, ...] = ()
    may_report: bool = False

    @property
    def doing_name(self) -> str:
        """How far it has got, in words."""
        return DOING_NAMES[self.doing]

    @property
    def difference(self) -> str:
        """What the newest entry of impact says."""
        return difference_made([(one.on, one.number, one.difference) for one in self.impact])

    @property
    def difference_name(self) -> str:
        """The same in words, with what other entries say."""
        entries = [(one.on, one.number, one.difference) for one in self.impact]
        also = also_seen(entries, self.difference)
        told = DIFFERENCE_NAMES[self.difference]
        return told + (f"; other entries say: {', '.join(name.lower() for name in also)}" if also else "")

    @property
    def ended(self) -> bool:
        """Whether nothing more is done about it."""
        return self.doing in ENDED

    @property
    def past_its_day(self) -> bool:
        """Whether its day has gone by and it is not ended."""
        return not self.ended and self.due_on is not None and self.due_on < today()


@dataclass(frozen=True)
class QuestionView:
    """One question to the board with everything that was answered, newest first. `asked`: it is in the report."""

    number: int
    text: str
    kind: str
    level: str
    finding: int
    finding_title: str
    asked: bool
    answers: tuple[AnswerView, ...] = ()
    closings: tuple[ClosingView, ...] = ()
    raised: tuple[RaisedView, ...] = ()
    actions: tuple[ActionView, ...] = ()
    impact: tuple[ImpactView, ...] = ()

    @property
    def answer(self) -> AnswerView | None:
        """The answer that counts."""
        return next((one for one in self.answers if not one.kept_beside), None)

    @property
    def earlier(self) -> tuple[AnswerView, ...]:
        """Every other answer: those before, and those that were kept beside."""
        return tuple(one for one in self.answers if one is not self.answer)

    @property
    def closed(self) -> bool:
        """Whether it is closed now."""
        return bool(self.closings) and self.closings[0].closed

    @property
    def is_open(self) -> bool:
        """Whether the board has not finished with it."""
        return open_still(self.answer.decision if self.answer else "", self.closed)

    @property
    def kind_name(self) -> str:
        """The kind of answer needed, as the review sees it."""
        return RESPONSE_KIND_NAMES[self.kind]

    @property
    def level_name(self) -> str:
        """Whom it is for, as the review sees it."""
        return LEVEL_NAMES[self.level]

    @property
    def raises(self) -> bool:
        """Whether raising it with somebody else is the local act, as the board sees the level."""
        return is_raised_elsewhere(self.answer.level if self.answer else self.level)

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.closed:
            return "Closed"
        return self.answer.decision_name if self.answer else "Not answered yet"


@dataclass(frozen=True)
class FindingPart:
    """A finding with its questions and what the board makes of it as a whole, newest first."""

    number: int
    title: str
    asked: bool
    questions: tuple[QuestionView, ...] = ()
    views: tuple[TextView, ...] = ()

    @property
    def view(self) -> TextView | None:
        """The text that counts."""
        return next((one for one in self.views if not one.kept_beside), None)


@dataclass(frozen=True)
class Response:
    """The whole response as one seat reads it."""

    findings: tuple[FindingPart, ...]
    actions: tuple[ActionView, ...]
    sees_actions: bool
    questions: tuple[QuestionView, ...] = field(default=())
