"""Tells one statement: its words, its notes, and in the internal edition whether it still holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casement.rooms.analysis.vocabulary import Part
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.tree import Block, Inline, Line, NoteItem, Paragraph, Run
from casement.rooms.reports.vocabulary import INFERENCE, SOURCE_KINDS, SUPPORT_MARKS

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import EvidenceView, StatementView

# What is not known, and what gathers up other statements, may rest on nothing of its own.
OPEN_PARTS = frozenset({Part.WHY_KEY, Part.GAPS, Part.HUNCH, Part.SUMMARY})


def statement_line(telling: Telling, said: StatementView) -> Line:
    """The words of a statement, what it rests on as a note, and inside a mark when it does not hold."""
    telling.statements[telling.section, said.number] = None
    parts: list[Inline] = [Run(said.text.strip())]
    own = said.inference and telling.internal and said.part not in OPEN_PARTS
    parts += telling.note((*trace(telling, said.evidence), *([NoteItem(INFERENCE)] if own else ())))
    if said.support in SUPPORT_MARKS and not (said.part in OPEN_PARTS and not said.evidence):
        kind, flag = SUPPORT_MARKS[said.support]
        telling.problem(kind, short(said.text), said.number)
        if telling.internal:
            parts.append(Run(f" [{flag}]", flag=True))
    return tuple(parts)


def statement_blocks(telling: Telling, said: Iterable[StatementView], *, lead: str = "") -> list[Block]:
    """Statements as paragraphs; who or what each is about stands before it, else `lead` before the first."""
    told: list[Block] = []
    for one in said:
        told.append(Paragraph(statement_line(telling, one), lead=one.about or lead))
        lead = ""
    return told


def trace(telling: Telling, evidence: Iterable[EvidenceView]) -> tuple[NoteItem, ...]:
    """What a note says of the evidence. A publishable note names kinds and roles, once each."""
    if telling.internal:
        return tuple(NoteItem(internal_words(one), one.href if one.open else "", one.number) for one in evidence)
    shown = [one for one in evidence if one.live and one.use != "background_only"]
    words = list(dict.fromkeys(published_words(one) for one in shown))
    return tuple(NoteItem(each) for each in words)


def internal_words(one: EvidenceView) -> str:
    """Evidence by kind, number and paragraph, and what has become of it."""
    told = f"{SOURCE_KINDS.get(one.kind, 'Source')} {one.entry_number or one.source_number or ''}".strip()
    if one.paragraph:
        told += f", paragraph {one.paragraph}"
    elif one.kind == "entry" and one.agency:
        told += f", {one.agency}"
    if one.direction == "against":
        told = f"Against: {told[0].lower()}{told[1:]}"
    if not one.live:
        told += f" ({one.lost.rstrip('.').lower() or 'taken out'})"
    elif not one.open:
        told += " (you may not open it)"
    return told


def published_words(one: EvidenceView) -> str:
    """Evidence by kind and role label only."""
    match one.kind:
        case "conversation":
            told = f"Conversation with {one.speaker}" if one.speaker else "Conversation"
        case "family":
            told = f"Account given by {one.speaker}" if one.speaker else "Family account"
        case "entry":
            told = f"Chronology of {one.agency}" if one.agency else "Chronology"
        case _:
            told = f"Record from {one.agency}" if one.agency else "Record"
    return f"Against: {told[0].lower()}{told[1:]}" if one.direction == "against" else told


def short(text: str, length: int = 90) -> str:
    """The beginning of a text, for a list of problems."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + " …"
