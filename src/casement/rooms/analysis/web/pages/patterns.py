"""Pages of patterns: the workspace as a list, and one pattern with its tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.outlines import Written
from casement.rooms.analysis.queries.tree import FactorUseView, PatternView
from casement.rooms.analysis.vocabulary import INFLUENCE_NAMES, PRIORITY_NAMES, Owner, Part
from casement.rooms.analysis.web.pages.blocks import Block, block, looked, may_write
from casement.rooms.analysis.web.pages.episodes import FactorLine, factor_line

TRAY = 60
Offers = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class Card:
    """One candidate pattern in a list."""

    number: int
    title: str
    statement: str
    shown_in: str
    categories: str
    against: int
    reason: str


@dataclass(frozen=True)
class PatternsPage:
    """Candidate patterns by the priority the team gave, and the factor uses not yet gathered."""

    columns: tuple[tuple[str, tuple[Card, ...]], ...]
    tray: tuple[tuple[str, tuple[FactorLine, ...]], ...]
    more: int
    may_write: bool
    tab: str = "Patterns"


def patterns_page(seat: Seat) -> PatternsPage:
    """The workspace of patterns."""
    written = queries.written(seat, Owner.PATTERN, Part.STATEMENT)
    told = [
        (view.priority, card(view, episodes, written.get(view.number, queries.NOTHING)))
        for view, episodes in queries.pattern_outlines(seat)
    ]
    left = queries.not_gathered(seat, TRAY + 1)
    return PatternsPage(
        tuple(
            (name, tuple(one for priority, one in told if priority == key)) for key, name in PRIORITY_NAMES.items()
        ),
        tuple((title, tuple(factor_line(seat, use) for use in uses)) for title, uses in by_episode(left[:TRAY])),
        max(0, len(left) - TRAY),
        may_write(seat),
    )


def by_episode(uses: Sequence[FactorUseView]) -> list[tuple[str, list[FactorUseView]]]:
    """Factor uses under the heading of their episode."""
    ordered = sorted(uses, key=lambda use: (use.episode_number, use.level, use.order, use.number))
    grouped = groupby(ordered, key=lambda use: (use.episode_number, use.episode_title))
    return [(f"Episode {number}. {title}", list(told)) for (number, title), told in grouped]


def card(view: PatternView, episodes: tuple[int, ...], told: Written) -> Card:
    """One pattern as a card."""
    return Card(
        number=view.number,
        title=view.title,
        statement=told.words,
        shown_in=", ".join(f"E{number}" for number in episodes) or "No episode yet",
        categories=", ".join(one.words for one in (view.primary, *view.secondary) if one),
        against=told.against,
        reason=view.priority_reason,
    )


@dataclass(frozen=True)
class PatternPage:
    """One pattern: its statement, what is gathered, its tests, both sides, its priority."""

    number: int
    title: str
    categories: str
    priority: str
    priority_reason: str
    statement: Block
    tests: tuple[Block, ...]
    gathered: tuple[tuple[str, tuple[FactorLine, ...]], ...]
    one_episode: bool
    searches: tuple[str, ...]
    base: str
    new_finding: str
    may_write: bool
    tab: str


def pattern_page(seat: Seat, number: int) -> PatternPage:
    """The page of one pattern."""
    view = queries.pattern(seat, number)
    kept = queries.answered(seat)

    def part(which: Part) -> Block:
        return block(seat, Owner.PATTERN, number, view.parts, which, kept)

    groups = by_episode(list(view.factor_uses))
    return PatternPage(
        number=number,
        title=view.title,
        categories=", ".join(one.words for one in (view.primary, *view.secondary) if one) or "No category yet",
        priority=PRIORITY_NAMES[view.priority],
        priority_reason=view.priority_reason,
        statement=part(Part.STATEMENT),
        tests=(part(Part.ANOTHER_PERSON), part(Part.ELSEWHERE), part(Part.STILL_SO)),
        gathered=tuple((title, tuple(factor_line(seat, use) for use in uses)) for title, uses in groups),
        one_episode=len(groups) < 2,
        searches=looked(view.searches),
        base=f"/reviews/{seat.ref}/patterns/{number}/",
        new_finding=f"/reviews/{seat.ref}/findings/new/?pattern={number}",
        may_write=may_write(seat),
        tab=f"Pattern {number}",
    )


def uses_to_choose(uses: tuple[FactorUseView, ...]) -> Offers:
    """Factor uses as choices under their episode."""
    return tuple(
        (title, tuple((str(use.number), named(use)) for use in told)) for title, told in by_episode(list(uses))
    )


def named(use: FactorUseView) -> str:
    """A factor use in one line: factor, influence, whose account."""
    whose = f", {use.account_of}" if use.account_of else ""
    return f"{use.label}: {INFLUENCE_NAMES[use.influence].lower()}{whose}"
