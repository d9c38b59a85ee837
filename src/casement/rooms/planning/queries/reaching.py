"""Where mail reaches people: the address of their account, or one that was kept for them."""

from collections.abc import Iterable

from casement.rooms.planning.models import Address
from casement.rooms.reviews.models import Participation


def addresses(places: Iterable[int]) -> dict[int, str]:
    """The address of each of these places, by its key in the database; those without one are left out."""
    wanted = list(places)
    told = dict(Address.objects.filter(participation__in=wanted).values_list("participation_id", "email"))
    rows = Participation.objects.filter(pk__in=wanted, person__is_active=True)
    return told | dict(rows.values_list("pk", "person__email"))


def signed_in(places: Iterable[int]) -> set[int]:
    """Those of these places whose person has an account."""
    return set(
        Participation.objects.filter(pk__in=list(places), person__is_active=True).values_list("pk", flat=True)
    )
