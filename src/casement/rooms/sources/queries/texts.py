"""The whole current text of every source, for what looks through all of them."""

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source


def texts(seat: Seat) -> list[tuple[int, str, str]]:
    """(number, title, text) of every source this seat may read, by number; one query."""
    rows = Source.objects.visible_to(seat).filter(current__isnull=False).order_by("number")
    return list(rows.values_list("number", "title", "current__text"))
