"""What commands about requests share: the day something happened, whether a request is over, one event written."""

from __future__ import annotations

from datetime import date
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.refusals import Refused
from casement.rooms.sources.models import RecordRequest, RequestEvent
from casement.rooms.sources.rules.requests import ENDINGS
from casement.rooms.sources.vocabulary.requests import ENDS, Happened


def day_of(row: RecordRequest, on: date | None) -> date:
    """The day something happened, today if none is given. Refused before the asking or in the future."""
    told = on or today()
    if told < row.asked_on:
        raise Refused("This day is before the request was made.", field="on")
    if told > today():
        raise Refused("This day is in the future. Write the day on which it happened.", field="on")
    return told


def ended(row: RecordRequest) -> bool:
    """Whether a request was closed or withdrawn and not opened again since."""
    kinds = [str(kind) for kind in ENDINGS]
    rows = RequestEvent.objects.filter(request=row, kind__in=kinds, taken_back_at=None).order_by("-on", "-pk")
    last = rows.values_list("kind", flat=True).first()
    return last in set(ENDS)


def happened(
    seat: Seat, row: RecordRequest, kind: Happened, *, on: date, note: str = "", **more: Any
) -> RequestEvent:
    """Write down one event. Inside a command."""
    return RequestEvent.objects.create(
        request=row, kind=kind, on=on, note=note.strip(), by_id=seat.person_id, **more
    )
