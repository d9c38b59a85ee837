"""Lets a test database be emptied although the ledger refuses deletion."""

from django.core.management.commands import flush

from casement.foundation.ledger import seal

_handle = flush.Command.handle


def _unsealed(self, **options):
    seal(on=False)
    try:
        return _handle(self, **options)
    finally:
        seal(on=True)


def empty_sealed_tables() -> None:
    """From now on, flushing lifts the seal and puts it back."""
    flush.Command.handle = _unsealed
