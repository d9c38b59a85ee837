"""Pages of factors: the table of factors by episodes, and one factor use."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.design.parts import Pages
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.tree import EpisodeView, FactorUseView, ItemView
from casement.rooms.analysis.rules.matrix import Group, Use, arranged, levels_without
from casement.rooms.analysis.vocabulary import (
    CONFIDENCE_NAMES,
    INFLUENCE_NAMES,
    EpisodeState,
    Influence,
    Owner,
    Part,
)
from casement.rooms.analysis.web.pages.blocks import Block, block, may_write, pages_of
from casement.rooms.analysis.web.pages.episodes import FactorLine, factor_line

COLUMNS = 12
SHORT = {"helped": Influence.HELPED, "harder": Influence.HARDER, "unclear": Influence.UNCLEAR}


@dataclass(frozen=True)
class CellOfTable:
    """One cell: the signs in it, its name in words, and the way to open it."""

    influences: tuple[str, ...]
    name: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class RowOfFactors:
    """One factor through the episodes."""

    label: str
    cells: tuple[CellOfTable, ...]


@dataclass(frozen=True)
class GroupOfFactors:
    """Factors of one level and type."""

    heading: str
    rows: tuple[RowOfFactors, ...]


@dataclass(frozen=True)
class Choice:
    """A choice that changes the view."""

    text: str
    href: str
    chosen: bool
    sign: str = ""


@dataclass(frozen=True)
class OpenCell:
    """What the opened cell holds."""

    factor: str
    episode: int
    title: str
    lines: tuple[FactorLine, ...]
    close: str


@dataclass(frozen=True)
class FactorsPage:
    """The table of factors by episodes, and its twin as a list."""

    episodes: tuple[EpisodeView, ...]
    groups: tuple[GroupOfFactors, ...]
    twin: tuple[tuple[str, tuple[tuple[str, tuple[FactorLine, ...]], ...]], ...]
    silent: tuple[str, ...]
    filters: tuple[Choice, ...]
    folded: Choice | None
    opened: OpenCell | None
    pages: Pages
    little: tuple[str, ...]
    may_write: bool
    width: int
    tab: str = "Factors"
    desk: bool = True


def factors_page(seat: Seat, asked: QueryDict) -> FactorsPage:
    """The table of factors. `asked` may hold `only` (an influence), `all`, and `open` (episode.factor)."""
    chosen = queries.titles(seat, states=(EpisodeState.CHOSEN,))
    pages = pages_of(asked, len(chosen), COLUMNS, "episodes", keep=("only", "all"))
    episodes = chosen[(pages.current - 1) * COLUMNS : pages.current * COLUMNS]
    numbers = tuple(view.number for view in episodes)
    uses = queries.uses_of(seat, numbers)
    only = asked.get("only", "") if asked.get("only") in SHORT else ""
    shown = tuple(use for use in uses if not only or use.influence == SHORT[only])
    every = queries.items(seat, "factors") if asked.get("all") else ()
    groups = arranged((*map(as_use, shown), *map(unused, every)), numbers)
    opened = asked.get("open", "")
    return FactorsPage(
        episodes=episodes,
        groups=tuple(group_of(group, asked, opened) for group in groups),
        twin=twin(seat, shown, groups),
        silent=levels_without(groups) if not every else (),
        filters=filters(only, asked),
        folded=folded(asked),
        opened=open_cell(seat, opened, shown, episodes),
        pages=pages,
        little=little_to_explain(episodes, uses),
        may_write=may_write(seat),
        width=len(numbers) + 1,
    )


def as_use(use: FactorUseView) -> Use:
    """A factor use as the table needs it."""
    return Use(
        use.number, use.episode_number, use.item_id, use.label, use.group, use.level, use.order, use.influence
    )


def unused(item: ItemView) -> Use:
    """A factor nobody has used, so that its row can be shown: it stands in no episode."""
    return Use(0, 0, item.item_id, item.words, item.group, item.level or "L9", item.order, "")


def address(asked: QueryDict, **changes: str) -> str:
    """This page's address with some of its choices changed; an empty value takes a choice away."""
    kept = {key: asked[key] for key in ("only", "all", "open", "page") if asked.get(key)}
    wanted = {key: value for key, value in {**kept, **changes}.items() if value}
    return "?" + urlencode(wanted)


def group_of(group: Group, asked: QueryDict, opened: str) -> GroupOfFactors:
    """A group with the way to open each cell."""
    rows = []
    for row in group.rows:
        cells = tuple(
            CellOfTable(
                influences=tuple(use.influence for use in cell.uses),
                name=cell.name,
                href=address(asked, open=f"{cell.episode}.{row.key}") + "#opened" if cell.uses else "",
                chosen=opened == f"{cell.episode}.{row.key}",
            )
            for cell in row.cells
        )
        rows.append(RowOfFactors(row.label, cells))
    return GroupOfFactors(group.heading, tuple(rows))


def filters(only: str, asked: QueryDict) -> tuple[Choice, ...]:
    """All, or one influence."""
    told = [Choice("All", address(asked, only=""), not only)]
    told += [
        Choice(INFLUENCE_NAMES[influence], address(asked, only=short), only == short, influence)
        for short, influence in SHORT.items()
    ]
    return tuple(told)


def folded(asked: QueryDict) -> Choice:
    """Showing every factor of the framework, or only those in use."""
    if asked.get("all"):
        return Choice("Show only factors in use", address(asked, all=""), True)
    return Choice("Show every factor of the framework", address(asked, all="1"), False)


def open_cell(
    seat: Seat, opened: str, uses: tuple[FactorUseView, ...], episodes: tuple[EpisodeView, ...]
) -> OpenCell | None:
    """What the opened cell holds; None when nothing is open."""
    episode, _, key = opened.partition(".")
    here = [use for use in uses if str(use.episode_number) == episode and (use.item_id or use.label) == key]
    if not here:
        return None
    title = next(view.title for view in episodes if view.number == here[0].episode_number)
    whole = queries.factor_uses(seat, [use.number for use in here])
    lines = tuple(factor_line(seat, use) for use in whole)
    return OpenCell(here[0].label, here[0].episode_number, title, lines, f"/reviews/{seat.ref}/factors/")


def twin(
    seat: Seat, uses: tuple[FactorUseView, ...], groups: tuple[Group, ...]
) -> tuple[tuple[str, tuple[tuple[str, tuple[FactorLine, ...]], ...]], ...]:
    """The same as a list: level, factor, then each use with its episode."""
    told = []
    for group in groups:
        rows = []
        for row in group.rows:
            inside = {use.number for cell in row.cells for use in cell.uses}
            lines = tuple(factor_line(seat, use) for use in uses if use.number in inside)
            if lines:
                rows.append((row.label, lines))
        if rows:
            told.append((group.heading, tuple(rows)))
    return tuple(told)


def little_to_explain(episodes: tuple[EpisodeView, ...], uses: tuple[FactorUseView, ...]) -> tuple[str, ...]:
    """Episodes with no factor, or with factors of one kind only, said in sentences."""
    told: list[str] = []
    for view in episodes:
        kinds = {use.influence for use in uses if use.episode_number == view.number}
        if not kinds:
            told.append(f"Episode {view.number} has no factor yet.")
        elif kinds == {Influence.HELPED}:
            told.append(f"Episode {view.number} has only what helped. Was anything in the way?")
        elif kinds == {Influence.HARDER}:
            told.append(f"Episode {view.number} has only what made it harder. Did anything help?")
    return tuple(told)


@dataclass(frozen=True)
class FactorUsePage:
    """One factor use: what it says, what it rests on, and the form to change it."""

    use: FactorUseView
    how: Block
    sure: str
    base: str
    episode_href: str
    may_write: bool
    tab: str


def factor_use_page(seat: Seat, number: int) -> FactorUsePage:
    """The page of one factor use."""
    use = queries.factor_use(seat, number)
    return FactorUsePage(
        use=use,
        how=block(seat, Owner.FACTOR_USE, number, {Part.HOW: use.how}, Part.HOW, queries.answered(seat)),
        sure=CONFIDENCE_NAMES.get(use.confidence, ""),
        base=f"/reviews/{seat.ref}/factors/uses/{number}/",
        episode_href=f"/reviews/{seat.ref}/episodes/{use.episode_number}/",
        may_write=may_write(seat),
        tab=f"Factor use {number}",
    )
