"""Putting the shipped frameworks into the database, and pinning them to a review."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.rooms.reviews.models import Framework, FrameworkItem, Pin
from casement.rooms.reviews.rules.frameworks import Shipped, shipped


@command(Action.SITE_FRAMEWORKS)
def install_frameworks(seat: Seat) -> list[Framework]:
    """Make sure every shipped framework is there; a version that is there already is left as it is."""
    return ensure_frameworks()


def ensure_frameworks() -> list[Framework]:
    """The shipped frameworks as rows, made where they are missing; call inside a command."""
    keys = [(told.key, told.version) for told in shipped()]
    there = {(row.key, row.version): row for row in Framework.objects.filter(key__in=[key for key, _ in keys])}
    return [there.get((told.key, told.version)) or _put(told) for told in shipped()]


def pin_frameworks(review_id: int, by_id: int) -> None:
    """Tie a new review to the versions that ship now; call inside a command."""
    Pin.objects.bulk_create([Pin(review_id=review_id, framework=row, by_id=by_id) for row in ensure_frameworks()])


def _put(told: Shipped) -> Framework:
    row = Framework.objects.create(
        key=told.key,
        version=told.version,
        language=told.language,
        origin=told.origin,
        licence_note=told.licence_note,
    )
    FrameworkItem.objects.bulk_create(
        [
            FrameworkItem(
                framework=row,
                item_id=item.item_id,
                label=item.label,
                short_label=item.short_label,
                group=item.group,
                level=item.level,
                help=item.help,
                wordings=item.wordings,
                origin=item.origin,
                applies_to=item.applies_to,
                order=order,
            )
            for order, item in enumerate(told.items, 1)
        ]
    )
    return row
