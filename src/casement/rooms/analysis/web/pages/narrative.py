"""Pieces of the narrative's pages: cells side by side, who is silent, who knew what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.tree import EvidenceView, PeriodView, RemarkView, StatementView
from casement.rooms.analysis.rules.perspectives import (
    NOT_SAID,
    REMARK_NAMES,
    SAME_SOURCE,
    SILENCES,
    RemarkKind,
    Rests,
    compared,
)
from casement.rooms.analysis.vocabulary import PART_WORDS, TUNNEL_PARTS, Part
from casement.rooms.analysis.web.pages.blocks import Kept, Said, said
from casement.rooms.chronology.queries import Knower

AT_ONCE = 4


@dataclass(frozen=True)
class Column:
    """A role or agency whose view is shown."""

    key: str
    name: str


@dataclass(frozen=True)
class Saying:
    """One part of a perspective: its heading and its texts."""

    key: str
    name: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Cell:
    """One role's perspective in one period. `silence` are remarks on why it is empty, `queries` what is open."""

    period: int
    column: Column
    sayings: tuple[Saying, ...]
    outside: tuple[Said, ...]
    queries: tuple[RemarkView, ...]
    away: tuple[RemarkView, ...]
    href: str

    @property
    def silent(self) -> bool:
        """Whether nothing is written and nobody said why."""
        return not (self.sayings or self.queries or self.away)


@dataclass(frozen=True)
class Beside:
    """What another role made of one thing; `by` is who of the team said so, empty where nobody did."""

    name: str
    words: str
    text: str
    by: str
    removal: str


@dataclass(frozen=True)
class KnewRow:
    """One thing a role knew, and every other shown role beside it. `said` is what people said, `open` the rest."""

    role: str
    said: Said
    beside: tuple[Beside, ...]
    nobody: tuple[str, ...]
    same: tuple[str, ...]
    compare: str


def columns_from(people: Sequence[Knower], told: Sequence[PeriodView], asked: QueryDict) -> tuple[Column, ...]:
    """The roles asked for in the address, at most four; else the four of whom most is written on this page."""
    wanted = asked.getlist("voice")
    chosen = [one for one in people if one.key in wanted]
    if not chosen:
        texts: Counter[str] = Counter()
        for period in told:
            texts.update({key: sum(map(len, parts.values())) for key, parts in period.voices.items()})
        most = {key for key, _ in texts.most_common(AT_ONCE)}
        chosen = [one for one in people if one.key in most]
    return tuple(Column(one.key, one.name) for one in chosen[:AT_ONCE])


def choices_of(
    people: Sequence[Knower], used: Collection[str], shown: Sequence[Column]
) -> tuple[tuple[str, str, bool], ...]:
    """Who can be put side by side: key, name, whether shown now. Agencies only where something is said of them."""
    now = {one.key for one in shown}
    return tuple((one.key, one.name, one.key in now) for one in people if one.role is not None or one.key in used)


def cell_of(seat: Seat, period: PeriodView, column: Column, kept: Kept | None = None) -> Cell:
    """One role's perspective in a period."""
    parts = period.voices.get(column.key, {})
    mine = [one for one in period.remarks if one.voice == column.key and one.statement is None]
    return Cell(
        period=period.number,
        column=column,
        sayings=tuple(
            Saying(part.value, PART_WORDS[part].name, tuple(said(seat, view, kept) for view in parts[part]))
            for part in TUNNEL_PARTS
            if parts.get(part)
        ),
        outside=tuple(said(seat, view, kept) for view in parts.get(Part.OUTSIDE, ())),
        queries=tuple(one for one in mine if one.kind == RemarkKind.QUERY),
        away=tuple(one for one in mine if one.kind == RemarkKind.NOT_INVOLVED),
        href=f"/reviews/{seat.ref}/perspectives/{period.number}/{column.key}/",
    )


def silent_in(period: PeriodView, people: Sequence[Knower], used: Collection[str]) -> tuple[Column, ...]:
    """The roles, and agencies that speak somewhere, of whom nothing is written here and nobody said why."""
    answered = {one.voice for one in period.remarks if one.kind in SILENCES and not one.answer}
    written = {key for key, parts in period.voices.items() if any(parts.get(part) for part in TUNNEL_PARTS)}
    return tuple(
        Column(one.key, one.name)
        for one in people
        if (one.role is not None or one.key in used) and one.key not in written and one.key not in answered
    )


def knew_rows(seat: Seat, period: PeriodView, shown: Sequence[Column]) -> tuple[KnewRow, ...]:
    """Everything that a shown role knew, with each other shown role beside it."""
    names = {one.key: one.name for one in shown} | dict(period.names)
    every = [rests(view, key) for key, parts in period.voices.items() for part in TUNNEL_PARTS
             for view in parts.get(part, ())]  # fmt: skip
    remarks = {(one.statement, one.voice): one for one in period.remarks if one.statement is not None}
    said_of = {where: one.kind for where, one in remarks.items()}
    rows = []
    for column in shown:
        for view in period.voices.get(column.key, {}).get(Part.KNEW, ()):
            others = [key for key in names if key in {one.key for one in shown} or (view.number, key) in said_of]
            told = compared(rests(view, column.key), others, every, said_of)
            rows.append(knew_row(seat, view, column, told, names, remarks))
    return tuple(rows)


def knew_row(
    seat: Seat, view: StatementView, column: Column, told: Mapping[str, str], names: Mapping[str, str],
    remarks: Mapping[tuple[int, str], RemarkView],
) -> KnewRow:  # fmt: skip
    """One thing that was known, as a row."""
    base = f"/reviews/{seat.ref}/"
    beside = tuple(
        Beside(names[key], REMARK_NAMES[kind], one.text, one.by, f"{base}remarks/{one.number}/removal/")
        for key, kind in told.items()
        if kind in REMARK_NAMES and (one := remarks[view.number, key])
    )
    return KnewRow(
        role=column.name,
        said=said(seat, view),
        beside=beside,
        nobody=tuple(names[key] for key, kind in told.items() if kind == NOT_SAID),
        same=tuple(names[key] for key, kind in told.items() if kind == SAME_SOURCE),
        compare=f"{base}statements/{view.number}/comparisons/",
    )


def rests(view: StatementView, voice: str) -> Rests:
    """A statement as the rules weigh it."""
    return Rests(view.number, voice, frozenset(place(one) for one in view.evidence if one.live))


def place(one: EvidenceView) -> str:
    """What makes two pieces of evidence the same place."""
    if one.entry_number is not None:
        return f"entry {one.entry_number}"
    return f"source {one.source_number} {one.start} {one.end}"
