"""The items of the frameworks a review has pinned."""

from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.reviews.models import FrameworkItem, Pin


@dataclass(frozen=True)
class PinnedItem:
    """One item of a pinned framework. `pk` is for commands of other rooms."""

    pk: int
    item_id: str
    label: str
    short_label: str
    group: str
    level: str
    help: str
    wordings: dict[str, str]
    signs: dict[str, list[str]]
    origin: str
    retired: bool


def framework_items(seat: Seat, key: str) -> tuple[PinnedItem, ...]:
    """The items of the factors, patterns or conversation framework this review uses, in order, in one query."""
    pin = Pin.objects.filter(review_id=seat.review, framework__key=key).order_by("-pk").values("framework_id")[:1]
    rows = FrameworkItem.objects.filter(framework_id=pin)
    return tuple(
        PinnedItem(
            row.pk,
            row.item_id,
            row.label,
            row.short_label or row.label,
            row.group,
            row.level,
            row.help,
            row.wordings,
            row.signs,
            row.origin,
            row.retired,
        )
        for row in rows.order_by("order")
    )
