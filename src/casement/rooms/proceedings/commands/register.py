"""The register of proceedings: recorded, looked at afresh, ended."""

from __future__ import annotations

from datetime import date

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import today
from casement.foundation.refusals import NotHere, Refused
from casement.foundation.saying import at_most, in_words
from casement.rooms.proceedings.commands.days import chosen, next_look
from casement.rooms.proceedings.models import Proceeding, ProceedingLook
from casement.rooms.proceedings.vocabulary import KIND_NAMES

NO_STAGE = "Say where it stands, such as “Charged, trial not fixed yet”."


@command(Action.PROCEEDINGS_RECORD)
def record_proceeding(
    seat: Seat,
    *,
    kind: str,
    stage: str,
    look_on: date | None,
    reference: str = "",
    contact: str = "",
    dates: str = "",
    protocol: str = "",
) -> Proceeding:
    """Record a proceeding beside the review. Refused without where it stands and the day of the next look."""
    chosen(kind, KIND_NAMES, "kind", "Choose what kind of proceeding it is.")
    told, day = in_words(stage, NO_STAGE, field="stage", most=200), next_look(look_on)
    made = Proceeding.objects.create(
        review_id=seat.review,
        number=next_number(Proceeding, seat.review),
        kind=kind,
        reference=at_most(reference, 120, field="reference"),
        contact=by_role(contact),
        look_on=day,
        by_id=seat.person_id,
    )
    put_look(seat, made, told, dates, protocol, day)
    return made


@command(Action.PROCEEDINGS_RECORD)
def look_at_proceeding(
    seat: Seat,
    *,
    number: int,
    stage: str,
    look_on: date | None,
    reference: str = "",
    contact: str = "",
    dates: str = "",
    protocol: str = "",
) -> Proceeding:
    """Look at a proceeding afresh: where it stands now, and the day of the next look. Earlier looks stay."""
    row = running(seat, number)
    told, day = in_words(stage, NO_STAGE, field="stage", most=200), next_look(look_on)
    row.reference, row.contact, row.look_on = at_most(reference, 120, field="reference"), by_role(contact), day
    row.save(update_fields=["reference", "contact", "look_on"])
    put_look(seat, row, told, dates, protocol, day)
    return row


@command(Action.PROCEEDINGS_RECORD)
def end_proceeding(seat: Seat, *, number: int, how: str, on: date | None = None) -> Proceeding:
    """Record that a proceeding is over, and how it ended. It stays in the register; no further look is due."""
    row = running(seat, number)
    told, day = in_words(how, "Say how it ended.", field="how", most=200), on or today()
    if day > today():
        raise Refused("This day is in the future. Write the day on which it ended.", field="on")
    row.ended_on, row.look_on = day, None
    row.save(update_fields=["ended_on", "look_on"])
    last = ProceedingLook.objects.filter(proceeding=row).last()
    put_look(seat, row, told, last.dates if last else "", last.protocol if last else "", None)
    return row


def put_look(seat: Seat, row: Proceeding, stage: str, dates: str, protocol: str, look_on: date | None) -> None:
    """Write down one look. For use inside a command."""
    ProceedingLook.objects.create(
        proceeding=row, stage=stage, dates=dates.strip(), protocol=protocol.strip(), look_on=look_on,
        by_id=seat.person_id,
    )  # fmt: skip


def running(seat: Seat, number: int) -> Proceeding:
    """The proceeding with this number. NotHere when there is none; Refused when it is over. Inside a command."""
    row = Proceeding.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    if row.ended_on is not None:
        raise Refused("This proceeding is over. Record a new one if it began again.")
    return row


def by_role(contact: str) -> str:
    """Who is the contact there. Refused when it looks like an address: a role is kept, not a person."""
    told = " ".join(contact.split())
    if "@" in told:
        raise Refused(
            "Write the contact by role, such as “Disclosure officer”, without an address.", field="contact"
        )
    return at_most(told, 200, field="contact")
