"""One passage by the name it has in an address, for the page on which it is weighed."""

from __future__ import annotations

from dataclasses import replace

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.analysis.queries.against.material import Passage, about, events, sources
from casement.rooms.analysis.queries.periods import in_words
from casement.rooms.analysis.rules.opposing import name_of, place_named
from casement.rooms.sources.queries.reading import text_now
from casement.rooms.sources.rules.masking import shown, snapped
from casement.rooms.sources.rules.paragraphs import paragraph_at


def passage_at(seat: Seat, name: str) -> Passage:
    """The passage or entry that `name` stands for, in the words that are shown of it now; two queries at most.

    NotHere where this seat may not read it, and where nothing stands there any more.
    """
    told = place_named(name)
    if told is None:
        raise NotHere
    kind, number, start, end = told
    if kind == "entry":
        entries = events(seat, {number})
        if number not in entries:
            raise NotHere
        one = entries[number]
        dates = (one["date_recorded"], one["date_start"], one["date_end"])
        return dated(
            Passage(("entry", number, 0), one["event"], 0, 0, "Chronology", "entry", one["agency_"], "", *dates)
        )
    text, homes = text_now(seat, number), sources(seat, {number})
    if not 0 <= start < end <= len(text.text) or number not in homes:
        raise NotHere
    start, end = snapped(text.masks, start, end)
    block = paragraph_at(text.paragraphs, start)
    words = shown(text.text, text.masks, start, end)
    if not words.strip():
        raise NotHere
    place = ("source", number, block.number if block else 1)
    return dated(Passage(place, words, start, end, *about(homes[number])))


def dated(one: Passage) -> Passage:
    """The same with its date in words."""
    return replace(one, recorded=in_words(one.recorded, one.first, one.last))


def named(one: Passage) -> str:
    """How a passage is named in an address."""
    return name_of(one.place[0], one.place[1], one.start, one.end)


def where(one: Passage) -> str:
    """Where a passage stands, in words."""
    kind, number, paragraph = one.place
    return f"Entry {number}" if kind == "entry" else f"Source {number}, paragraph {paragraph}"


def address(one: Passage, ref: str) -> str:
    """Where a passage is read in its place."""
    kind, number, paragraph = one.place
    if kind == "entry":
        return f"/reviews/{ref}/chronologies/entries/{number}/"
    return f"/reviews/{ref}/sources/{number}/?at={one.start}-{one.end}#p{paragraph}"
