"""The rows and columns of the episode table (domain 4.3), as text that every format prints alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casement.rooms.analysis.queries.tree import EpisodeView, EvidenceView, FactorUseView, StatementView
from casement.rooms.analysis.rules.matrix import heading
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    INFLUENCE_IN_FULL,
    SUPPORT_WORDS,
    TENDENCY_NAMES,
    Part,
    Support,
)

COLUMNS = (
    "Number",
    "Episode, when and who",
    "What happened, as each saw it",
    "Why this episode is key",
    "It made sense because",
    "Appraisal",
    "Contributory factors",
    "What helped",
    "Evidence against, and not known",
    "Possible wider significance",
    "How sure we are",
)


@dataclass(frozen=True)
class RowOfTable:
    """One episode: its number, its title, and a cell of paragraphs for each column after the first."""

    number: int
    title: str
    cells: tuple[tuple[str, ...], ...]


def rows_of(episodes: Iterable[EpisodeView]) -> tuple[RowOfTable, ...]:
    """The table's rows, in the order given."""
    return tuple(row_of(view) for view in episodes)


def row_of(view: EpisodeView) -> RowOfTable:
    """One episode as a row."""

    def part(which: Part) -> tuple[str, ...]:
        return tuple(line for one in view.parts.get(which, ()) for line in lines_of(one))

    who = ", ".join((*view.strands, *view.roles))
    cells = (
        tuple(line for line in (view.title, view.when, who) if line),
        part(Part.ACCOUNT),
        part(Part.WHY_KEY),
        part(Part.LOCAL_RATIONALITY),
        (*part(Part.APPRAISAL), *appraised(view)),
        factors(view),
        part(Part.ENABLERS),
        (*part(Part.COUNTER), *(f"Not known: {line}" for line in part(Part.GAPS))),
        (*part(Part.HUNCH), *((f"Category: {view.hunch_category.words}",) if view.hunch_category else ())),
        tuple(line for line in (CONFIDENCE_NAMES.get(view.confidence, ""), view.confidence_reason) if line),
    )
    return RowOfTable(view.number, view.title, cells)


def lines_of(view: StatementView) -> tuple[str, ...]:
    """A text and, on a line of its own, what it rests on or that it rests on nothing."""
    first = f"{view.about}: {view.text}" if view.about else view.text
    notes = cited("Rests on", view.supporting) + cited("Against", view.against)
    if view.support in (Support.LOST, Support.INFERENCE, Support.CHANGED):
        notes += (f"[{SUPPORT_WORDS[view.support]}]",)
    return (first, *notes)


def cited(word: str, pieces: tuple[EvidenceView, ...]) -> tuple[str, ...]:
    """What stands, as one line: kind, role label or agency, and place."""
    told = dict.fromkeys(place(one) for one in pieces if one.live)
    return (f"[{word}: {'; '.join(told)}]",) if told else ()


def place(view: EvidenceView) -> str:
    """One piece of evidence by kind and place, without its words."""
    if view.entry_number is not None:
        return f"chronology entry {view.entry_number}" + (f", {view.agency}" if view.agency else "")
    kind = {"record": "record", "conversation": "conversation", "family": "family account"}[view.source_kind]
    name = view.speaker or view.agency
    told = f"{kind} {view.source_number}" + (f", {name}" if name else "")
    return f"{told}, para {view.paragraph}" if view.paragraph else told


def appraised(view: EpisodeView) -> tuple[str, ...]:
    """Tendency, standard and the three checks, where they are answered."""
    told = (
        ("Tendency", TENDENCY_NAMES.get(view.tendency, "")),
        ("Standard", view.standard),
        ("Did it apply then", view.standard_applied),
        ("Known then", view.hindsight_check),
        ("Had it ended well", view.outcome_check),
        ("Easier or harder than it was", view.difficulty_check),
    )
    return tuple(f"{name}: {words}" for name, words in told if words)


def factors(view: EpisodeView) -> tuple[str, ...]:
    """Factors under their level, each with its influence and how it bore on practice."""
    if not view.factor_uses:
        return (f"None found: {view.no_factors_reason}",) if view.no_factors_reason else ()
    told: list[str] = []
    last = ""
    for use in view.factor_uses:
        group = heading(use.level, use.group)
        if group != last:
            told.append(f"{group}:")
            last = group
        told += factor(use)
    return tuple(told)


def factor(use: FactorUseView) -> list[str]:
    """One factor use: factor, influence in full, whose account, how."""
    whose = f" ({use.account_of})" if use.account_of else ""
    lines = [line for how in use.how for line in lines_of(how)] or [""]
    return [f"{use.label}{whose}. {INFLUENCE_IN_FULL[use.influence]}. {lines[0]}".strip(), *lines[1:]]
