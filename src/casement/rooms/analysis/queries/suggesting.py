"""What a perspective might rest on: a list to pick from. Nothing is chosen or filled in here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.db.models.functions import Left

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.belongings import linked
from casement.rooms.analysis.queries.choices import in_sight
from casement.rooms.analysis.queries.gathering import working
from casement.rooms.analysis.queries.perspectives import facts_in
from casement.rooms.analysis.queries.tree import PeriodView
from casement.rooms.chronology.queries import Knower, KnownLine, known_between
from casement.rooms.sources.models import Excerpt, Source

PASSAGES, ENTRIES = 40, 40


@dataclass(frozen=True)
class Passage:
    """A passage somebody marked or used before, where it stands, and its first words."""

    number: int
    source: int
    title: str
    paragraph: int | None
    opening: str
    href: str


@dataclass(frozen=True)
class Offered:
    """Entries and passages that a voice's perspective in a period might rest on; `entries_in_all` counts them.

    `sources` are all that may be named by number, as (number, words).
    """

    entries: tuple[KnownLine, ...]
    entries_in_all: int
    passages: tuple[Passage, ...]
    sources: tuple[tuple[str, str], ...]


def material(seat: Seat, period: PeriodView, who: Knower) -> Offered:
    """What a voice could know by the end of a period, from it, and passages of its own account; three queries.

    Of a period without an end the entries are left out: what was known by then cannot be said.
    """
    working(seat)
    entries: tuple[KnownLine, ...] = ()
    many = 0
    if period.end is not None:
        entries, many = known_between(seat, who, period.start, period.end, limit=ENTRIES)
    return Offered(entries, many, *passages(seat, period, who))


def passages(
    seat: Seat, period: PeriodView, who: Knower
) -> tuple[tuple[Passage, ...], tuple[tuple[str, str], ...]]:
    """Marked passages of a role's own account, and of its agency's records finished by then; and all sources."""
    own = Q(version__source__participation_id=who.role) if who.role is not None else Q(pk=None)
    if who.agency is not None and period.end is not None:
        own |= Q(
            version__source__kind="record",
            version__source__agency_id=who.agency,
            version__source__date_end__lte=period.end,
        )
    readable = Source.objects.visible_to(seat)
    taken = Excerpt.objects.filter(own & in_sight(seat), review_id=seat.review, version__source__in=readable)
    # Only the first few leave the database: an agency may have thousands.
    first = taken.order_by("version__source__number", "start", "number").values("pk")[:PASSAGES]
    taken = Excerpt.objects.filter(pk__in=first)
    facts = {"title": "version__source__title", "paragraph": "paragraph", "opening": "first", "start": "start",
             "end": "end"}  # fmt: skip
    excerpts = linked(
        taken.annotate(first=Left("shown", 160)), "passage", "version__source__number", "number", facts
    )
    sources = linked(readable, "source", "number", "number", {"title": "title"})
    rows = [
        (kind, owner, number, facts_in(told)) for kind, owner, number, told in excerpts.union(sources, all=True)
    ]
    found = sorted((row[1], row[3]["start"], row) for row in rows if row[0] == "passage")
    offers = sorted((number, facts["title"]) for kind, _, number, facts in rows if kind == "source")
    return (
        tuple(passage(seat, source, number, told) for _, _, (_, source, number, told) in found[:PASSAGES]),
        tuple((str(number), f"{number} {title}") for number, title in offers),
    )


def passage(seat: Seat, source: int, number: int, facts: dict[str, Any]) -> Passage:
    """A passage from its row."""
    start, end, paragraph = facts["start"], facts["end"], facts["paragraph"]
    place = f"/reviews/{seat.ref}/sources/{source}/?at={start}-{end}" + (f"#p{paragraph}" if paragraph else "")
    words = " ".join(facts["opening"].split()) + ("…" if end - start > 160 else "")
    return Passage(number, source, facts["title"], paragraph, words, place)
