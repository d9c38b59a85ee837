"""What the templates of the reports room receive: the outline, a section, and whether every trace holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString, mark_safe

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Evidence, Pages, TwoTexts
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.queries.language import Note
from casement.rooms.analysis.queries.tree import EvidenceView, StatementView
from casement.rooms.analysis.vocabulary import SUPPORT_WORDS
from casement.rooms.reports import exports, queries
from casement.rooms.reports.rules.assembling import assembled_text
from casement.rooms.reports.rules.telling import Written
from casement.rooms.reports.rules.telling.statements import OPEN_PARTS, internal_words, short
from casement.rooms.reports.rules.tree import ReportTree
from casement.rooms.reports.vocabulary import (
    FINAL,
    NAMES,
    PARTS_OF,
    SECTION,
    SOURCE_KINDS,
    SUPPORT_MARKS,
    Edition,
    Trouble,
)
from casement.rooms.reports.web.words import Group, Offer, groups, moment, offers, pages_of, section_href

MOST_EVIDENCE, MOST_BLOCKS = 30, 150
TRACES = 50
NEEDS_NONE = "Needs no passage of its own"
SERIOUS = (Trouble.DEAD, Trouble.LOST, Trouble.CHANGED, Trouble.UNSUPPORTED, Trouble.LEFT_OUT, Trouble.NOT_PLACED)


@dataclass(frozen=True)
class Line:
    """One section in the outline: its state in words and what is wrong in it."""

    number: str
    title: str
    href: str
    state: str
    written: bool
    wrong: str


@dataclass(frozen=True)
class PartLines:
    """A part of the report with its sections."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ReportPage:
    """The outline. Somebody who is not in the work sees released copies alone."""

    started: bool
    may_write: bool
    may_work: bool
    parts: tuple[PartLines, ...] = ()
    wrong: tuple[Group, ...] = ()
    copies: tuple[queries.Copy, ...] = ()
    tab: str = "Final report"


def report_page(seat: Seat) -> ReportPage:
    """The outline of the final report."""
    may_write = allows(seat.standing, Action.REPORTS_WRITE)
    if not queries.may_work(seat):
        return ReportPage(True, False, False, copies=queries.copies(seat))
    desk = queries.desk(seat)
    if not desk.started:
        return ReportPage(False, may_write, True)
    tree = desk.tree(Edition.INTERNAL)
    serious = [one for one in tree.problems if one.kind in SERIOUS]
    return ReportPage(True, may_write, True, outline(seat, desk, tree), groups(seat, serious))


def outline(seat: Seat, desk: queries.Desk, tree: ReportTree) -> tuple[PartLines, ...]:
    """Every part with its sections, their numbers and their states."""
    numbers = {one.key: one.number for one in tree.sections}
    texts = {one.key: one for one in desk.sections}
    told: list[PartLines] = []
    for part in PARTS_OF[desk.kind]:
        lines = tuple(
            line_of(seat, texts[words.key], numbers.get(words.key, ""), tree)
            for words in part.sections
            if words.key in texts
        )
        number = lines[0].number.partition(".")[0] if lines else ""
        told.append(PartLines(f"{number} {part.title}".strip(), lines))
    return tuple(told)


def line_of(seat: Seat, written: Written, number: str, tree: ReportTree) -> Line:
    """One section in the outline."""
    count = sum(one.section == written.key and one.kind in SERIOUS for one in tree.problems)
    wrong = "" if not count else "1 thing to look at" if count == 1 else f"{count} things to look at"
    text = written.text.strip()
    return Line(number, written.title, section_href(seat, written.key), state_words(written), bool(text), wrong)


def state_words(written: Written) -> str:
    """Where a section stands, in words."""
    if not written.text.strip():
        return "Nothing written yet"
    return "As Casement put it together" if written.text == assembled_text(written.key) else "Written by the team"


@dataclass(frozen=True)
class SectionPage:
    """One section: its text to edit, how it reads, what it rests on, what may be put in."""

    key: str
    title: str
    asks: str
    edition: int
    state: str
    may_write: bool
    html: SafeString
    reads_on: str
    wrong: tuple[Group, ...]
    evidence: tuple[Evidence, ...]
    more_evidence: int
    offers: tuple[tuple[str, tuple[Offer, ...]], ...]
    saved: str
    earlier: tuple[queries.Kept, ...]
    waiting: tuple[TwoTexts, ...]
    differs: bool
    heard: tuple[Note, ...] = ()
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    up: str = ""
    up_name: str = ""
    here: str = ""
    tab: str = "Section"


def section_page(seat: Seat, key: str) -> SectionPage:
    """One section of the final report. Raises NotHere for a key that is none."""
    return section_of(seat, FINAL, key, f"/reviews/{seat.ref}/report/")


def section_of(seat: Seat, kind: str, key: str, up: str) -> SectionPage:
    """One section of a report whose outline is at `up`. Raises NotHere for a key that is none."""
    desk = queries.desk(seat, kind, texts_of=key)
    written = desk.section(key)
    tree = desk.told(written)
    texts = queries.section_state(desk)
    edition = desk.editions[key]
    evidence = panel(desk, tree)
    begins = begun(tree)
    last = texts.last
    return SectionPage(
        key=key,
        title=written.title,
        asks=SECTION[key].asks if key in SECTION else "",
        edition=edition,
        state=state_words(written),
        may_write=allows(seat.standing, Action.REPORTS_WRITE if kind == FINAL else Action.FOLLOW_ON_WRITE),
        html=mark_safe(exports.fragment(begins, top=1, whole=False)),
        reads_on=f"{up}preview/" if begins is not tree else "",
        wrong=groups(seat, tree.problems),
        evidence=tuple(shown(one) for one in evidence[:MOST_EVIDENCE]),
        more_evidence=max(0, len(evidence) - MOST_EVIDENCE),
        offers=offers(desk.material),
        saved=f"Saved by {last.by}, {moment(last.at)}" if last else "",
        earlier=texts.earlier,
        waiting=tuple(two_texts(seat, written, edition, kept, last) for kept in texts.waiting),
        differs=written.text != assembled_text(key),
        heard=queries.heard_in(seat, key, written.title, written.text),
        filled={"form": {"text": written.text, "based_on": edition}, "reset": {"based_on": edition}},
        up=up,
        up_name=NAMES[kind],
        here=section_href(seat, key),
    )


def two_texts(
    seat: Seat, written: Written, edition: int, kept: queries.Kept, last: queries.Kept | None
) -> TwoTexts:
    """A text that came second beside the one that stands."""
    return TwoTexts(
        part=written.title,
        mine=kept.text,
        theirs=written.text,
        their_label=last.by if last else "Somebody",
        their_time=moment(last.at) if last else "",
        action=f"{section_href(seat, written.key)}settlement/{kept.number}/",
        version=str(edition),
    )


def begun(tree: ReportTree) -> ReportTree:
    """The tree of one section with no more than can be read beside its text; the same tree when that is all."""
    (section,) = tree.sections
    if len(section.blocks) <= MOST_BLOCKS:
        return tree
    return replace(tree, sections=(replace(section, blocks=section.blocks[:MOST_BLOCKS]),))


def panel(desk: queries.Desk, tree: ReportTree) -> tuple[EvidenceView, ...]:
    """What a section rests on, each passage once, in the order it is called."""
    known = desk.material.evidence
    numbers = dict.fromkeys(item.evidence for note in tree.notes for item in note.items if item.evidence)
    return tuple(known[number] for number in numbers if number in known)


def shown(one: EvidenceView) -> Evidence:
    """One piece of evidence as the design draws it."""
    kind = one.kind if one.kind in ("record", "conversation", "family") else "record"
    note = one.note or ("" if one.open else "You may not open this source.")
    return Evidence(one.quote, kind, f"{internal_words(one)} (evidence {one.number})", one.href, note, "", one.lost)


@dataclass(frozen=True)
class Traced:
    """One statement of the report: where it stands, what it rests on, whether it holds."""

    number: int
    text: str
    places: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str], ...]
    holds: str
    sound: bool


@dataclass(frozen=True)
class TracePage:
    """One page of the statements of the report with their evidence; those that do not hold come first."""

    statements: tuple[Traced, ...]
    total: int
    unsound: int
    pages: Pages
    tab: str = "Trace check"


def trace_page(seat: Seat, asked: QueryDict) -> TracePage:
    """Whether every statement of the report can be followed to what it rests on."""
    desk = queries.desk(seat)
    if not desk.started:
        raise NotHere
    tree = desk.tree(Edition.INTERNAL)
    places: dict[int, list[str]] = {}
    for key, number in tree.statements:
        places.setdefault(number, []).append(key)
    known = desk.material.tree.statements
    holding = sorted((holds(known[number]), number) for number in places)
    pages = pages_of(asked, len(holding), TRACES, "statements")
    shown_here = holding[pages.first_shown - 1 if holding else 0 : pages.last_shown]
    return TracePage(
        tuple(traced(seat, known[number], places[number]) for _, number in shown_here),
        len(holding),
        sum(not sound for sound, _ in holding),
        pages,
    )


def needs_none(said: StatementView) -> bool:
    """Whether a statement may rest on nothing, and does."""
    return said.part in OPEN_PARTS and not said.evidence


def holds(said: StatementView) -> bool:
    """Whether a statement stands as it is."""
    return needs_none(said) or said.support not in SUPPORT_MARKS


def traced(seat: Seat, said: StatementView, keys: list[str]) -> Traced:
    """One statement with its places and evidence."""
    return Traced(
        number=said.number,
        text=short(said.text, 160),
        places=tuple((SECTION[key].title, section_href(seat, key)) for key in keys),
        evidence=tuple(
            (internal_words(one) if one.kind in SOURCE_KINDS else "Source", one.href) for one in said.evidence
        ),
        holds=NEEDS_NONE if needs_none(said) else SUPPORT_WORDS.get(said.support, ""),
        sound=holds(said),
    )
