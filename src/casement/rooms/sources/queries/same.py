"""Whether the same bytes are in the review already, as far as a seat may know."""

import hashlib
from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.rooms.sources.models import Source


def version_hash(seat: Seat, number: int) -> str:
    """The SHA-256 of a source as it stands: of its original file, or of its text where there was none.

    For the disclosure log, whose keepers may not see the source: it tells nothing else. Empty when there is none.
    """
    rows = Source.objects.filter(review_id=seat.review, number=number, current__isnull=False)
    for original, text in rows.values_list("current__original_sha256", "current__text"):
        return original or hashlib.sha256(text.encode()).hexdigest()
    return ""


def sources_with(seat: Seat, hashes: Sequence[str]) -> dict[str, int]:
    """The number of the source that holds each of these originals.

    Only sources that this seat may see: that another agency sent the same paper is not theirs to learn, and
    that two agencies hold it is worth knowing.
    """
    if not hashes:
        return {}
    rows = Source.objects.visible_to(seat).filter(versions__original_sha256__in=hashes).order_by("-number")
    return dict(rows.values_list("versions__original_sha256", "number"))
