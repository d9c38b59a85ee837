"""An exchange ends: its report is whole, or one sentence says why nothing came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from casement.foundation import files, ledger
from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.refusals import NotHere
from casement.rooms.coding.commands.exchange.steps import done
from casement.rooms.coding.models import Exchange
from casement.rooms.coding.rules.exchange.items import Item
from casement.rooms.coding.vocabulary import ExchangeState

LOST_PLACE = (
    "This file was not brought in to its end, because the place in this review of the person who sent it has "
    "changed. Ask a lead reviewer to bring it in."
)


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


@command(Action.CODING_EXPORT)
def keep_sent_exchange(
    seat: Seat, *, exchange: int, content: bytes, facts: Mapping[str, Any], items: Iterable[Item]
) -> Exchange:
    """Keep the file that goes out, with its report; it can be fetched from now on. Safe to repeat."""
    row = moving(seat, exchange)
    if row is None:
        return Exchange.objects.get(pk=exchange)
    row.sha256, row.size = files.keep(content), len(content)
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
