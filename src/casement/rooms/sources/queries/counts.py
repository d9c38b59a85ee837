"""How many sources reviews rest on, by kind and agency, for pages that show where reviews stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.rooms.sources.models import Source
from casement.rooms.sources.queries.lists import known_sources


@dataclass(frozen=True)
class SourceCounts:
    """Amounts of sources this person may know of, by kind; by agency, None being nobody's.

    `accounts` says whether conversations and family accounts are counted at all for them.
    """

    by_agency: dict[int | None, dict[str, int]] = field(default_factory=dict)
    accounts: bool = False

    def of(self, kind: str) -> int:
        """How many of one kind there are."""
        return sum(kinds.get(kind, 0) for kinds in self.by_agency.values())

    @property
    def total(self) -> int:
        """How many there are of any kind."""
        return sum(sum(kinds.values()) for kinds in self.by_agency.values())


def source_counts(seats: Iterable[Seat]) -> dict[int, SourceCounts]:
    """The sources each seat may know of and that were not taken out, by review, in one query."""
    asked = list(seats)
    return told_counts(asked, [(review, whose, kind, n) for _, review, n, whose, kind, _ in counted(asked)])


def counted(seats: Iterable[Seat]) -> QuerySet[Any, Any]:
    """A row for each review, agency and kind: what, review, how many, agency, kind, and nothing more."""
    wanted = Q(pk__in=[])
    for seat in seats:
        wanted |= known_sources(seat)
    rows: QuerySet[Any, Any] = Source.objects.filter(wanted, withdrawal=None).annotate(
        what=Value("source", TextField()),
        whose=Coalesce("agency_id", "participation__agency_id"),
        word=Cast("kind", TextField()),
        facts=Value("", TextField()),
    )
    grouped: QuerySet[Any, Any] = (
        rows.order_by().values("what", "review_id", "whose", "word", "facts").annotate(n=Count("pk"))
    )
    told: QuerySet[Any, Any] = grouped.values_list("what", "review_id", "n", "whose", "word", "facts")
    return told


def told_counts(seats: Iterable[Seat], rows: Iterable[tuple[int, int | None, str, int]]) -> dict[int, SourceCounts]:
    """Amounts by review, from rows of review, agency, kind and how many."""
    told = {seat.review: SourceCounts(accounts=_counts_accounts(seat)) for seat in seats}
    for review, whose, kind, n in rows:
        told[review].by_agency.setdefault(whose, {})[kind] = n
    return told


def _counts_accounts(seat: Seat) -> bool:
    return bool(reach(seat.standing, Subject.WRITE_UPS, Verb.META))
