"""Whether a seat may read the source behind a piece of evidence; the analysis quotes nothing it may not open."""

from casement.foundation.access import Reach, Role, Seat, Subject, Verb, reach
from casement.rooms.sources.models import Source


def opens(
    seat: Seat, *, kind: str, access: str = "team", agency_id: int | None, participation_id: int | None = None
) -> bool:
    """Whether this seat may read a source of this kind and access, of this agency or participant."""
    if access == "leads" and seat.standing.role is not Role.LEAD:
        return False
    subject = Subject.RECORDS if kind == "record" else Subject.WRITE_UPS
    reaches = reach(seat.standing, subject, Verb.READ)
    if reaches & {Reach.ALL, Reach.GRANTED}:
        return True
    if Reach.AGENCY in reaches and agency_id is not None:
        return agency_id == seat.standing.agency_id
    return (
        Reach.OWN in reaches
        and participation_id is not None
        and (participation_id == seat.standing.participation_id)
    )


def opens_source(seat: Seat, source: Source) -> bool:
    """Whether this seat may read a source that is still in the review."""
    if hasattr(source, "withdrawal"):
        return False
    return opens(
        seat,
        kind=source.kind,
        access=source.access,
        agency_id=source.agency_id,
        participation_id=source.participation_id,
    )


def opens_record(seat: Seat, agency_id: int | None) -> bool:
    """Whether this seat may read chronology entries of an agency."""
    return opens(seat, kind="record", agency_id=agency_id)
