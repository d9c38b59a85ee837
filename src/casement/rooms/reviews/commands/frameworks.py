"""Putting the shipped frameworks into the database, and pinning them to a review."""

from casement.rooms.reviews.models import Framework, FrameworkItem, Pin
from casement.rooms.reviews.rules.frameworks import Shipped, shipped


def install_frameworks() -> list[Framework]:
    """The shipped frameworks as rows, made where they are missing; a version that is there is left as it is.

    Part of preparing an installation, as migrations are, so nobody's seat is asked for. Safe to repeat.
    """
    keys = [(told.key, told.version) for told in shipped()]
    there = {(row.key, row.version): row for row in Framework.objects.filter(key__in=[key for key, _ in keys])}
    return [there.get((told.key, told.version)) or _put(told) for told in shipped()]


def pin_frameworks(review_id: int, by_id: int) -> None:
    """Tie a new review to the versions that ship now; call inside a command."""
    Pin.objects.bulk_create([Pin(review_id=review_id, framework=row, by_id=by_id) for row in install_frameworks()])


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
                signs=item.signs,
                origin=item.origin,
                applies_to=item.applies_to,
                order=order,
            )
            for order, item in enumerate(told.items, 1)
        ]
    )
    return row
