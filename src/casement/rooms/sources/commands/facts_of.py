"""The facts that come with a source, checked against the review and the seat that gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from casement.foundation.access import Role, Seat
from casement.foundation.dates import NotADate, read_date
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most
from casement.rooms.reviews.models import Agency, Participation
from casement.rooms.sources import queries
from casement.rooms.sources.vocabulary import Access, Kind, Use

OWN_ONLY = "You can bring in your own agency's files only."
NOBODYS = "Records are nobody's account. Say that it is a conversation or a family account, or leave this empty."
WHOSE_ROLE = {Kind.CONVERSATION: Role.CASE_GROUP, Kind.FAMILY: Role.FAMILY}


@dataclass(frozen=True)
class Facts:
    """What a source is and whose: ids that were looked up in this review, and values that exist."""

    kind: Kind
    agency: Agency | None
    participation: Participation | None
    access: Access
    use: Use


def checked(
    seat: Seat, *, kind: str, agency: int | None, participation: int | None, access: str, use: str
) -> Facts:
    """The facts, or Refused with a sentence about the first that does not hold.

    A record belongs to an agency, an account to a participant, whose agency it then shares. NotHere when the
    seat may not bring in this kind at all; an agency contact may name only their own agency. Inside a command.
    """
    try:
        told, who, how = Kind(kind), Access(access), Use(use)
    except ValueError:
        raise Refused("Choose one of the kinds that are offered.", field="kind") from None
    if not queries.may_hold_data(seat):
        raise Refused(queries.NOT_YET)
    if not queries.may_bring(seat, told):
        raise NotHere
    if who is Access.LEADS and seat.standing.role is not Role.LEAD:
        raise Refused("Only a lead reviewer can keep a source for the leads.", field="access")
    place = _person_in(seat, told, participation)
    if told is not Kind.RECORD and place is None:
        raise Refused("Choose whose account this is.", field="participation")
    body = _agency_in(seat, agency) if agency is not None else (place.agency if place else None)
    if told is Kind.RECORD and body is None:
        raise Refused("Choose the agency these records come from.", field="agency")
    return Facts(told, body, place, who, how)


def _agency_in(seat: Seat, number: int) -> Agency:
    """An agency of this review by its number, if the seat may bring in records for it."""
    only = queries.only_agency(seat)
    found = Agency.objects.filter(review_id=seat.review, number=number).first()
    if found is None or (only is not None and found.pk != only):
        raise Refused(OWN_ONLY if only is not None else "Choose an agency of this review.", field="agency")
    return found


def _person_in(seat: Seat, kind: Kind, number: int | None) -> Participation | None:
    """The participant whose account this is; records are nobody's, so that no account is read as a record."""
    if number is None:
        return None
    if kind is Kind.RECORD:
        raise Refused(NOBODYS, field="participation")
    rows = Participation.objects.select_related("agency").filter(review_id=seat.review, role=WHOSE_ROLE[kind])
    found = rows.filter(number=number).first()
    if found is None:
        raise Refused("Choose whose account this is.", field="participation")
    return found


def dated(recorded: str) -> dict[str, Any]:
    """Columns for a date: what was recorded, and what it means where that can be read without guessing."""
    words = at_most(" ".join(recorded.split()), 200, field="date")
    columns: dict[str, Any] = {
        "date_recorded": words, "date_start": None, "date_end": None, "date_time": None,
        "date_precision": "", "date_edtf": "",
    }  # fmt: skip
    if not words:
        return columns
    try:
        read = read_date(words)
    except NotADate:
        return columns
    return columns | {
        "date_start": read.start,
        "date_end": read.end,
        "date_time": read.start_time,
        "date_precision": str(read.precision),
        "date_edtf": read.edtf[:80],
    }
