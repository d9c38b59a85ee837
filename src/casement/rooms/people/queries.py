"""How people are read."""

from casement.rooms.people.models import Person


def id_by_email(email: str) -> int | None:
    """The id of the active account with this address, whatever its case."""
    return Person.objects.filter(email__iexact=email, is_active=True).values_list("pk", flat=True).first()
