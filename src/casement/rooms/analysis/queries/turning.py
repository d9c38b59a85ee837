"""Turning points that people named: in the part of a conversation that asks for them, in plain words, or marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.db.models.functions import Coalesce

from casement.foundation.access import Seat
from casement.foundation.dates import NotADate, read_date
from casement.rooms.analysis.rules.candidates import Candidate, Rest, Sort, phrases_in
from casement.rooms.coding.models import Mark
from casement.rooms.sources.queries.told import Told, accounts
from casement.rooms.sources.rules.paragraphs import Paragraph

ASKED_FOR = ("C3", "C3a")  # the part of a conversation that asks for turning points
CODE = "turning point"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME = re.compile(rf"\b(?:\d{{1,2}} )?(?:{MONTHS}) (?:19|20)\d\d\b")
OPENING = 4  # paragraphs of a turning point that are ready to be cited


def passages(seat: Seat) -> tuple[tuple[Candidate, ...], dict[int, str]]:
    """Turning points that were named, and the sources they stand in by number; two queries."""
    told = accounts(seat)
    found, sources = marked(seat)
    for one in told:
        found += [*asked_for(one), *said_plainly(one)]
    return tuple(found), {one.number: one.title for one in told} | sources


def asked_for(told: Told) -> Iterator[Candidate]:
    """What somebody named when they were asked for turning points: a heading with what stands under it."""
    heading = ""
    held: list[Paragraph] = []
    for block in (*told.paragraphs, None):
        inside = block is not None and block.section in ASKED_FOR
        if (not inside or (block is not None and block.kind == "heading")) and held:
            yield named(told, heading, held)
            held = []
        if inside and block is not None:
            if block.kind == "heading":
                heading = block.shown
            elif block.shown.strip():
                held.append(block)


def named(told: Told, heading: str, blocks: list[Paragraph]) -> Candidate:
    """One turning point somebody named."""
    who = told.voice or "Somebody"
    about = heading.partition(":")[2].strip()
    said = f"{who} was asked for turning points and named one" + (f": {about}." if about else ".")
    first, last = named_time(heading)
    rests = tuple(rest(told, one) for one in blocks[:OPENING])
    return Candidate(Sort.TURNING, said, rests, agencies(told), first, last)


def named_time(heading: str) -> tuple[date | None, date | None]:
    """The day or month that a heading names in full; nothing where it names none, since no year is guessed."""
    found = _TIME.search(heading)
    try:
        told = read_date(found.group(0)) if found else None
    except NotADate:
        told = None
    return (told.start, told.end) if told else (None, None)


def said_plainly(told: Told) -> Iterator[Candidate]:
    """Sentences elsewhere in an account that speak of a turning point in plain words."""
    for block in told.paragraphs:
        if block.kind != "paragraph" or block.section in ASKED_FOR:
            continue
        for start, end, phrase in phrases_in(block.text):
            who = told.voice or "Somebody"
            here = Rest(f"passage {told.number} {block.start + start} {block.start + end}", block.words(start, end))
            yield Candidate(Sort.TURNING, f"{who} says “{phrase.lower()}”.", (here,), agencies(told))


def marked(seat: Seat) -> tuple[list[Candidate], dict[int, str]]:
    """Passages that carry a code for turning points, and their sources; marks of several people on one are one."""
    live = Mark.objects.visible_to(seat).filter(review_id=seat.review, removed_at=None)
    named = live.filter(Q(item__label__icontains=CODE) | Q(code__label__icontains=CODE))
    source = "excerpt__version__source__"
    rows = named.annotate(label=Coalesce("item__label", "code__label")).order_by("excerpt", "label")
    told, titles = [], {}
    for number, title, start, end, words, label, own, theirs in rows.values_list(
        f"{source}number", f"{source}title", "excerpt__start", "excerpt__end", "excerpt__shown", "label",
        f"{source}agency__number", f"{source}participation__agency__number",
    ).distinct():  # fmt: skip
        titles[number] = title
        agency = theirs or own
        here = Rest(f"passage {number} {start} {end}", words)
        among = (agency,) if agency is not None else ()
        told.append(Candidate(Sort.TURNING, f"A passage is marked “{label}”.", (here,), among))
    return told, titles


def rest(told: Told, block: Paragraph) -> Rest:
    """A paragraph as something to rest on."""
    return Rest(f"passage {told.number} {block.start} {block.end}", block.shown)


def agencies(told: Told) -> tuple[int, ...]:
    """The agency an account is of."""
    return (told.agency,) if told.agency is not None else ()
