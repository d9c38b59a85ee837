"""Tells the narrative of perspectives: period by period, role by role, then where they differ and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casement.rooms.analysis.rules.perspectives import COMPARISONS, REMARK_NAMES, RemarkKind
from casement.rooms.analysis.vocabulary import TUNNEL_PARTS, Part
from casement.rooms.reports.rules.telling.context import Telling
from casement.rooms.reports.rules.telling.statements import statement_line
from casement.rooms.reports.rules.tree import Block, Heading, Line, Paragraph, Run

if TYPE_CHECKING:
    from casement.rooms.analysis.queries.tree import PeriodView, RemarkView, StatementView


def perspectives(telling: Telling, level: int) -> list[Block]:
    """Every period in which something is written."""
    return [block for one in telling.material.tree.periods for block in period_told(telling, one, level)]


def period_told(telling: Telling, period: PeriodView, level: int) -> list[Block]:
    """One period: a paragraph for each role, then what existed elsewhere, where roles differ, and what is open."""
    told: list[Block] = []
    for key, parts in period.voices.items():
        inside = [one for part in TUNNEL_PARTS for one in parts.get(part, ())]
        if inside:
            told.append(Paragraph(joined(telling, inside), lead=period.names[key]))
    for key, parts in period.voices.items():
        outside = parts.get(Part.OUTSIDE, ())
        if outside:
            told.append(Paragraph(joined(telling, outside), lead=f"Had not reached {period.names[key]} then"))
    told += [block for one in period.remarks if (block := remark_told(period, one)) is not None]
    if not told:
        return []
    telling.told.add(("period", period.number))
    when = telling.when(period.when)
    name = f"{period.title} ({when})" if when else period.title
    return [Heading(level, name, telling.anchor(f"period-{period.number}")), *told]


def joined(telling: Telling, said: Iterable[StatementView]) -> Line:
    """Texts one after the other as one paragraph, each with its note."""
    line: Line = ()
    for one in said:
        line += ((Run(" "),) if line else ()) + statement_line(telling, one)
    return line


def remark_told(period: PeriodView, one: RemarkView) -> Block | None:
    """A remark as a sentence. That a role was no part of a period needs no telling."""
    if one.kind == RemarkKind.QUERY and not one.answer:
        return Paragraph((Run(one.text),), lead=f"Not known of {one.name}")
    if one.kind in COMPARISONS:
        of = next((said for parts in period.voices.values() for views in parts.values() for said in views
                   if said.number == one.statement), None)  # fmt: skip
        beside = f", beside {of.about}," if of is not None else ""
        return Paragraph((Run(one.text),), lead=f"{one.name}{beside} {REMARK_NAMES[one.kind].lower()}")
    return None
