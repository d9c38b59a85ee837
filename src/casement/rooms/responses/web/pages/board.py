"""The board's first page, a finding, a question, a presentation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.frame import Place
from casement.foundation.refusals import NotHere
from casement.rooms.responses import queries
from casement.rooms.responses.queries.presentations import PresentationView, SaidView
from casement.rooms.responses.queries.views import RaisedView
from casement.rooms.responses.vocabulary import Decision

Choices = Mapping[str, list[tuple[str, str]]]
TITLE = "The board’s answers"
NO_FINDING = ("", "All of them")


@dataclass(frozen=True)
class BoardPage:
    """Findings with their questions, what the board decided, and what is open."""

    base: str
    findings: tuple[queries.FindingPart, ...]
    sentence: str
    presentations: tuple[PresentationView, ...]
    puzzles: tuple[SaidView, ...]
    act: Place | None
    sees_actions: bool
    may_answer: bool
    tab: str = TITLE


@dataclass(frozen=True)
class QuestionPage:
    """One question: the answer, actions, what became different, and what was answered before."""

    base: str
    here: str
    question: queries.QuestionView
    sees_actions: bool
    may_answer: bool
    may_write: bool
    above: Place
    tab: str


@dataclass(frozen=True)
class AnswerPage:
    """The form in which a question is answered."""

    here: str
    question: queries.QuestionView
    said: tuple[SaidView, ...]
    edition: int
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class ReplyPage:
    """Where a question was raised, and the form for what came back."""

    up: str
    here: str
    question: queries.QuestionView
    raised: RaisedView
    tab: str


@dataclass(frozen=True)
class FindingPage:
    """One finding: what the board makes of it, its questions, what was said of it."""

    base: str
    here: str
    part: queries.FindingPart
    summary: tuple[str, ...]
    said: tuple[SaidView, ...]
    may_answer: bool
    edition: int
    filled: Mapping[str, Mapping[str, Any]]
    tab: str


@dataclass(frozen=True)
class NewPresentationPage:
    """The form for a presentation."""

    up: str
    choices: Choices
    tab: str = "Presentation to the board"


@dataclass(frozen=True)
class PresentationPage:
    """One presentation, with what was said finding by finding."""

    up: str
    here: str
    review: str
    told: PresentationView
    parts: tuple[tuple[str, tuple[SaidView, ...]], ...]
    may_write: bool
    tab: str
    choices: Choices = field(default_factory=dict)


def board_page(seat: Seat) -> BoardPage:
    """The page on which a board sees in ten seconds what is asked of it."""
    told, held = queries.response(seat), queries.presentations(seat)
    base = f"/reviews/{seat.ref}/response/"
    may = allows(seat.standing, Action.RESPONSES_ANSWER)
    asked = [one for one in told.questions if one.asked]
    waiting = next((one for one in asked if one.is_open and not one.answer), None)
    act = (
        Place(f"Answer question {waiting.number}", f"{base}questions/{waiting.number}/answer/") if waiting else None
    )
    return BoardPage(
        base,
        told.findings,
        sentence_of(asked),
        held,
        tuple(one for each in held for one in each.said if one.is_puzzle),
        act if may else None,
        told.sees_actions,
        may,
    )


def sentence_of(asked: list[queries.QuestionView]) -> str:
    """How many questions there are, and how many wait, in a sentence or two."""
    if not asked:
        return "Nothing has come to the board yet. The questions of the findings will stand here."
    many = "one question" if len(asked) == 1 else f"{len(asked)} questions"
    left = sum(one.answer is None and not one.closed for one in asked)
    thinking = sum(
        one.answer is not None and one.answer.decision == Decision.CONSIDERING and not one.closed for one in asked
    )
    waits = "Every one has an answer." if not left else f"{left} {'waits' if left == 1 else 'wait'} for an answer."
    also = f" {thinking} {'is' if thinking == 1 else 'are'} under consideration." if thinking else ""
    return f"The review asks the board {many}. {waits}{also}"


def question_page(seat: Seat, number: int) -> QuestionPage:
    """One question; NotHere when the board was not asked it."""
    told, found = queries.question(seat, number)
    base = f"/reviews/{seat.ref}/response/"
    may = allows(seat.standing, Action.RESPONSES_ANSWER)
    return QuestionPage(
        base,
        f"{base}questions/{number}/",
        found,
        told.sees_actions,
        may and found.asked,
        may,
        Place(f"Finding {found.finding}: {found.finding_title}", f"{base}findings/{found.finding}/"),
        f"Question {number} to the board",
    )


def answer_page(seat: Seat, number: int) -> AnswerPage:
    """The form, holding what was answered last; for those who answer."""
    _, found = queries.question(seat, number)
    last = found.answer
    filled: dict[str, Any] = {"response_kind": found.kind, "level": found.level}
    if last is not None:
        filled = {
            "decision": last.decision, "reasons": last.reasons, "position": last.position,
            "public_text": last.public_text, "priority": last.priority, "fits": last.fits,
            "response_kind": last.kind, "level": last.level, "reclassified": last.reclassified,
        }  # fmt: skip
    said = tuple(
        one for each in queries.presentations(seat) for one in each.said if one.finding in (found.finding, None)
    )
    at = f"/reviews/{seat.ref}/response/questions/{number}/"
    return AnswerPage(at, found, said, last.edition if last else 0, {"form": filled}, f"Answer question {number}")


def reply_page(seat: Seat, number: int) -> ReplyPage:
    """Where a question was raised; NotHere for a number that nothing has."""
    base = f"/reviews/{seat.ref}/response/"
    for one in queries.response(seat).questions:
        for each in one.raised:
            if each.number == number:
                up, here = f"{base}questions/{one.number}/", f"{base}raised/{number}/"
                return ReplyPage(up, here, one, each, f"Question {one.number}, raised elsewhere")
    raise NotHere


def finding_page(seat: Seat, number: int) -> FindingPage:
    """One finding as the board reads it."""
    _, part = queries.finding(seat, number)
    base = f"/reviews/{seat.ref}/response/"
    view = part.view
    filled = {"text": view.text, "public_text": view.public_text} if view else {}
    return FindingPage(
        base,
        f"{base}findings/{number}/",
        part,
        queries.summary_of(seat, part),
        tuple(one for each in queries.presentations(seat) for one in each.said if one.finding == number),
        allows(seat.standing, Action.RESPONSES_ANSWER) and part.asked,
        view.edition if view else 0,
        {"form": filled},
        f"Finding {number} before the board",
    )


def new_presentation_page(seat: Seat) -> NewPresentationPage:
    """The form for a presentation."""
    meetings = [("", "No, or it is not in the plan"), *queries.meeting_choices(seat)]
    return NewPresentationPage(f"/reviews/{seat.ref}/response/", {"meeting": meetings})


def presentation_page(seat: Seat, number: int) -> PresentationPage:
    """One presentation, what was said of all findings first."""
    told, found = queries.presentation(seat, number), queries.response(seat).findings
    names = {part.number: part.title for part in found} | {
        one.finding: one.title for one in told.said if one.finding is not None
    }
    parts = [("Of all findings", told.of(None))] if told.of(None) else []
    parts += [(f"Finding {of}: {title}", told.of(of)) for of, title in names.items() if told.of(of)]
    base = f"/reviews/{seat.ref}/response/"
    offered = [NO_FINDING, *((str(part.number), f"{part.number}. {part.title}") for part in found if part.asked)]
    return PresentationPage(
        base,
        f"{base}presentations/{number}/",
        f"/reviews/{seat.ref}/",
        told,
        tuple(parts),
        allows(seat.standing, Action.RESPONSES_ANSWER),
        f"Presentation {number} to the board",
        {"finding": offered},
    )
