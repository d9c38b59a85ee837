"""How many chronology entries reviews rest on, by agency, for pages that show where reviews stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.chronology.models import Entry, Import
from casement.rooms.reviews.models import Agency


@dataclass(frozen=True)
class EntryCounts:
    """Amounts of entries by agency, and the numbers of imports that wait for somebody to go on with them.

    `names` are those of the agencies, in their order in the review.
    """

    by_agency: dict[int, int] = field(default_factory=dict)
    waiting: tuple[int, ...] = ()
    names: tuple[tuple[int, str], ...] = ()

    @property
    def total(self) -> int:
        """How many entries there are."""
        return sum(self.by_agency.values())


def entry_counts(seats: Iterable[Seat]) -> dict[int, EntryCounts]:
    """The entries each seat may read, by review, in one query however many seats."""
    asked = list(seats)
    wanted = Q(pk__in=[])
    for seat in asked:
        reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
        if reaches & {Reach.ALL, Reach.GRANTED}:
            wanted |= Q(review_id=seat.review)
        elif Reach.AGENCY in reaches and seat.standing.agency_id is not None:
            wanted |= Q(pk=seat.standing.agency_id)
    live = Entry.objects.filter(agency=OuterRef("pk"), removed_at=None).order_by()
    begun = Import.objects.filter(agency=OuterRef("pk")).exclude(state="done").order_by("number")
    rows = Agency.objects.filter(wanted).annotate(
        entries=Coalesce(Subquery(live.values("agency").annotate(n=Count("pk")).values("n")), 0),
        waits=Subquery(begun.values("number")[:1]),
    )
    told: dict[int, list[tuple[int, str, int, int | None]]] = {seat.review: [] for seat in asked}
    for review_id, *line in rows.order_by("number").values_list("review_id", "pk", "name", "entries", "waits"):
        told[review_id].append(tuple(line))
    return {
        review: EntryCounts(
            {pk: entries for pk, _, entries, _ in lines},
            tuple(waits for *_, waits in lines if waits is not None),
            tuple((pk, name) for pk, name, *_ in lines),
        )
        for review, lines in told.items()
    }
