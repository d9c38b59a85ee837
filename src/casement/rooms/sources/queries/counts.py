"""How many sources reviews rest on, by kind and agency, for pages that show where reviews stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.db.models.functions import Coalesce

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
    wanted = Q(pk__in=[])
    for seat in asked:
        wanted |= known_sources(seat)
    whose = Coalesce("agency_id", "participation__agency_id")
    rows = Source.objects.filter(wanted, withdrawal=None).annotate(whose=whose).order_by()
    told = {seat.review: SourceCounts(accounts=_counts_accounts(seat)) for seat in asked}
    for row in rows.values("review_id", "whose", "kind").annotate(n=Count("pk")):
        told[row["review_id"]].by_agency.setdefault(row["whose"], {})[row["kind"]] = row["n"]
    return told


def _counts_accounts(seat: Seat) -> bool:
    return bool(reach(seat.standing, Subject.WRITE_UPS, Verb.META))
