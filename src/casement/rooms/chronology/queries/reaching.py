"""Which imports and entries a seat may read or change."""

from django.db.models import Q, QuerySet

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.chronology.models import Entry, Import
from casement.rooms.sources.queries import only_agency


def readable(seat: Seat) -> Q:
    """The imports, entries and agencies' rows this seat may read; for models that have review and agency."""
    reaches = reach(seat.standing, Subject.RECORDS, Verb.READ)
    if reaches & {Reach.ALL, Reach.GRANTED}:
        return Q(review_id=seat.review)
    if Reach.AGENCY in reaches and seat.standing.agency_id is not None:
        return Q(review_id=seat.review, agency_id=seat.standing.agency_id)
    return Q(pk__in=[])


def changeable(seat: Seat) -> Q:
    """The imports and entries this seat may change: an agency contact's are those of their own agency."""
    only = only_agency(seat)
    return Q(review_id=seat.review) if only is None else Q(review_id=seat.review, agency_id=only)


def may_change(seat: Seat, agency_id: int) -> bool:
    """Whether this seat may change what belongs to an agency."""
    if not reach(seat.standing, Subject.RECORDS, Verb.WRITE):
        return False
    return only_agency(seat) in (None, agency_id)


def import_to_change(seat: Seat, number: int, rows: QuerySet[Import] | None = None) -> Import:
    """An import by its number; NotHere when this seat may not change it."""
    wanted = Import.objects.all() if rows is None else rows
    found = wanted.filter(changeable(seat), number=number).first()
    if found is None:
        raise NotHere
    return found


def entry_to_change(seat: Seat, number: int, rows: QuerySet[Entry] | None = None) -> Entry:
    """A live entry by its number; NotHere when this seat may not change it."""
    wanted = Entry.objects.all() if rows is None else rows
    found = wanted.filter(changeable(seat), number=number, removed_at=None).first()
    if found is None:
        raise NotHere
    return found
