"""Proposes what each column of an agency's table becomes, with the reason in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casement.rooms.chronology.rules.contents import Content, content_of
from casement.rooms.chronology.rules.headings import field_of
from casement.rooms.chronology.rules.orders import order_evidence
from casement.rooms.chronology.vocabulary import Cell, Field

SAMPLED = 300  # rows looked at; enough to know a column
MOSTLY = 0.6
OFTEN = 0.3
LONG_ENOUGH = 25  # characters on average, for a column of events
_ONLY_ONE = (Field.DATE, Field.TIME, Field.END_DATE, Field.END_TIME)


@dataclass(frozen=True)
class Proposal:
    """What one column would become and why; `doubtful` ones are lit for the person to look at."""

    column: int
    heading: str
    field: Field
    reason: str
    doubtful: bool
    samples: tuple[str, ...]


def propose_mapping(headings: Sequence[str], samples: Sequence[Sequence[Cell]]) -> tuple[Proposal, ...]:
    """One proposal for each column, from its heading and the rows in `samples`."""
    rows = samples[:SAMPLED]
    contents, proposals = [], []
    for column, heading in enumerate(headings):
        cells = [row[column] for row in rows if column < len(row)]
        content = content_of(cells)
        contents.append(content)
        proposals.append(_first_thought(column, heading.strip(), cells, content))
    return tuple(_with_event(_without_rivals(proposals, contents), contents))


def as_before(proposals: Sequence[Proposal], before: Mapping[str, Field], told: str) -> tuple[Proposal, ...]:
    """The proposals, with what a person decided for columns of the same headings before.

    `before` gives the field by heading in small letters; `told` says where that was, as "in import 3". A column
    whose heading is new gives way where it would be a second date or time. What is lit stays lit, so that a person
    looks.
    """
    settled = list(proposals)
    known = {p.column for p in settled if p.heading.casefold() in before}
    for proposal in proposals:
        if proposal.column not in known:
            continue
        field = before[proposal.heading.casefold()]
        if field is not proposal.field or field is Field.IGNORE:
            changed = replace(proposal, field=field, reason=f"You matched it so {told}.", doubtful=False)
        else:
            changed = replace(proposal, reason=f"{proposal.reason} You matched it so {told}.".strip())
        settled[proposal.column] = changed
    taken = {settled[column].field for column in known}
    for proposal in proposals:
        if proposal.column not in known and proposal.field in _ONLY_ONE and proposal.field in taken:
            reason = "Another column is taken for this already. Choose what it becomes."
            settled[proposal.column] = replace(proposal, field=Field.IGNORE, reason=reason, doubtful=True)
    return tuple(settled)


def _first_thought(column: int, heading: str, cells: Sequence[Cell], content: Content) -> Proposal:
    shown = tuple(dict.fromkeys(cell.text for cell in cells if cell.text.strip()))[:3]

    def propose(field: Field, reason: str, *, doubtful: bool = False) -> Proposal:
        return Proposal(column, heading, field, reason, doubtful, shown)

    if not content.filled:
        return propose(Field.IGNORE, "Empty in every row.")
    known = field_of(heading)
    if known is not None:
        field, like = known
        if field in (Field.DATE, Field.END_DATE):
            return _dates(propose(field, ""), cells, content)
        if field in (Field.TIME, Field.END_TIME) and content.times < OFTEN:
            return propose(field, "The heading says time, but few cells read as one.", doubtful=True)
        if field is Field.ANALYSIS:
            return propose(field, "Kept as analysis, apart from fact.")
        if content.comment >= MOSTLY and field in (Field.EVENT, Field.ACTION):
            return propose(field, "Many cells weigh or explain. Should they be kept as analysis?", doubtful=True)
        return propose(field, f"The heading is like “{like}”.")
    if content.dates >= MOSTLY:
        return _dates(propose(Field.DATE, "", doubtful=True), cells, content)
    if content.times >= MOSTLY and content.average_length < 20 and not _all_numbers(cells):
        return propose(Field.TIME, "Most cells read as times.", doubtful=True)
    if content.comment >= OFTEN:
        return propose(
            Field.ANALYSIS, "Reads like comment, not event. Keep it as analysis, apart from fact?", doubtful=True
        )
    return propose(Field.IGNORE, "We do not know this column. Choose what it becomes.", doubtful=True)


def _dates(proposal: Proposal, cells: Sequence[Cell], content: Content) -> Proposal:
    evidence = order_evidence(cell for cell in cells if cell.text.strip())
    few = content.dates < MOSTLY
    reason = "Few cells here read as dates. " + evidence.sentence if few else evidence.sentence
    doubtful = proposal.doubtful or few or bool(evidence.either or evidence.month_first_only)
    return replace(proposal, reason=reason, doubtful=doubtful)


def _all_numbers(cells: Sequence[Cell]) -> bool:
    return all(cell.text.strip().isdecimal() for cell in cells if cell.text.strip())


def _without_rivals(proposals: list[Proposal], contents: list[Content]) -> list[Proposal]:
    """Keeps one column each for date and time: a known heading first, then the most dates."""
    settled = list(proposals)
    for field in _ONLY_ONE:
        rivals = [p for p in settled if p.field is field]
        if len(rivals) < 2:
            continue

        def strength(rival: Proposal, field: Field = field) -> tuple[bool, float]:
            known = field_of(rival.heading)
            content = contents[rival.column]
            share = content.times if field in (Field.TIME, Field.END_TIME) else content.dates
            return known is not None and known[0] is field and share >= OFTEN, share

        kept = max(rivals, key=strength)
        for rival in rivals:
            if rival is not kept:
                reason = f"“{kept.heading or 'another column'}” is taken for this already. Choose what it becomes."
                settled[rival.column] = replace(rival, field=Field.IGNORE, reason=reason, doubtful=True)
    return settled


def _with_event(proposals: list[Proposal], contents: list[Content]) -> list[Proposal]:
    """Offers the column with the longest texts as the event when no heading names one."""
    if any(p.field is Field.EVENT for p in proposals):
        return proposals
    free = [p for p in proposals if p.field is Field.IGNORE and contents[p.column].filled]
    longest = max(free, key=lambda p: contents[p.column].average_length, default=None)
    if longest is None or contents[longest.column].average_length < LONG_ENOUGH:
        return proposals
    offered = replace(
        longest, field=Field.EVENT, reason="No heading names the event. This has the longest texts.", doubtful=True
    )
    return [offered if p is longest else p for p in proposals]
