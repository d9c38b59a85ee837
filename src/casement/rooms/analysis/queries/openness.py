"""Whether a seat may read the evidence behind a statement; the analysis quotes nothing it may not open."""

from django.db.models import Exists, OuterRef

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.rooms.sources.models import Source


def opened(seat: Seat, source: str) -> Exists:
    """A condition: this seat reaches the source that the column `source` names."""
    return Exists(Source.objects.reached_by(seat).filter(pk=OuterRef(source)))


def opens_record(seat: Seat, agency_id: int | None) -> bool:
    """Whether this seat may read chronology entries of an agency."""
    reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
    if reaches & {Reach.ALL, Reach.GRANTED}:
        return True
    return Reach.AGENCY in reaches and agency_id is not None and agency_id == seat.standing.agency_id
