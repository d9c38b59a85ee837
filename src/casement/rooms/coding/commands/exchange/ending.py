"""An exchange ends: its report is whole, or one sentence says why nothing came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import transaction

from casement.foundation import files, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere
from casement.rooms.coding.commands.exchange.steps import done, write_down
from casement.rooms.coding.models import Exchange, ExchangeItem
from casement.rooms.coding.rules.exchange.items import Item
from casement.rooms.coding.vocabulary import ExchangeState

AT_ONCE = 2000  # lines of a report in one transaction
LOST_PLACE = (
    "This file was not brought in to its end, because the place in this review of the person who sent it has "
    "changed. Ask a lead reviewer to bring it in."
)


class Kept(NamedTuple):
    """A file on the disk: its hash and its length."""

    sha256: str
    size: int


def moving(seat: Seat, exchange: int) -> Exchange | None:
    """The exchange (by id), held; None when it has ended."""
    row = Exchange.objects.select_for_update().filter(pk=exchange, review_id=seat.review).first()
    if row is None:
        raise NotHere
    return row if row.state == ExchangeState.MOVING else None


@command(Action.CODING_IMPORT)
def finish_exchange(
    seat: Seat, *, exchange: int, facts: Mapping[str, Any] | None = None, sentence: str = ""
) -> Exchange:  # fmt: skip
    """Say that everything is in, with what was found out about the file; or with `sentence`, that nothing came."""
    row = moving(seat, exchange)
    if row is None:
        return Exchange.objects.get(pk=exchange)
    row.facts = dict(facts or {})
    row.sentence, row.state = sentence, ExchangeState.REFUSED if sentence else ExchangeState.DONE
    row.sha256 = "" if sentence else row.sha256  # of a file that is refused nothing is kept
    row.save(update_fields=["facts", "sentence", "state", "sha256"])
    return row


def give_up_exchange(seat: Seat | None, *, exchange: int, sentence: str = LOST_PLACE) -> None:
    """End an exchange because the person who asked may not go on. It acts for nobody, so it asks for no right.

    Not inside a command. `seat` is theirs if they still have one.
    """
    with transaction.atomic():
        ended = Exchange.objects.filter(pk=exchange, state=ExchangeState.MOVING).update(
            state=ExchangeState.REFUSED, sentence=sentence
        )
        if ended:
            ledger.write(seat, Action.CODING_IMPORT, "denied", kind="exchange", number=exchange)


def beforehand(seat: Seat, given: dict[str, Any]) -> dict[str, Any]:
    """Put the file on the disk, and its report into the table part by part.

    A report of a hundred thousand lines in one transaction would have everybody wait who marks or opens a page
    meanwhile. Until the exchange has ended nobody looks at it; what an earlier attempt left is taken out first.
    """
    row = Exchange.objects.filter(pk=given["exchange"], review_id=seat.review, state=ExchangeState.MOVING).first()
    if row is None:
        return given
    lines = list(given["items"])
    ExchangeItem.objects.filter(exchange=row).delete()
    for first in range(0, len(lines), AT_ONCE):
        with transaction.atomic():
            write_down(row, lines[first : first + AT_ONCE], first + 1)
    content: bytes = given["content"]
    return {**given, "content": Kept(files.keep(content), len(content)), "items": ()}


@command(Action.CODING_EXPORT, before=beforehand)
def keep_sent_exchange(
    seat: Seat, *, exchange: int, content: bytes | Kept, facts: Mapping[str, Any], items: Iterable[Item]
) -> Exchange:
    """Keep the file that goes out, with its report; it can be fetched from now on. Safe to repeat."""
    row = moving(seat, exchange)
    if row is None or not isinstance(content, Kept):
        return Exchange.objects.get(pk=exchange)
    row.sha256, row.size = content
    row.facts, row.state = dict(facts), ExchangeState.DONE
    row.save(update_fields=["sha256", "size", "facts", "state"])
    return done(row, "file", items)


@command(Action.CODING_EXPORT)
def fail_sent_exchange(seat: Seat, *, exchange: int, sentence: str) -> Exchange:
    """Say why no file could be made."""
    row = moving(seat, exchange)
    if row is None:
        return Exchange.objects.get(pk=exchange)
    row.sentence, row.state = sentence, ExchangeState.REFUSED
    row.save(update_fields=["sentence", "state"])
    return row
