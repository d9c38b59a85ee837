"""The agencies of a review."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.models import Agency


@command(Action.REVIEWS_EDIT)
def add_agency(seat: Seat, *, name: str, kind: str = "") -> Agency:
    """Add an agency to this review. Refused when it is there already or has no name."""
    return put_agency(seat.review, _free_name(seat.review, name), kind.strip())


@command(Action.REVIEWS_EDIT)
def rename_agency(seat: Seat, *, number: int, name: str) -> Agency:
    """Change what an agency is called here; everything that belongs to it stays with it."""
    agency = agency_numbered(seat, number)
    agency.name = _free_name(seat.review, name, but=agency.pk)
    agency.save(update_fields=["name"])
    return agency


def put_agency(review_id: int, name: str, kind: str = "") -> Agency:
    """The row itself; call inside a command."""
    return Agency.objects.create(review_id=review_id, number=next_number(Agency, review_id), name=name, kind=kind)


def agency_numbered(seat: Seat, number: int) -> Agency:
    """The agency with this number in this review, or NotHere; call inside a command."""
    agency = Agency.objects.filter(review_id=seat.review, number=number).first()
    if agency is None:
        raise NotHere
    return agency


def _free_name(review_id: int, name: str, but: int | None = None) -> str:
    name = " ".join(name.split())
    if not name:
        raise Refused("Write the name of the agency.", field="name")
    same = Agency.objects.filter(review_id=review_id, name__iexact=name).values_list("pk", flat=True)
    if set(same) - {but}:
        raise Refused("This agency is in the review already. Use the one that is there.", field="name")
    return name
