"""What is not used or not explained yet: episodes without a factor, passages and entries that nothing cites."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.rooms.analysis import queries
from casement.rooms.analysis.queries.tray import SIZE
from casement.rooms.analysis.queries.unused import EntryCard
from casement.rooms.analysis.rules.tray import Sought, number_of
from casement.rooms.analysis.web.pages.workspace import TrayCard, passage_card


@dataclass(frozen=True)
class Rest:
    """An entry that nothing cites, as a line."""

    name: str
    words: str
    href: str


@dataclass(frozen=True)
class UnusedPage:
    """What waits to be used or explained. Which page of a list is shown stands in the address."""

    episodes: tuple[tuple[str, str], ...]
    passages: tuple[TrayCard, ...]
    entries: tuple[Rest, ...]
    more_passages: int
    more_entries: int
    tab: str = "Not used yet"


def unused_page(seat: Seat, asked: QueryDict) -> UnusedPage:
    """Episodes nobody explained, marked passages no statement cites, entries cited nowhere."""
    at, of = number_of(asked.get("passages", "")) or 1, number_of(asked.get("entries", "")) or 1
    passages = queries.passages_in_tray(seat, Sought(show="marked", page=at))
    entries = queries.entries_unused(seat, of)
    base = f"/reviews/{seat.ref}/"
    return UnusedPage(
        episodes=tuple((f"{n}. {title}", f"{base}episodes/{n}/#factors") for n, title in queries.unexplained(seat)),
        passages=tuple(passage_card(seat, one) for one in passages[:SIZE]),
        entries=tuple(rest(base, one) for one in entries[:SIZE]),
        more_passages=at + 1 if len(passages) > SIZE else 0,
        more_entries=of + 1 if len(entries) > SIZE else 0,
    )


def rest(base: str, one: EntryCard) -> Rest:
    """An entry as a line."""
    name = ", ".join(words for words in (one.agency, f"entry {one.number}", one.when) if words)
    return Rest(name, one.words, f"{base}chronologies/entries/{one.number}/")
