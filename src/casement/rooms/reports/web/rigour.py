"""How do we know? What findings rest on, what is worth a thought, what was read, and the trail as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.safestring import SafeString

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.analysis.queries import against, asking
from casement.rooms.analysis.queries.asking import Asked, CheckAnswered
from casement.rooms.analysis.queries.balance import Balance
from casement.rooms.analysis.queries.candidate_log import DECISION_NAMES
from casement.rooms.analysis.queries.coverage import coverage
from casement.rooms.analysis.queries.perspectives import around
from casement.rooms.analysis.queries.silences import Silent, silences, spoken
from casement.rooms.analysis.queries.tree import AnalysisTree
from casement.rooms.analysis.rules.alternatives import REPLY_NAMES
from casement.rooms.analysis.rules.balance import Check
from casement.rooms.analysis.rules.coverage import Added, Reached, settling
from casement.rooms.analysis.rules.readings import READING_REPLY_NAMES
from casement.rooms.analysis.vocabulary import Support
from casement.rooms.reports import queries
from casement.rooms.reports.exports import trail
from casement.rooms.reports.exports.word import docx_bytes
from casement.rooms.reports.rules.material import DecisionLine, ReadingLine
from casement.rooms.reports.rules.telling import method_tree
from casement.rooms.reports.rules.telling.statements import internal_words, short
from casement.rooms.reports.vocabulary import MEDIA_TYPES, Format
from casement.rooms.reports.web.balance_picture import drawing
from casement.rooms.reports.web.other_side import OtherSide, other_sides
from casement.rooms.reports.web.pages import holds
from casement.rooms.reports.web.words import pages_of

THOUGHTS, SOURCES = 25, 50
FOLDER = {"finding": "findings", "episode": "episodes", "source": "sources"}


@dataclass(frozen=True)
class Question:
    """One sentence worth a thought, where it leads, and where it is answered."""

    place: str
    title: str
    href: str
    said: str
    answer: str


@dataclass(frozen=True)
class Alone:
    """The statements of one finding that rest on one source alone, each with its address."""

    place: str
    statements: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AnswerLine:
    """An answer that stands; `unasked` when its sentence is not asked any more."""

    answer: CheckAnswered
    unasked: bool
    remove: str


@dataclass(frozen=True)
class OtherLine:
    """What else could explain one finding, and what the team made of it."""

    place: str
    href: str
    text: str
    reply: str
    reason: str


@dataclass(frozen=True)
class AgainLine:
    """A second reading that was handed in, and what came of it."""

    place: str
    href: str
    by: str
    reply: str
    reason: str


@dataclass(frozen=True)
class RigourPage:
    """What the analysis rests on, what is worth a thought, and the answers."""

    told: Balance
    picture: SafeString
    questions: tuple[Question, ...]
    alone: tuple[Alone, ...]
    other_side: tuple[OtherSide, ...]
    answers: tuple[AnswerLine, ...]
    others: tuple[OtherLine, ...]
    readings: tuple[AgainLine, ...]
    decided: tuple[tuple[str, int], ...]
    unsupported: int
    inferred: int
    statements: int
    pages: Pages
    may_write: bool
    tab: str = "Rigour"


@dataclass(frozen=True)
class SourceLine:
    """One source, what was done with it, and what was not."""

    source: Reached
    href: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class CoveragePage:
    """How far the material has been read, marked and used."""

    lines: tuple[SourceLine, ...]
    total: int
    opened: int
    marked: int
    alone: int
    added: tuple[Added, ...]
    settling: str
    silent: tuple[Question, ...]
    unseen: tuple[Silent, ...]
    periods: int
    pages: Pages
    may_write: bool
    tab: str = "What we have read"


@dataclass(frozen=True)
class PassageLine:
    """A passage the question speaks of: its words, and where it stands and which way it speaks."""

    words: str
    place: str
    href: str


@dataclass(frozen=True)
class AnswerPage:
    """One sentence to be answered, with the passages it speaks of."""

    question: Question | None
    passages: tuple[PassageLine, ...] = ()
    tab: str = "Say what you make of it"


def rigour_page(seat: Seat, asked: QueryDict) -> RigourPage:
    """The rigour of a review at a glance."""
    desk = queries.desk(seat)
    tree, told, answers = desk.material.tree, desk.balance(), asking.check_answers(seat)
    every = asking.asked_of_claims(told, tree)
    keys = {one.key for one in every}
    waiting = asking.open_ones(every, answers)
    pages = pages_of(asked, len(waiting), THOUGHTS, "things")
    lines = tuple(
        AnswerLine(one, one.owner in ("finding", "episode") and one.key not in keys, removal(seat, one))
        for one in answers
    )
    return RigourPage(
        told,
        drawing(told.findings),
        tuple(shown(seat, one) for one in waiting[pages.first_shown - 1 if waiting else 0 : pages.last_shown]),
        tuple(
            Alone(
                f"Finding {one.number}",
                tuple(
                    (short(said.text, 160), f"/reviews/{seat.ref}/statements/{said.number}/") for said in one.alone
                ),
            )
            for one in told.findings
            if one.alone
        ),
        other_sides(seat, tree),
        lines,
        others(seat, tree),
        read_again(seat, desk.material.readings),
        decided(desk.material.decisions),
        sum(not holds(one) for one in tree.statements.values()),
        sum(one.support == Support.INFERENCE for one in tree.statements.values()),
        len(tree.statements),
        pages,
        allows(seat.standing, Action.ANALYSIS_WRITE),
    )


def others(seat: Seat, tree: AnalysisTree) -> tuple[OtherLine, ...]:
    """Other explanations of the findings, those without an answer first."""
    told = [
        OtherLine(
            f"Finding {finding.number}", f"/reviews/{seat.ref}/findings/{finding.number}/#alternatives", one.text,
            REPLY_NAMES.get(one.answer, "Not answered yet"), one.reason,
        )
        for finding in tree.findings
        for one in finding.alternatives
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda one: bool(one.reason)))


def read_again(seat: Seat, told: Sequence[ReadingLine]) -> tuple[AgainLine, ...]:
    """Second readings that were handed in."""
    return tuple(
        AgainLine(
            f"Episode {one.episode}" if one.episode else f"Finding {one.finding}",
            f"/reviews/{seat.ref}/readings/{one.number}/", one.by,
            READING_REPLY_NAMES.get(one.answer, "Not answered yet"), one.reason,
        )
        for one in told
    )  # fmt: skip


def decided(told: Sequence[DecisionLine]) -> tuple[tuple[str, int], ...]:
    """How often each decision about a candidate stands."""
    last = {one.mark: one.decision for one in sorted(told, key=lambda one: one.number)}
    counted = Counter(last.values())
    return tuple((words, counted[key]) for key, words in DECISION_NAMES.items() if counted[key])


def coverage_page(seat: Seat, asked: QueryDict) -> CoveragePage:
    """What has been read, marked, cited and heard."""
    told, answers, periods = coverage(seat), asking.check_answers(seat), around(seat)
    pages = pages_of(asked, len(told.sources), SOURCES, "sources")
    here = told.sources[pages.first_shown - 1 if told.sources else 0 : pages.last_shown]
    silent = (one for one in asking.asked_of_material(told) if one.check == "silent")
    return CoveragePage(
        tuple(
            SourceLine(
                one,
                f"/reviews/{seat.ref}/sources/{one.number}/",
                tuple(shown(seat, each) for each in asking.open_ones(asking.asked_of_source(one), answers)),
            )
            for one in here
        ),
        len(told.sources),
        sum(one.opened > 0 for one in told.sources),
        sum(one.marks > 0 for one in told.sources),
        sum(one.coders == 1 for one in told.sources),
        tuple(one for one in told.added if one.codes),
        settling(told.added),
        tuple(shown(seat, one) for one in asking.open_ones(silent, answers)),
        silences(periods, spoken(seat)),
        len(periods.heads),
        pages,
        allows(seat.standing, Action.ANALYSIS_WRITE),
    )


def answer_page(seat: Seat, owner: str, about: int, question: str) -> AnswerPage:
    """One question, to be answered; without it when it is not asked any more."""
    desk = queries.desk(seat)
    told = asking.asked_of(seat, owner, about, desk.material.tree)
    one = next((one for one in told if one.mark == question), None)
    if one is None:
        return AnswerPage(None)
    about_passages = one.check in list(Check)
    return AnswerPage(shown(seat, one), passages(desk.balance(), owner, about) if about_passages else ())


def passages(told: Balance, owner: str, about: int) -> tuple[PassageLine, ...]:
    """What a finding or an episode rests on, passage by passage; without the words of what is not open."""
    (claim,) = [one for one in (*told.findings, *told.episodes) if (one.owner.value, one.number) == (owner, about)]
    return tuple(
        PassageLine(short(one.quote, 200), internal_words(one), one.href) for one in claim.evidence if one.open
    )


def shown(seat: Seat, one: Asked) -> Question:
    """A question as it is shown."""
    base = f"/reviews/{seat.ref}/"
    thing = one.thing
    href = f"{base}{FOLDER[thing.owner]}/{thing.number}/" if thing.owner in FOLDER else f"{base}members/"
    answer = f"{base}rigour/answers/{thing.owner}/{thing.number}/{one.mark}/"
    return Question(thing.words, thing.title, href, one.said, answer)


def removal(seat: Seat, one: CheckAnswered) -> str:
    """Where an answer is taken back."""
    return f"/reviews/{seat.ref}/rigour/answers/{one.number}/removal/"


def method_file(seat: Seat) -> Download:
    """The appendix on method by itself, told afresh: everything on this page as a Word file."""
    tree = method_tree(queries.desk(seat, afresh=True).material)
    return Download("method.docx", MEDIA_TYPES[Format.DOCX], docx_bytes(tree))


def trail_file(seat: Seat, kind: str) -> Download:
    """Every statement of the analysis with all it rests on, as a table."""
    material = queries.desk(seat).material
    looked_at = against.weighed(seat, every=True)
    return tabular("evidence-trail", kind, trail.COLUMNS, trail.rows(material.tree, material.site, looked_at))
