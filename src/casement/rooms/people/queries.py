"""How people are read."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.foundation.prepared import Prepared, columns_of, rows_as
from casement.rooms.people.models import Invitation, Person
from casement.rooms.people.rules import hash_of, why_not_usable


@dataclass(frozen=True)
class Invited:
    """An invitation as its holder sees it; `closed` says why it cannot be used any more."""

    name: str
    inviter_role: str
    closed: str


@dataclass(frozen=True)
class Account:
    """What a person sees of their own account."""

    name: str
    email: str


def id_by_email(email: str) -> int | None:
    """The id of the active account with this address, whatever its case."""
    return Person.objects.filter(email__iexact=email, is_active=True).values_list("pk", flat=True).first()


def person_by_id(pk: int) -> Person | None:
    """The account with this id, as Django's own machinery wants it; asked with every request."""
    return next(iter(rows_as(Person, PERSON(pk=pk))), None)


PERSON = Prepared(lambda pk: Person.objects.filter(pk=pk).values_list(*columns_of(Person)))


def invited(token: str) -> Invited | None:
    """The invitation with this token, or None."""
    row = Invitation.objects.filter(token_hash=hash_of(token)).first()
    if row is None:
        return None
    return Invited(row.name, row.inviter_role, why_not_usable(row.expires_at, row.used_at, now()))


def account(seat: Seat) -> Account:
    """The account of the person who asks."""
    person = Person.objects.get(pk=seat.person_id)
    return Account(person.name, person.email)


def demo_people() -> list[tuple[int, str]]:
    """The accounts of the demo, as (id, e-mail) in the order they were made."""
    return list(Person.objects.filter(is_demo=True).order_by("pk").values_list("pk", "email"))
