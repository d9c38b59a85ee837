"""What is new in the chronologies."""

from collections.abc import Sequence

from django.db.models import Q

from casement.foundation.access import Reach, Subject, Verb, reach
from casement.foundation.since import Since, amounts, newer
from casement.foundation.waiting import Rows
from casement.rooms.chronology.models import Entry
from casement.rooms.reviews.queries import label_of


def changed_entries(sinces: Sequence[Since]) -> list[Rows]:
    """Entries that came, for those who may read them: all, or those of their own agency."""
    mine, readers = Q(pk__in=[]), []
    for one in sinces:
        reaches = reach(one.seat.standing, Subject.RECORDS, Verb.READ)
        if reaches & {Reach.ALL, Reach.GRANTED}:
            mine |= Q(review=one.seat.review)
        elif Reach.AGENCY in reaches and one.seat.standing.agency_id is not None:
            mine |= Q(agency=one.seat.standing.agency_id)
        else:
            continue
        readers.append(one)
    came = newer(Entry.objects.filter(mine, removed_at=None), readers, at="added_at", by="added_by")
    return [amounts(came, "entries", by="added_by", who=label_of(by="added_by"))]
