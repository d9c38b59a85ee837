"""The columns of a table of factors: episodes, agencies or roles, and where each factor use stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.tree import EpisodeView, FactorUseView
from casement.rooms.analysis.rules.matrix import Use
from casement.rooms.analysis.rules.tray import PERSONAL

BY = {"episode": "By episode", "agency": "By agency", "role": "By role"}
NOBODY = 0
NOBODYS = {"agency": "No agency in particular", "role": "Nobody in particular"}


@dataclass(frozen=True)
class Column:
    """One column: its number in the address, a small line above its name, its name, and where the name leads."""

    number: int
    above: str
    name: str
    href: str = ""

    @property
    def words(self) -> str:
        """The column as a cell calls it."""
        return self.above[:1].lower() + self.above[1:] if self.href else self.name


@dataclass(frozen=True)
class Columns:
    """The columns, and each factor use as often as it stands in one."""

    columns: tuple[Column, ...]
    uses: tuple[Use, ...]
    silent: tuple[str, ...] = ()


def by_episode(seat: Seat, episodes: Sequence[EpisodeView], uses: Sequence[FactorUseView]) -> Columns:
    """A column for each episode."""
    base = f"/reviews/{seat.ref}/episodes/"
    return Columns(
        tuple(Column(one.number, f"Episode {one.number}", one.title, f"{base}{one.number}/") for one in episodes),
        tuple(placed(use, use.episode_number) for use in uses),
    )


def by_agency(seat: Seat, uses: Sequence[FactorUseView]) -> Columns:
    """A column for each agency: that of the role whose account it is, else those whose records it rests on."""
    behind = queries.agencies_behind(seat) if any(use.account_of_number is None for use in uses) else {}
    names: dict[int, str] = {}
    told = []
    for use in not_personal(uses):
        theirs = behind.get(use.number, {})
        if use.account_of_number is not None:
            theirs = {use.agency_number: use.agency} if use.agency_number is not None else {}
        names |= theirs or {NOBODY: NOBODYS["agency"]}
        told += [placed(use, number) for number in theirs or (NOBODY,)]
    silent = tuple(name for number, name in queries.voices(seat).agencies if int(number) not in names)
    return Columns(
        in_order({number: Column(number, "", name) for number, name in names.items()}), tuple(told), silent
    )


def by_role(uses: Sequence[FactorUseView]) -> Columns:
    """A column for each role that gave an account, and one for what is nobody's."""
    columns: dict[int, Column] = {}
    told = []
    for use in not_personal(uses):
        number = use.account_of_number or NOBODY
        columns[number] = Column(number, use.agency, use.account_of or NOBODYS["role"])
        told.append(placed(use, number))
    return Columns(in_order(columns), tuple(told))


def in_order(columns: dict[int, Column]) -> tuple[Column, ...]:
    """Columns by their number, what is nobody's last."""
    return tuple(sorted(columns.values(), key=lambda one: (one.number == NOBODY, one.number)))


def not_personal(uses: Sequence[FactorUseView]) -> list[FactorUseView]:
    """Without personal factors: those are shown by episode only, never by whose they are."""
    return [use for use in uses if not use.item_id.startswith(PERSONAL)]


def placed(use: FactorUseView, column: int) -> Use:
    """A factor use in one column."""
    return Use(use.number, column, use.item_id, use.label, use.group, use.level, use.order, use.influence)
