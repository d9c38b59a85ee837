"""What a perspective might rest on: a list to pick from. Nothing is chosen or filled in here."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from django.db.models.functions import Left

from casement.foundation.access import Seat
from casement.rooms.analysis.queries.choices import in_sight
from casement.rooms.analysis.queries.gathering import working
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
    """Entries and passages that a voice's perspective in a period might rest on; `entries_in_all` counts them."""

    entries: tuple[KnownLine, ...]
    entries_in_all: int
    passages: tuple[Passage, ...]


def material(seat: Seat, period: PeriodView, who: Knower) -> Offered:
    """What a voice could know by the end of a period, from it, and passages of its own account; three queries.

    Of a period without an end the entries are left out: what was known by then cannot be said.
    """
    working(seat)
    entries: tuple[KnownLine, ...] = ()
    many = 0
    if period.end is not None:
        entries, many = known_between(seat, who, period.start, period.end, limit=ENTRIES)
    return Offered(entries, many, passages(seat, period, who))


def passages(seat: Seat, period: PeriodView, who: Knower) -> tuple[Passage, ...]:
    """Marked passages of a role's own conversation or account, and of its agency's records finished by then."""
    own = Q(version__source__participation_id=who.role) if who.role is not None else Q(pk=None)
    if who.agency is not None and period.end is not None:
        own |= Q(
            version__source__kind="record",
            version__source__agency_id=who.agency,
            version__source__date_end__lte=period.end,
        )
    readable = Source.objects.visible_to(seat)
    found = (
        Excerpt.objects.filter(own & in_sight(seat), review_id=seat.review, version__source__in=readable)
        .annotate(opening=Left("shown", 160))
        .order_by("version__source__number", "start")
        .values_list(
            "number", "version__source__number", "version__source__title", "paragraph", "opening", "start", "end"
        )[:PASSAGES]
    )
    return tuple(
        Passage(
            number, source, title, paragraph, " ".join(opening.split()) + ("…" if end - start > 160 else ""),
            f"/reviews/{seat.ref}/sources/{source}/?at={start}-{end}" + (f"#p{paragraph}" if paragraph else ""),
        )
        for number, source, title, paragraph, opening, start, end in found
    )  # fmt: skip
