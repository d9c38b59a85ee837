"""One step of bringing a file in: locked, done once, and written down in the report with what it changed."""

from __future__ import annotations

from collections.abc import Iterable

from casement.foundation.access import Seat
from casement.foundation.prepared import put_plain
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Exchange, ExchangeItem
from casement.rooms.coding.rules.exchange.items import Item
from casement.rooms.coding.vocabulary import ExchangeState


def begun(seat: Seat, exchange: int, step: str) -> Exchange | None:
    """The exchange (by id), held for this step; None when the step is done already or nothing moves any more."""
    row = Exchange.objects.select_for_update().filter(pk=exchange, review_id=seat.review).first()
    if row is None:
        raise NotHere
    return None if row.state != ExchangeState.MOVING or step in row.steps else row


def done(row: Exchange, step: str, items: Iterable[Item]) -> Exchange:
    """Write down what this step did."""
    write_down(row, items, ExchangeItem.objects.filter(exchange=row).count() + 1)
    row.steps = [*row.steps, step]
    row.save(update_fields=["steps"])
    return row


def write_down(row: Exchange, items: Iterable[Item], first: int) -> None:
    """Lines of the report, from the one numbered `first`."""
    told = [
        (row.pk, position, each.kind, each.guid[:80], each.name[:300], str(each.outcome), each.sentence, each.thing)
        for position, each in enumerate(items, first)
    ]
    put_plain(ExchangeItem, COLUMNS, told)


COLUMNS = ("exchange", "position", "kind", "guid", "name", "outcome", "sentence", "thing")


def known(seat: Seat, kind: str) -> dict[str, int]:
    """The number of the thing here for each identifier of this kind that ever came in or went out."""
    rows = ExchangeItem.objects.filter(exchange__review_id=seat.review, kind=kind, thing__isnull=False)
    told = rows.exclude(guid="").order_by("pk").values_list("guid", "thing")
    return {guid: thing for guid, thing in told if thing is not None}
