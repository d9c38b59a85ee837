"""The narrative as rows of text that every format prints alike: one text to a row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.rooms.analysis.exports.episode_rows import place
from casement.rooms.analysis.queries.tree import PeriodView, RemarkView, StatementView
from casement.rooms.analysis.rules.perspectives import REMARK_NAMES
from casement.rooms.analysis.vocabulary import PART_WORDS, PERSPECTIVE_PARTS, SUPPORT_WORDS

NARRATIVE_COLUMNS = ("Period", "When", "Whose view", "Part", "Text", "Rests on", "Against", "How it stands")


@dataclass(frozen=True)
class NarrativeRow:
    """One text or remark of a period. `period` is its number; the cells follow NARRATIVE_COLUMNS."""

    period: int
    cells: tuple[str, ...]


def narrative_rows(periods: Iterable[PeriodView]) -> tuple[NarrativeRow, ...]:
    """Period by period and role by role: what it knew, thought and felt, then what is outside, then the remarks."""
    rows: list[NarrativeRow] = []
    for period in periods:
        head = (f"{period.number}. {period.title}", period.when)
        said: list[tuple[str, ...]] = []
        for key, parts in period.voices.items():
            for part in PERSPECTIVE_PARTS:
                said += [
                    (period.names[key], PART_WORDS[part].name, one.text, *resting(one))
                    for one in parts.get(part, ())
                ]
        said += [remark_cells(period, one) for one in period.remarks]
        rows += [NarrativeRow(period.number, (*head, *cells)) for cells in said or [("",) * 6]]
    return tuple(rows)


def resting(view: StatementView) -> tuple[str, str, str]:
    """What a text rests on, what speaks against it, and how it stands."""
    sides = (view.supporting, view.against)
    told = ("; ".join(dict.fromkeys(place(one) for one in side if one.live)) for side in sides)
    supporting, against = told
    return supporting, against, SUPPORT_WORDS[view.support]


def remark_cells(period: PeriodView, one: RemarkView) -> tuple[str, ...]:
    """A remark as cells: of which text it speaks, and the answer to a query."""
    beside = spoken_of(period, one.statement)
    answer = f" Answer: {one.answer}" if one.answer else ""
    told = f"{one.text}{answer}" + (f" (About: {beside})" if beside else "")
    return one.name, REMARK_NAMES[one.kind], told, "", "", f"Said by {one.by}"


def spoken_of(period: PeriodView, statement: int | None) -> str:
    """The words a comparison is about."""
    every = (one for parts in period.voices.values() for views in parts.values() for one in views)
    return next((f"{one.about}: {one.text}" for one in every if one.number == statement), "")
