"""Pages of factors: the table of factors by episodes, agencies or roles, and one factor use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from casement.rooms.analysis.web.pages.factor_columns import BY, Column, Columns, by_agency, by_episode, by_role

COLUMNS = 12
SIGNS = 9  # in one cell; the others are said in words
KEPT = ("by", "only", "all")
SHORT = {"helped": Influence.HELPED, "harder": Influence.HARDER, "unclear": Influence.UNCLEAR}


@dataclass(frozen=True)
class CellOfTable:
    """One cell: the first signs in it and how many more there are, its name in words, and the way to open it."""

    influences: tuple[str, ...]
    more: int
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
    above: str
    lines: tuple[FactorLine, ...]
    close: str


@dataclass(frozen=True)
class TwinLine:
    """One factor use in the list, and the columns of the table that it stands in, in words."""

    use: FactorLine
    where: str


@dataclass(frozen=True)
class Thin:
    """An episode that little explains, and the way to it."""

    words: str
    href: str


@dataclass(frozen=True)
class FactorsPage:
    """The table of factors by episodes, agencies or roles, and its twin as a list."""

    by: str
    any: bool
    columns: tuple[Column, ...]
    turns: tuple[Choice, ...]
    quiet: tuple[str, ...]
    groups: tuple[GroupOfFactors, ...]
    twin: tuple[tuple[str, tuple[tuple[str, tuple[TwinLine, ...]], ...]], ...]
    silent: tuple[str, ...]
    filters: tuple[Choice, ...]
    folded: Choice | None
    opened: OpenCell | None
    pages: Pages
    little: tuple[Thin, ...]
    may_write: bool
    width: int
    tab: str = "Factors"
    desk: bool = True


def factors_page(seat: Seat, asked: QueryDict) -> FactorsPage:
    """The table of factors. `asked` may hold `by`, `only` (an influence), `all`, and `open` (column.factor)."""
    chosen = queries.titles(seat, states=(EpisodeState.CHOSEN,))
    by = told if (told := asked.get("by", "")) in BY else "episode"
    some = pages_of(asked, len(chosen), COLUMNS, "episodes", keep=KEPT) if by == "episode" else None
    episodes = chosen[(some.current - 1) * COLUMNS : some.current * COLUMNS] if some else chosen
    uses = queries.uses_of(seat, tuple(view.number for view in episodes))
    only = told if (told := asked.get("only", "")) in SHORT else ""
    shown = tuple(use for use in uses if not only or use.influence == SHORT[only])
    whole = standing(seat, by, episodes, shown)
    pages = some or pages_of(asked, len(whole.columns), COLUMNS, "columns", keep=KEPT)
    columns = whole.columns if some else whole.columns[(pages.current - 1) * COLUMNS : pages.current * COLUMNS]
    numbers = {one.number: one.words for one in columns}
    every = queries.items(seat, "factors") if asked.get("all") else ()
    inside = tuple(use for use in whole.uses if use.column in numbers)
    groups = arranged((*inside, *map(unused, every)), numbers)
    opened = asked.get("open", "")
    return FactorsPage(
        by=by,
        any=bool(chosen),
        columns=columns,
        turns=tuple(
            Choice(words, address(asked, by=key, open="", page=""), key == by) for key, words in BY.items()
        ),
        quiet=whole.silent if not only else (),
        groups=tuple(group_of(group, asked, opened) for group in groups),
        twin=twin(seat, shown, groups, numbers) if some else (),  # else the cells are listed in words
        silent=levels_without(groups) if not every else (),
        filters=filters(only, asked),
        folded=folded(asked),
        opened=open_cell(seat, asked, opened, inside, columns),
        pages=pages,
        little=little_to_explain(seat, episodes, uses) if by == "episode" else (),
        may_write=may_write(seat),
        width=len(numbers) + 1,
    )


def turned(asked: QueryDict, by: str) -> str:
    """The address of the same factors with other columns."""
    return address(asked, by="" if by == "episode" else by, open="", page="")


def standing(seat: Seat, by: str, episodes: Sequence[EpisodeView], uses: Sequence[FactorUseView]) -> Columns:
    """The columns that are asked, with what stands in them."""
    if by == "agency":
        return by_agency(seat, uses)
    return by_role(uses) if by == "role" else by_episode(seat, episodes, uses)


def unused(item: ItemView) -> Use:
    """A factor nobody has used, so that its row can be shown: it stands in no episode."""
    return Use(0, 0, item.item_id, item.words, item.group, item.level or "L9", item.order, "")


def address(asked: QueryDict, **changes: str) -> str:
    """This page's address with some of its choices changed; an empty value takes a choice away."""
    kept = {key: asked[key] for key in ("by", "only", "all", "open", "page") if asked.get(key)}
    wanted = {key: value for key, value in {**kept, **changes}.items() if value}
    return "?" + urlencode(wanted)


def group_of(group: Group, asked: QueryDict, opened: str) -> GroupOfFactors:
    """A group with the way to open each cell."""
    rows = []
    for row in group.rows:
        cells = tuple(
            CellOfTable(
                influences=tuple(use.influence for use in cell.uses[:SIGNS]),
                more=max(0, len(cell.uses) - SIGNS),
                name=cell.name,
                href=address(asked, open=f"{cell.column}.{row.key}") + "#opened" if cell.uses else "",
                chosen=opened == f"{cell.column}.{row.key}",
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
    seat: Seat, asked: QueryDict, opened: str, uses: Sequence[Use], columns: Sequence[Column]
) -> OpenCell | None:
    """What the opened cell holds; None when nothing is open."""
    column, _, key = opened.partition(".")
    here = [use for use in uses if str(use.column) == column and (use.item_id or use.label) == key]
    if not here:
        return None
    stands = next(one for one in columns if one.number == here[0].column)
    whole = queries.factor_uses(seat, [use.number for use in here])
    lines = tuple(factor_line(seat, use) for use in whole)
    above = ", ".join(words for words in (stands.above, stands.name) if words)
    return OpenCell(here[0].label, above, lines, address(asked, open=""))


def twin(
    seat: Seat, uses: Sequence[FactorUseView], groups: Sequence[Group], columns: Mapping[int, str]
) -> tuple[tuple[str, tuple[tuple[str, tuple[TwinLine, ...]], ...]], ...]:
    """The same as a list: level, factor, then each use with the columns it stands in."""
    whole = {use.number: use for use in uses}
    told = []
    for group in groups:
        rows = []
        for row in group.rows:
            where: dict[int, list[str]] = {}
            for cell in row.cells:
                for use in cell.uses:
                    where.setdefault(use.number, []).append(columns[cell.column])
            lines = tuple(
                TwinLine(factor_line(seat, whole[number]), ", ".join(names)) for number, names in where.items()
            )
            if lines:
                rows.append((row.label, lines))
        if rows:
            told.append((group.heading, tuple(rows)))
    return tuple(told)


def little_to_explain(
    seat: Seat, episodes: Sequence[EpisodeView], uses: Sequence[FactorUseView]
) -> tuple[Thin, ...]:
    """Episodes with no factor and no reason for that, or with factors of one kind only, said in sentences."""
    told: list[Thin] = []
    for view in episodes:
        href = f"/reviews/{seat.ref}/episodes/{view.number}/#factors"
        kinds = {use.influence for use in uses if use.episode_number == view.number}
        if not kinds and not view.no_factors_reason:
            told.append(Thin(f"Episode {view.number} has no factor yet, and no reason why none was found.", href))
        elif kinds == {Influence.HELPED}:
            told.append(Thin(f"Episode {view.number} has only what helped. Was anything in the way?", href))
        elif kinds == {Influence.HARDER}:
            told.append(Thin(f"Episode {view.number} has only what made it harder. Did anything help?", href))
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
