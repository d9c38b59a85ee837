"""The figures of a closed round, and the walk through its disagreements."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.saving import tabular
from casement.foundation.web import Download
from casement.rooms.coding import queries
from casement.rooms.coding.exports import agreement_rows, consensus_rows
from casement.rooms.coding.exports.rounds import CONSENSUS, FIGURES, agreed
from casement.rooms.coding.rules.agreement import NOT_BOTH, Figures, between, in_words, number, share, why_none
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT


@dataclass(frozen=True)
class Line:
    """Figures as they are printed. `why` says why there are none."""

    name: str
    compared: int
    marked: int
    shared: str
    same: str
    alpha: str
    alpha_between: str
    kappa: str
    kappa_between: str
    by_letter: str
    by_letter_between: str
    why: str


@dataclass(frozen=True)
class AgreementPage:
    """The agreement of a closed round, in words and as a table."""

    round: queries.RoundFigures
    words: tuple[str, ...]
    codes: tuple[Line, ...]
    together: tuple[Line, ...]
    kappa_of: str
    may_save: bool
    tab: str


@dataclass(frozen=True)
class Told:
    """One mark of a coder: its code, its influence in one word, and the words."""

    label: str
    influence: str
    words: str


@dataclass(frozen=True)
class Voice:
    """What one coder gave; `marks` is empty when they gave nothing."""

    name: str
    place: int
    marks: tuple[Told, ...]
    went: bool


@dataclass(frozen=True)
class Now:
    """The disagreement that is looked at, and its place among all."""

    one: queries.Disagreement
    voices: tuple[Voice, ...]
    at: int
    total: int
    key: str
    href: str
    agreed: tuple[tuple[str, queries.Settled], ...]

    @property
    def through(self) -> tuple[Voice, ...]:
        """Coders who went through the paragraph."""
        return tuple(voice for voice in self.voices if voice.went)


@dataclass(frozen=True)
class WalkPage:
    """The walk through disagreements, one at a time; `now` is None when there is none at all."""

    number: int
    name: str
    now: Now | None
    waiting: int
    earlier: str
    later: str
    may_settle: bool
    filled: dict[str, dict[str, Any]]
    tab: str


@dataclass(frozen=True)
class Record:
    """One disagreement with what was agreed, in words."""

    one: queries.Disagreement
    key: str
    agreed: str
    settled: queries.Settled | None


@dataclass(frozen=True)
class RecordPage:
    """The consensus record of a round."""

    number: int
    name: str
    records: tuple[Record, ...]
    waiting: int
    may_save: bool
    tab: str


def line(name: str, told: Figures, **no_pair: str) -> Line:
    """Figures as they are printed; none where there would be too few paragraphs for one."""
    why = why_none(told, **no_pair)
    kappa = told.kappa if not why else None
    return Line(
        name,
        told.compared,
        told.marked,
        share(told.shared),
        share(told.same),
        "" if why else number(told.alpha),
        "" if why else between(told.alpha_between),
        number(kappa.value) if kappa else "",
        between((kappa.low, kappa.high)) if kappa else "",
        "" if why or told.by_letter is None else number(told.by_letter),
        "" if why else between(told.by_letter_between),
        why,
    )


def agreement_page(seat: Seat, number: int) -> AgreementPage:
    """The figures of a round; NotHere while it is open."""
    told = queries.round_figures(seat, number)
    figures = told.figures
    together = (
        line("Any of these codes, or none", figures.at_all),
        line("Which codes", figures.codes),
        line("Which codes, where two of you marked something", figures.codes_where_marked, no_pair=NOT_BOTH),
        line("Which way a factor worked, where two of you gave it", figures.influence, no_pair=NOT_BOTH),
    )
    return AgreementPage(
        told,
        tuple(in_words(figures)),
        tuple(line(told.codes[code], each) for code, each in figures.by_code),
        together,
        "Cohen’s kappa" if figures.coders == 2 else "Fleiss’s kappa",
        allows(seat.standing, Action.CODING_FILES),
        f"Round {number}",
    )


def agreement_file(seat: Seat, number: int, kind: str) -> Download:
    """The figures as a file; NotHere while the round is open."""
    told = queries.round_figures(seat, number)
    return tabular(f"round-{number}-agreement", kind, FIGURES, agreement_rows(told))


def record_file(seat: Seat, number: int, kind: str) -> Download:
    """The consensus record as a file."""
    told = queries.disagreements(seat, number)[1]
    return tabular(f"round-{number}-consensus", kind, CONSENSUS, consensus_rows(told))


def key_of(one: queries.Disagreement) -> str:
    """Where a disagreement is, for an address."""
    return f"{one.source}-{one.paragraph}"


def walk_page(seat: Seat, number: int, asked: QueryDict | None = None) -> WalkPage:
    """One disagreement: the one asked for with `at`, or the first that waits, after `after` if that is given."""
    name, told = queries.disagreements(seat, number)
    asked = asked or QueryDict()
    keys = [key_of(one) for one in told]
    at = place(keys, [bool(one.settled) for one in told], asked.get("at", ""), asked.get("after", ""))
    now = shown(told[at], at, len(told)) if told else None
    return WalkPage(
        number,
        name,
        now,
        sum(not one.settled for one in told),
        keys[at - 1] if told and at > 0 else "",
        keys[at + 1] if at + 1 < len(told) else "",
        allows(seat.standing, Action.CODING_ROUNDS),
        {"form": {"source": now.one.source, "paragraph": now.one.paragraph}} if now else {},
        f"Round {number}",
    )


def place(keys: list[str], settled: list[bool], at: str, after: str) -> int:
    """Which disagreement to show."""
    if at in keys:
        return keys.index(at)
    first = keys.index(after) + 1 if after in keys else 0
    order = [*range(first, len(keys)), *range(first)]
    return next((index for index in order if not settled[index]), min(first, max(len(keys) - 1, 0)))


def shown(one: queries.Disagreement, at: int, total: int) -> Now:
    """A disagreement as it is printed, leading to its words."""
    voices = tuple(
        Voice(
            voice.name,
            voice.place,
            tuple(Told(label, INFLUENCE_SHORT.get(way, ""), words) for label, way, words in voice.marks or ()),
            voice.marks is not None,
        )
        for voice in one.voices
    )
    href = f"sources/{one.source}/?at={one.start}-{one.end}&text={one.text}#p{one.paragraph}"
    return Now(
        one, voices, at + 1, total, key_of(one), href, tuple((agreed(s.choice, s.kept), s) for s in one.settled)
    )


def record_page(seat: Seat, number: int) -> RecordPage:
    """What was agreed in a round, and what waits."""
    name, told = queries.disagreements(seat, number)
    records = []
    for one in told:
        last = one.settled[0] if one.settled else None
        records.append(Record(one, key_of(one), agreed(last.choice, last.kept) if last else "", last))
    may_save = allows(seat.standing, Action.CODING_FILES)
    return RecordPage(
        number, name, tuple(records), sum(not one.settled for one in told), may_save, f"Round {number}"
    )
