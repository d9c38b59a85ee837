"""The whole current text of every source, for what looks through all of them."""

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.masking import read, shown


def texts(seat: Seat) -> list[tuple[int, str, str]]:
    """(number, title, text as it is shown) of every source this seat may read, by number; one query."""
    rows = Source.objects.visible_to(seat).filter(current__isnull=False).order_by("number")
    found = rows.values_list("number", "title", "current__text", "current__masks")
    return [(number, title, shown(text, read(masks))) for number, title, text, masks in found]
