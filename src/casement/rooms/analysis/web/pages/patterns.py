"""The page of one pattern: what is gathered in it, what would make it more than this case, where we put it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.tray import PassageCard
from casement.rooms.analysis.queries.tree import FactorUseView, PatternView
from casement.rooms.analysis.vocabulary import (
    INFLUENCE_NAMES,
    PART_WORDS,
    PATTERN_TESTS,
    PRIORITY_NAMES,
    Owner,
    Part,
)
from casement.rooms.analysis.web.pages.blocks import Block, block, looked, may_write
from casement.rooms.analysis.web.pages.episodes import FactorLine, factor_line

Offers = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def by_episode(uses: Sequence[FactorUseView]) -> list[tuple[str, list[FactorUseView]]]:
    """Factor uses under the heading of their episode."""
    ordered = sorted(uses, key=lambda use: (use.episode_number, use.level, use.order, use.number))
    grouped = groupby(ordered, key=lambda use: (use.episode_number, use.episode_title))
    return [(f"Episode {number}. {title}", list(told)) for (number, title), told in grouped]


@dataclass(frozen=True)
class PlacementLine:
    """Where the team once put it, why, who and when."""

    place: str
    reason: str
    by: str
    on: str


@dataclass(frozen=True)
class GatheredLine:
    """A passage in the pattern. `key` is its number there."""

    key: int
    name: str
    kind: str
    words: str
    href: str


@dataclass(frozen=True)
class LinkOfPattern:
    """What this pattern feeds, or what feeds it, and why."""

    how: str
    title: str
    href: str
    reason: str


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
    waiting: str
    placements: tuple[PlacementLine, ...]
    feeds: tuple[LinkOfPattern, ...]
    passages: tuple[GatheredLine, ...]
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
        tests=tuple(part(one) for one in PATTERN_TESTS),
        waiting=waiting(view),
        placements=tuple(
            PlacementLine(PRIORITY_NAMES[one.priority], one.reason, one.by, one.on) for one in view.placements
        ),
        feeds=tuple(
            LinkOfPattern(
                "Feeds" if one.onward else "Is fed by",
                f"{one.number}. {one.title}",
                f"/reviews/{seat.ref}/patterns/{one.number}/",
                one.reason,
            )
            for one in view.feeding
        ),
        passages=tuple(gathered_line(seat, one) for one in queries.gathered_passages(seat, number).get(number, ())),
        gathered=tuple((title, tuple(factor_line(seat, use) for use in uses)) for title, uses in groups),
        one_episode=len(groups) < 2,
        searches=looked(view.searches),
        base=f"/reviews/{seat.ref}/patterns/{number}/",
        new_finding=f"/reviews/{seat.ref}/findings/new/?pattern={number}",
        may_write=may_write(seat),
        tab=f"Pattern {number}",
    )


def waiting(view: PatternView) -> str:
    """Which tests nobody has answered yet, in a sentence; never how many."""
    names = [
        PART_WORDS[part].name.lower()
        for part in PATTERN_TESTS
        if part is not Part.ELSEWHERE and not view.parts.get(part)
    ]
    return f"Not asked yet: {', '.join(names)}." if names else ""


def gathered_line(seat: Seat, one: PassageCard) -> GatheredLine:
    """A passage in the pattern as a line."""
    href = f"/reviews/{seat.ref}/sources/{one.source}/?at={one.start}-{one.end}#p{one.paragraph}"
    name = f"{one.title}, para {one.paragraph}" if one.open else "A source that is not open to you"
    return GatheredLine(one.key, name, one.kind, one.words, href if one.open else "")


def uses_to_choose(uses: tuple[FactorUseView, ...]) -> Offers:
    """Factor uses as choices under their episode."""
    return tuple(
        (title, tuple((str(use.number), named(use)) for use in told)) for title, told in by_episode(list(uses))
    )


def named(use: FactorUseView) -> str:
    """A factor use in one line: factor, influence, whose account."""
    whose = f", {use.account_of}" if use.account_of else ""
    return f"{use.label}: {INFLUENCE_NAMES[use.influence].lower()}{whose}"
