"""Whether the same bytes are in the review already, as far as a seat may know."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source


def sources_with(seat: Seat, hashes: Sequence[str]) -> dict[str, int]:
    """The number of the source that holds each of these originals.

    Only sources that this seat may see: that another agency sent the same paper is not theirs to learn, and
    that two agencies hold it is worth knowing.
    """
    if not hashes:
        return {}
    rows = Source.objects.visible_to(seat).filter(versions__original_sha256__in=hashes).order_by("-number")
    return dict(rows.values_list("versions__original_sha256", "number"))
