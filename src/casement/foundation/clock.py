"""What time it is: one place, so that tests and imports can hold it."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its zone."""
    return timezone.now()


def today() -> date:
    """Today where the installation is."""
    return timezone.localdate()
