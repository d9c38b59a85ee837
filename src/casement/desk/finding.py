"""Search within one review: what was found, in its sentence, and the way to it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse

from casement.foundation.access import Seat
from casement.foundation.search import Compared, Found, alike, find
from casement.rooms.coding.queries import places_of
from casement.rooms.sources.queries.spots import Spot, spots

LIMIT = 50
FEW, ALIKE = 8, 10  # with fewer found than this, passages with most of the words are offered too; at most so many
KINDS: dict[str, tuple[str, str, str]] = {
    # kind in the index: what it is called, its sign, the name of its page
    "source": ("Source", "record", "coding:reader"),
    "entry": ("Chronology entry", "record", "chronology:entry"),
    "episode": ("Episode", "", "analysis:episode"),
    "factor_use": ("Factor use", "", "analysis:factor_use"),
    "pattern": ("Pattern", "", "analysis:pattern"),
    "finding": ("Finding", "", "analysis:finding"),
    "period": ("Period", "", "analysis:period"),
    "memo": ("Memo", "", ""),
}


@dataclass(frozen=True)
class Hit:
    """One passage: what it is in, its title for those who may read it, its words with the match marked."""

    name: str
    number: int
    sign: str
    title: str
    pieces: tuple[tuple[str, bool], ...]
    href: str


@dataclass(frozen=True)
class SearchPage:
    """The search box and what was found; `asked` is false before anything was searched for."""

    words: str
    asked: bool
    hits: tuple[Hit, ...]
    full: bool
    near: tuple[Hit, ...] = ()  # passages that hold most of the words
    model: str = ""  # what compared meanings, where something did
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Search"


def search_page(seat: Seat, words: str = "") -> SearchPage:
    """Passages of this review that hold the words, best first; where they are few, those with most of the words."""
    asked = bool(words.strip())
    found = find([seat], words, limit=LIMIT) if asked else ()
    known = {(each.kind, each.number, each.place) for each in found}
    more = alike([seat], words, kind="", limit=ALIKE + FEW) if asked and len(found) < FEW else Compared(())
    near = [
        each.found for each in more.passages if (each.found.kind, each.found.number, each.found.place) not in known
    ]
    shown = [*found, *near[:ALIKE]]
    sources = [(each.number, each.place) for each in shown if each.kind == "source"]
    spotted = spots(seat, sources) if sources else {}
    memos = [each.number for each in shown if each.kind == "memo"]
    read_at = places_of(seat, memos) if memos else {}
    # What a memo may be read by depends on more than the index knows: a blind round, a text taken out.
    hits, others = (
        tuple(
            _hit(seat, each, spotted.get((each.number, each.place)), read_at.get(each.number, ""))
            for each in part
            if each.kind != "memo" or each.number in read_at
        )
        for part in (found, near[:ALIKE])
    )
    return SearchPage(
        words=words,
        asked=asked,
        hits=hits,
        full=len(found) == LIMIT,
        near=others,
        model=more.model,
        filled={"form": {"words": words}},
    )


def _hit(seat: Seat, found: Found, spot: Spot | None, memo: str) -> Hit:
    name, sign, view = KINDS.get(found.kind, (found.kind.replace("_", " ").capitalize(), "", ""))
    if found.kind == "source" and spot is not None:
        sign = spot.kind
    href = f"/reviews/{seat.ref}/{memo}" if found.kind == "memo" else _address(seat, view, found, spot)
    return Hit(name, found.number, sign, found.title, found.pieces, href)


def _address(seat: Seat, view: str, found: Found, spot: Spot | None) -> str:
    """The way to what was found; in a source, to the very paragraph."""
    try:
        href = reverse(view, kwargs={"ref": seat.ref, "number": found.number}) if view else ""
    except NoReverseMatch:
        return ""
    return f"{href}?at={spot.start}-{spot.end}#p{spot.paragraph}" if spot is not None else href
