"""How factor uses stand in a table of factors by episodes, agencies or roles. No totals, no order by number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casement.rooms.analysis.vocabulary import FACTOR_LEVEL_NAMES, INFLUENCE_NAMES, FactorLevel, Influence

IN_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@dataclass(frozen=True)
class Use:
    """One factor use as the table needs it: its row (item id, or the words given), its column, its sign."""

    number: int
    column: int
    item_id: str
    label: str
    group: str
    level: str
    order: int
    influence: str


@dataclass(frozen=True)
class Cell:
    """One factor in one column: a sign for each account. `name` says it to somebody who cannot see the signs."""

    column: int
    uses: tuple[Use, ...]
    name: str


@dataclass(frozen=True)
class Row:
    """One factor through all columns."""

    key: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """The factors of one type at one level, in the framework's order."""

    level: str
    heading: str
    rows: tuple[Row, ...]


def arranged(uses: Iterable[Use], columns: Mapping[int, str]) -> tuple[Group, ...]:
    """Factor uses as groups of rows with one cell for each of `columns`, levels first, framework order within.

    `columns` has what each stands for in words, such as "episode 3" or the name of an agency.
    """
    rows: dict[tuple[str, str, int, str], list[Use]] = {}
    firsts: dict[tuple[str, str], int] = {}
    for use in uses:
        rows.setdefault((use.level, use.group, use.order, use.item_id or use.label), []).append(use)
        place = (use.level, use.group)
        firsts[place] = min(firsts.get(place, use.order), use.order)
    groups: list[Group] = []
    for level, group in sorted(firsts, key=lambda place: (place[0], firsts[place], place[1])):
        members = sorted((key for key in rows if key[:2] == (level, group)), key=lambda key: (key[2], key[3]))
        groups.append(
            Group(level, heading(level, group), tuple(row_of(key[3], rows[key], columns) for key in members))
        )
    return tuple(groups)


def heading(level: str, group: str) -> str:
    """A group's heading: its level, then its type of factor."""
    name = FACTOR_LEVEL_NAMES.get(level, FACTOR_LEVEL_NAMES[FactorLevel.OTHER])
    return f"{name}: {group[:1].lower()}{group[1:]}" if group and group != name else name


def row_of(key: str, uses: Sequence[Use], columns: Mapping[int, str]) -> Row:
    """The row of one factor."""
    label = uses[0].label
    cells = []
    standing: dict[int, list[Use]] = {}
    for use in uses:
        standing.setdefault(use.column, []).append(use)
    for column, name in columns.items():
        here = tuple(sorted(standing.get(column, ()), key=lambda use: use.number))
        cells.append(Cell(column, here, f"{label}, {name}: {signs_in_words(here)}"))
    return Row(key, label, tuple(cells))


def signs_in_words(uses: Sequence[Use]) -> str:
    """What a cell's signs say: "two made it harder, one unclear"; "nobody has said it" when empty."""
    told = []
    for influence in (Influence.HELPED, Influence.HARDER, Influence.UNCLEAR):
        count = sum(use.influence == influence for use in uses)
        if count:
            amount = IN_WORDS[count] if count < len(IN_WORDS) else str(count)
            told.append(f"{amount} {INFLUENCE_NAMES[influence].lower()}")
    return ", ".join(told) or "nobody has said it"


def levels_without(groups: Iterable[Group]) -> tuple[str, ...]:
    """Names of the levels that have no factor in the table yet."""
    have = {group.level for group in groups}
    asked = (FactorLevel.FRONTLINE, FactorLevel.LOCAL, FactorLevel.NATIONAL)
    return tuple(FACTOR_LEVEL_NAMES[level] for level in asked if level not in have)
