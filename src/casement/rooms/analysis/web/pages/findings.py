"""Pages of findings: the list, and one finding in its layers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from casement.foundation.access import Seat
from casement.foundation.beside import Beside, beside
from casement.foundation.design.frame import Place
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.language import Note, TextPlace
from casement.rooms.analysis.queries.outlines import Written
from casement.rooms.analysis.queries.standing import every, of_finding
from casement.rooms.analysis.queries.tree import AlternativeView, FindingView, PrevalenceView, QuestionView
from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.rules.findings import ASIDE, gaps_before_report, listed, next_state, worth_saying
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    DIRECTION_NAMES,
    FIGURE_SOURCE_NAMES,
    FINDING_STATE_NAMES,
    LAYERS,
    LEVEL_NAMES,
    RESPONSE_KIND_NAMES,
    Owner,
    Part,
)
from casement.rooms.analysis.web.pages.blocks import Block, Kept, RestsOn, block, looked, may_write, rests_on


@dataclass(frozen=True)
class FindingLine:
    """One finding in the list."""

    number: int
    title: str
    state: str
    category: str
    supporting: int
    against: int
    missing: str


@dataclass(frozen=True)
class FindingsPage:
    """Findings in the team's order; additional learning, merged and dropped ones below."""

    findings: tuple[FindingLine, ...]
    aside: tuple[FindingLine, ...]
    may_write: bool
    tab: str = "Findings"


def findings_page(seat: Seat) -> FindingsPage:
    """The list of findings."""
    written = queries.written(seat, Owner.FINDING, Part.SUMMARY)
    lines = [
        (view.state in ASIDE, line(view, written.get(view.number, queries.NOTHING)))
        for view in queries.finding_outlines(seat)
    ]
    return FindingsPage(
        tuple(one for aside, one in lines if not aside),
        tuple(one for aside, one in lines if aside),
        may_write(seat),
    )


def line(view: FindingView, told: Written) -> FindingLine:
    """One finding as a line."""
    gaps = gaps_before_report(replace(of_finding(view), written=told.parts))
    return FindingLine(
        number=view.number,
        title=view.title,
        state=FINDING_STATE_NAMES[view.state],
        category=view.primary.words if view.primary else "No category yet",
        supporting=told.supporting,
        against=told.against,
        missing=view.state_reason if view.state in ASIDE else (f"Still needs {listed(gaps)}" if gaps else ""),
    )


@dataclass(frozen=True)
class Layer:
    """One layer of a finding: its texts and both sides. `open` says whether it stands open on the page."""

    block: Block
    beside: str
    open: bool


@dataclass(frozen=True)
class FigureLine:
    """One figure in words."""

    number: int
    amount: str
    of_what: str
    where_when: str
    source: str
    remove: str


@dataclass(frozen=True)
class QuestionLine:
    """One question for the board with its kind and level in words."""

    number: int
    text: str
    kind: str
    level: str
    puzzle: bool
    change: str
    heard: tuple[Note, ...] = ()


@dataclass(frozen=True)
class AlternativeLine:
    """What else could explain the finding, and what the team makes of it."""

    view: AlternativeView
    reply: str
    answer: str


@dataclass(frozen=True)
class FindingPage:
    """One finding in its layers."""

    number: int
    title: str
    state: str
    state_reason: str
    about: str
    layers: tuple[Layer, ...]
    figures: tuple[FigureLine, ...]
    questions: tuple[QuestionLine, ...]
    searches: tuple[str, ...]
    alternatives: tuple[AlternativeLine, ...]
    before_report: tuple[str, ...]
    worth_saying: tuple[str, ...]
    episodes: tuple[Place, ...]
    pattern: Place | None
    next_words: str
    sure: str
    sure_reason: str
    rests_on: RestsOn
    base: str
    may_write: bool
    tab: str
    beside: tuple[Beside, ...] = ()


def finding_page(seat: Seat, number: int) -> FindingPage:
    """The page of one finding."""
    view = queries.finding(seat, number)
    facts = of_finding(view)
    told = every(view.layers)
    base = f"/reviews/{seat.ref}/findings/{number}/"
    also = ", ".join(one.words.lower() for one in view.secondary)
    about = ". ".join(
        words
        for words in (
            view.primary.words if view.primary else "No category yet",
            f"Also: {also}" if also else "",
            DIRECTION_NAMES.get(view.direction, ""),
        )
        if words
    )
    following = next_state(view.state)
    kept = queries.answered(seat)
    return FindingPage(
        number=number,
        title=view.title,
        state=FINDING_STATE_NAMES[view.state],
        state_reason=view.state_reason,
        about=about,
        layers=tuple(layer(seat, view, part, kept) for part in LAYERS),
        figures=tuple(figure(seat, one) for one in view.prevalences),
        questions=tuple(question(seat, one, kept) for one in view.questions),
        searches=looked(view.searches),
        alternatives=tuple(
            AlternativeLine(one, REPLY_NAMES.get(one.answer, ""), f"/reviews/{seat.ref}/alternatives/{one.number}/")
            for one in view.alternatives
        ),
        before_report=tuple(words[:1].upper() + words[1:] for words in gaps_before_report(facts)),
        worth_saying=worth_saying(facts),
        episodes=tuple(
            Place(f"Episode {number}. {title}", f"/reviews/{seat.ref}/episodes/{number}/")
            for number, title in view.episode_titles.items()
        ),
        pattern=Place(f"Pattern {view.pattern}", f"/reviews/{seat.ref}/patterns/{view.pattern}/")
        if view.pattern
        else None,
        next_words=FINDING_STATE_NAMES[following] if following else "",
        sure=CONFIDENCE_NAMES.get(view.confidence, ""),
        sure_reason=view.confidence_reason,
        rests_on=rests_on(told),
        base=base,
        may_write=may_write(seat),
        tab=f"Finding {number}",
        beside=beside(seat, "finding", number),
    )


def layer(seat: Seat, view: FindingView, part: Part, kept: Kept) -> Layer:
    """One layer; those with something in them, and the two that every finding needs, stand open."""
    told = block(seat, Owner.FINDING, view.number, view.layers, part, kept)
    figures = part is Part.PREVALENCE and bool(view.prevalences)
    if told.written:
        beside = f"{amount(len(told.supporting))} for, {amount(len(told.against))} against"
    else:
        beside = "" if figures else "Not written yet"
    needed = part in (Part.IN_CASE, Part.UNDERLYING, Part.PREVALENCE)
    return Layer(told, beside, told.written or needed)


def amount(count: int) -> str:
    """A count in words where it is nought."""
    return str(count) if count else "none"


def figure(seat: Seat, view: PrevalenceView) -> FigureLine:
    """A figure with its denominator, or what is not known and what it would take."""
    if view.not_known:
        counted = "Not known"
    elif view.numerator is None:
        counted = "Told, not counted"
    else:
        counted = f"{view.numerator} of {view.denominator}"
    source = FIGURE_SOURCE_NAMES.get(view.source_kind, "")
    told = (source, view.reference, view.obtained, view.limits)
    return FigureLine(
        number=view.number,
        amount=counted,
        of_what=", ".join(words for words in (view.unit, view.population) if words),
        where_when=", ".join(words for words in (view.geography, view.period) if words),
        source=f"Would need: {view.would_need}"
        if view.not_known
        else ". ".join(words.rstrip(".") for words in told if words),
        remove=f"/reviews/{seat.ref}/figures/{view.number}/removal/",
    )


def question(seat: Seat, view: QuestionView, kept: Kept) -> QuestionLine:
    """A question in words."""
    href = f"/reviews/{seat.ref}/board-questions/{view.number}/"
    return QuestionLine(
        number=view.number,
        text=view.text,
        kind=RESPONSE_KIND_NAMES[view.response_kind],
        level=LEVEL_NAMES[view.level],
        puzzle=view.response_kind == "judgement_or_compromise",
        change=href,
        heard=queries.notes_on(TextPlace("", href, view.text), kept),
    )
