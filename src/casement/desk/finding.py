"""Search within one review: what was found, in its sentence, and the way to it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, reverse

from casement.foundation.access import Seat
from casement.foundation.search import Found, find
from casement.rooms.sources.queries.spots import Spot, spots

LIMIT = 50
KINDS: dict[str, tuple[str, str, str]] = {
    # kind in the index: what it is called, its sign, the name of its page
    "source": ("Source", "record", "coding:reader"),
    "entry": ("Chronology entry", "record", "chronology:entry"),
    "episode": ("Episode", "", "analysis:episode"),
    "factor_use": ("Factor use", "", "analysis:factor_use"),
    "pattern": ("Pattern", "", "analysis:pattern"),
    "finding": ("Finding", "", "analysis:finding"),
    "memo": ("Memo", "", "coding:memo"),
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
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)
    tab: str = "Search"


def search_page(seat: Seat, words: str = "") -> SearchPage:
    """Passages of this review that hold the words, best first."""
    found = find([seat], words, limit=LIMIT) if words.strip() else ()
    sources = [(each.number, each.place) for each in found if each.kind == "source"]
    known = spots(seat, sources) if sources else {}
    return SearchPage(
        words=words,
        asked=bool(words.strip()),
        hits=tuple(_hit(seat, each, known.get((each.number, each.place))) for each in found),
        full=len(found) == LIMIT,
        filled={"form": {"words": words}},
    )


def _hit(seat: Seat, found: Found, spot: Spot | None) -> Hit:
    name, sign, view = KINDS.get(found.kind, (found.kind.replace("_", " ").capitalize(), "", ""))
    if found.kind == "source" and spot is not None:
        sign = spot.kind
    return Hit(name, found.number, sign, found.title, found.pieces, _address(seat, view, found, spot))


def _address(seat: Seat, view: str, found: Found, spot: Spot | None) -> str:
    """The way to what was found; in a source, to the very paragraph."""
    part = "memo" if view == "coding:memo" else "number"
    try:
        href = reverse(view, kwargs={"ref": seat.ref, part: found.number}) if view else ""
    except NoReverseMatch:
        return ""
    return f"{href}?at={spot.start}-{spot.end}#p{spot.paragraph}" if spot is not None else href
