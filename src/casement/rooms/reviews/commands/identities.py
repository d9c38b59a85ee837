"""The identity register: the names behind a label, so that they can be kept out of what is published."""

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command, next_number
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.reviews.commands.describing import known
from casement.rooms.reviews.commands.members import member_numbered
from casement.rooms.reviews.models import Identity
from casement.rooms.reviews.vocabulary import IDENTITY_NAMES, RegisterChanged


@command(Action.REVIEWS_IDENTIFY)
def identify(
    seat: Seat, *, label: str, kind: str, names: Iterable[str], participation: int | None = None
) -> Identity:
    """Write down who or what is behind a label. `participation` is the number of the place it belongs to.

    Refused when the label is there already, or when one of the names is the label itself.
    """
    label = " ".join(label.split())
    if not label:
        raise Refused("Write the label or pseudonym that stands in texts.", field="label")
    known(kind, IDENTITY_NAMES, "kind", "Choose what the label stands for.")
    if Identity.objects.filter(review_id=seat.review, label__iexact=label).exists():
        raise Refused("This label is there already. Add the name to it.", field="label")
    made = Identity.objects.create(
        review_id=seat.review,
        number=next_number(Identity, seat.review),
        label=label,
        kind=kind,
        names=_names(names, label),
        participation=member_numbered(seat, participation) if participation is not None else None,
    )
    announce(RegisterChanged(seat))
    return made


@command(Action.REVIEWS_IDENTIFY)
def rename_identity(seat: Seat, *, number: int, names: Iterable[str]) -> Identity:
    """Put right the names behind label `number`; at least one stays."""
    row = Identity.objects.select_for_update().filter(review_id=seat.review, number=number).first()
    if row is None:
        raise NotHere
    return put_names(seat, row, names)


def put_names(seat: Seat, row: Identity, names: Iterable[str]) -> Identity:
    """Write down the names behind a label. For use inside a command; refused as in `identify`."""
    row.names = _names(names, row.label)
    row.save(update_fields=["names"])
    announce(RegisterChanged(seat))
    return row


def _names(names: Iterable[str], label: str) -> list[str]:
    kept: dict[str, str] = {}
    for name in names:
        told = " ".join(name.split())
        if told:
            kept.setdefault(told.casefold(), told)
    if not kept:
        raise Refused("Write at least one name, as it stands in the records.", field="names")
    if label.casefold() in kept:
        raise Refused("The label is one of the names. Choose a label that names nobody.", field="label")
    return list(kept.values())
