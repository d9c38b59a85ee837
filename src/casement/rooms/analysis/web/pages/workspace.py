"""The pattern workspace: candidate patterns as a board, and beside it the tray of what is not gathered yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.outlines import Written
from casement.rooms.analysis.queries.sorting import Sorts
from casement.rooms.analysis.queries.tray import SIZE, PassageCard
from casement.rooms.analysis.queries.tree import FactorUseView, PatternView
from casement.rooms.analysis.rules.tray import INFLUENCES, SHOWS, Sought, sought
from casement.rooms.analysis.vocabulary import (
    FACTOR_LEVEL_NAMES,
    INFLUENCE_NAMES,
    PART_WORDS,
    PATTERN_TESTS,
    PRIORITY_NAMES,
    Owner,
    Part,
    Priority,
)
from casement.rooms.analysis.web.pages.blocks import may_write
from casement.rooms.analysis.web.pages.editing import Options

UNSORTED = "No category yet"
NEW = "A new pattern, named below"


@dataclass(frozen=True)
class Card:
    """One candidate pattern on the board. `waiting` are the tests that nobody has answered."""

    number: int
    title: str
    statement: str
    shown_in: str
    passages: bool
    categories: str
    against: int
    place: str
    reason: str
    waiting: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """Patterns side by side on the board. `place` is where a pattern that is dropped here is to be put."""

    name: str
    cards: tuple[Card, ...]
    place: str = ""


@dataclass(frozen=True)
class TrayCard:
    """One card of the tray: a factor use or a passage. `kind` is the field that a tick of it fills."""

    number: int
    kind: str
    name: str
    words: str
    where: str
    href: str
    influence: str = ""

    @property
    def key(self) -> str:
        """Its id on the page."""
        return f"{self.kind}-{self.number}"


@dataclass(frozen=True)
class Filter:
    """One choice of the tray: its name in the address, its label, its options and what is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Turn:
    """A link that changes what is shown."""

    text: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class WorkspacePage:
    """Candidate patterns in columns, and the tray."""

    columns: tuple[Column, ...]
    arranged: tuple[Turn, ...]
    tray: tuple[TrayCard, ...]
    shows: tuple[Turn, ...]
    filters: tuple[Filter, ...]
    asked: Sought
    address: str
    before: str
    after: str
    choices: Mapping[str, Options]
    may_write: bool
    tab: str = "Patterns"
    desk: bool = True


def workspace_page(seat: Seat, asked: QueryDict) -> WorkspacePage:
    """The workspace of patterns; the address says what the tray shows and how the board is arranged."""
    told = sought(asked.dict())
    written = queries.written(seat, Owner.PATTERN, Part.STATEMENT)
    views = queries.pattern_outlines(seat)
    cards = [(view, card(view, shown, written.get(view.number, queries.NOTHING))) for view, shown in views]
    sorts, found = queries.sorts(seat), tray(seat, told)
    return WorkspacePage(
        columns=by_category(sorts, cards) if told.by else by_priority(cards),
        arranged=(
            Turn("By where we put it", told.address(by=""), not told.by),
            Turn("By category", told.address(by="category"), bool(told.by)),
        ),
        tray=found[:SIZE],
        shows=tuple(Turn(words, told.address(show=key, page=1), key == told.show) for key, words in SHOWS.items()),
        filters=filters(sorts, told),
        asked=told,
        address=told.address(),
        before=told.address(page=told.page - 1) if told.page > 1 else "",
        after=told.address(page=told.page + 1) if len(found) > SIZE else "",
        choices={"into": [("", NEW), *((str(view.number), f"{view.number}. {view.title}") for view, _ in views)]},
        may_write=may_write(seat),
    )


def by_priority(cards: Sequence[tuple[PatternView, Card]]) -> tuple[Column, ...]:
    """A column for each place the team can give, and last what has none yet."""
    return tuple(
        Column(name, tuple(one for view, one in cards if view.priority == key), key)
        for key, name in sorted(PRIORITY_NAMES.items(), key=lambda told: told[0] == Priority.NOT_PLACED)
    )


def by_category(sorts: Sorts, cards: Sequence[tuple[PatternView, Card]]) -> tuple[Column, ...]:
    """A column for each of the six families, by the main category."""
    families = dict(sorts.families)
    columns: dict[str, list[Card]] = {name: [] for name in (UNSORTED, *families.values())}
    for view, one in cards:
        family = view.primary.item_id.partition(".")[0] if view.primary else ""
        columns[families.get(family, UNSORTED)].append(one)
    return tuple(Column(name, tuple(held)) for name, held in columns.items())


def card(view: PatternView, episodes: tuple[int, ...], told: Written) -> Card:
    """One pattern as a card."""
    return Card(
        number=view.number,
        title=view.title,
        statement=told.words,
        shown_in=", ".join(f"E{number}" for number in episodes) or "No episode yet",
        passages=view.passages,
        categories=", ".join(one.words for one in (view.primary, *view.secondary) if one),
        against=told.against,
        place=PRIORITY_NAMES[view.priority],
        reason=view.priority_reason,
        waiting=tuple(
            PART_WORDS[part].name for part in PATTERN_TESTS if part != Part.ELSEWHERE and not told.parts.get(part)
        ),
    )


def tray(seat: Seat, asked: Sought) -> tuple[TrayCard, ...]:
    """What the tray shows, and one card more when there is another page."""
    if asked.show == "uses":
        return tuple(use_card(seat, use) for use in queries.uses_in_tray(seat, asked))
    return tuple(passage_card(seat, one) for one in queries.passages_in_tray(seat, asked))


def use_card(seat: Seat, use: FactorUseView) -> TrayCard:
    """A factor use in the tray."""
    return TrayCard(
        number=use.number,
        kind="uses",
        name=use.label,
        words=" ".join(one.text for one in use.how),
        where=f"E{use.episode_number}" + (f", {use.account_of}" if use.account_of else ""),
        href=f"/reviews/{seat.ref}/factors/uses/{use.number}/",
        influence=use.influence,
    )


def passage_card(seat: Seat, one: PassageCard) -> TrayCard:
    """A passage in the tray."""
    return TrayCard(
        number=one.number,
        kind="passages",
        name=named(one),
        words=f"“{one.words}”" if one.open else "",
        where=f"E{one.episode}" if one.episode else "",
        href=f"/reviews/{seat.ref}/sources/{one.source}/?at={one.start}-{one.end}#p{one.paragraph}",
    )


def named(one: PassageCard) -> str:
    """Where a passage stands, in words."""
    return f"{one.title}, para {one.paragraph}" if one.open else "A source that is not open to you"


def filters(told: Sorts, asked: Sought) -> tuple[Filter, ...]:
    """The choices of the tray."""
    influences = tuple((short, INFLUENCE_NAMES[key]) for short, key in INFLUENCES.items())
    return (
        Filter("episode", "Episode", (("", "Every episode"), *told.episodes), str(asked.episode or "")),
        Filter("agency", "Agency", (("", "Every agency"), *told.agencies), str(asked.agency or "")),
        Filter("role", "Role", (("", "Every role"), *told.roles), str(asked.role or "")),
        Filter("level", "Level", (("", "Every level"), *FACTOR_LEVEL_NAMES.items()), asked.level),
        Filter("influence", "Influence", (("", "Helped or not"), *influences), asked.influence),
    )
