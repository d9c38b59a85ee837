"""Open codes: added, described, retired. A retired code keeps its marks."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.clock import now
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.coding.models import Code


def code_row(seat: Seat, number: int) -> Code:
    """An open code of this review, or NotHere."""
    found = Code.objects.filter(review_id=seat.review, number=number).first()
    if found is None:
        raise NotHere
    return found


def new_code(seat: Seat, label: str, definition: str = "") -> Code:
    """The open code with this label, made if it is not there; inside a command."""
    label = " ".join(label.split())
    if not label:
        raise Refused("Give the code a name.", field="label")
    if len(label) > 120:
        raise Refused("Keep the name of a code under 120 letters; the rest belongs in its description.", field="label")
    there = Code.objects.filter(review_id=seat.review, label__iexact=label).first()
    if there is not None:
        return there
    return Code.objects.create(
        review_id=seat.review,
        number=next_number(Code, seat.review),
        label=label,
        definition=definition,
        by_id=seat.person_id,
    )


@command(Action.CODING_CODES)
def add_code(seat: Seat, *, label: str, definition: str = "") -> Code:
    """Add an open code. Refused when there is one of that name already."""
    if Code.objects.filter(review_id=seat.review, label__iexact=" ".join(label.split())).exists():
        raise Refused("There is a code of that name already. Use it, or choose another name.", field="label")
    return new_code(seat, label, definition)


@command(Action.CODING_CODES)
def define_code(seat: Seat, *, number: int, label: str, definition: str = "") -> Code:
    """Rename or describe an open code. Refused when another has the name."""
    row = code_row(seat, number)
    label = " ".join(label.split())
    if not label:
        raise Refused("Give the code a name.", field="label")
    if Code.objects.filter(review_id=seat.review, label__iexact=label).exclude(pk=row.pk).exists():
        raise Refused("Another code has that name.", field="label")
    row.label, row.definition = label, definition
    row.save(update_fields=["label", "definition"])
    return row


@command(Action.CODING_CODES)
def retire_code(seat: Seat, *, number: int) -> Code:
    """Take a code out of the list of choices, or put it back; its marks stay."""
    row = code_row(seat, number)
    row.retired_at = None if row.retired_at else now()
    row.save(update_fields=["retired_at"])
    return row
