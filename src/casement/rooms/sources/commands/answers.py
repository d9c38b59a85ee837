"""What an agency answers: a promise, records that came, what is not there. The agency says it, or the team does."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casement.foundation.access import Seat, Subject, Verb, reach
from casement.foundation.actions import Action
from casement.foundation.changes import command
from casement.foundation.clock import now, today
from casement.foundation.refusals import NotHere, Refused
from casement.rooms.sources import queries
from casement.rooms.sources.commands.request_events import day_of, ended, happened
from casement.rooms.sources.models import Batch, RecordRequest, RequestEvent, Source
from casement.rooms.sources.vocabulary.requests import Happened, Why

OVER = "This request is over. A lead reviewer can open it again."


@command(Action.REQUESTS_ANSWER)
def promise_records(
    seat: Seat, *, number: int, promised_for: date, note: str = "", on: date | None = None
) -> RequestEvent:
    """Note by which day the records will come. A later promise takes the place of an earlier one."""
    row, told = _answered(seat, number, on)
    if promised_for < told:
        raise Refused("The promised day is before the day on which it was promised.", field="promised_for")
    return happened(seat, row, Happened.PROMISED, on=told, note=note, promised_for=promised_for)


@command(Action.REQUESTS_ANSWER)
def receive_records(
    seat: Seat,
    *,
    number: int,
    sources: Iterable[int] = (),
    batch: int | None = None,
    whole: bool = False,
    note: str = "",
    on: date | None = None,
) -> RequestEvent:
    """Note which sources came in answer, by number or all of one batch; a source can answer several requests.

    `whole` says that nothing else is to come. Refused when a source is not a record of the agency that was asked.
    """
    row, told = _answered(seat, number, on)
    brought = _batch(seat, batch)
    wanted = set(sources)
    rows = list(queries.records_of(seat, row.agency_id).filter(number__in=wanted))
    if len(rows) < len(wanted):
        raise Refused("Choose records of the agency that was asked.", field="sources")
    if brought is not None:
        rows += list(queries.records_of(seat, row.agency_id).filter(uploads__batch=brought))
    if not rows:
        raise Refused("Choose at least one record that came in answer.", field="sources")
    made = happened(seat, row, Happened.RECEIVED, on=told, note=note, whole=whole, batch=brought)
    made.sources.set(rows)
    return made


@command(Action.REQUESTS_ANSWER)
def note_gap(
    seat: Seat,
    *,
    number: int,
    what: str,
    why: str,
    promised_for: date | None = None,
    whole: bool = False,
    on: date | None = None,
) -> RequestEvent:
    """Note what is not there and why. `whole` says that nothing else is to come; `promised_for`, when it is."""
    row, told = _answered(seat, number, on)
    if not what.strip():
        raise Refused("Say what is not there.", field="what")
    try:
        reason = Why(why)
    except ValueError:
        raise Refused("Choose why it is not there.", field="why") from None
    if reason is not Why.TO_COME and promised_for:
        raise Refused("Give a day only for what is still to come.", field="promised_for")
    if reason is Why.TO_COME and whole:
        raise Refused("Something is still to come, so this is not the whole answer.", field="whole")
    if promised_for and promised_for < told:
        raise Refused("This day is before the day on which it was said.", field="promised_for")
    return happened(seat, row, Happened.GAP, on=told, note=what, why=reason, whole=whole, promised_for=promised_for)


@command(Action.REQUESTS_ANSWER)
def take_back_event(seat: Seat, *, number: int, event: int) -> RequestEvent:
    """Take back an event (by its number in the request) that was noted by mistake. It stays in the history.

    An agency takes back what it noted itself; those who ask, anything.
    """
    row = _found(seat, number)
    ids = list(RequestEvent.objects.filter(request=row).order_by("pk").values_list("pk", flat=True))
    if not 1 <= event <= len(ids):
        raise NotHere
    told = RequestEvent.objects.select_for_update().get(pk=ids[event - 1])
    if not reach(seat.standing, Subject.REQUESTS, Verb.WRITE) and told.by_id != seat.person_id:
        raise NotHere
    if told.taken_back_at is not None:
        raise Refused("This was taken back already.")
    told.taken_back_at, told.taken_back_by_id = now(), seat.person_id
    told.save(update_fields=["taken_back_at", "taken_back_by"])
    return told


def request_of(seat: Seat, number: int, agency: int | None) -> RecordRequest:
    """The request that files of this agency (by number) answer; Refused when they cannot. Inside a command."""
    row = RecordRequest.objects.answerable_by(seat).select_related("agency").filter(number=number).first()
    if row is None or row.agency.number != agency:
        raise Refused("Choose a request that was made to this agency.", field="request")
    if ended(row):
        raise Refused(OVER, field="request")
    return row


def answer_with(seat: Seat, row: RecordRequest, batch: Batch, *, here: Iterable[int], whole: bool) -> None:
    """Note that a batch came in answer. Inside a command.

    Its files join as they are read, those here before (numbers of sources) at once; `whole` says that they are all.
    """
    made = happened(seat, row, Happened.RECEIVED, on=today(), batch=batch, whole=whole)
    made.sources.set(queries.records_of(seat, row.agency_id).filter(number__in=set(here)))


def join_answer(batch: Batch, source: Source) -> None:
    """A file of a batch became a source, or is one already: it joins the request that the batch answers."""
    if source.kind != "record":
        return
    for row in RequestEvent.objects.filter(batch=batch, taken_back_at=None).select_related("request"):
        if row.request.agency_id == source.agency_id:
            row.sources.add(source)


def _answered(seat: Seat, number: int, on: date | None) -> tuple[RecordRequest, date]:
    row = _found(seat, number)
    if ended(row):
        raise Refused(OVER)
    return row, day_of(row, on)


def _found(seat: Seat, number: int) -> RecordRequest:
    row = RecordRequest.objects.answerable_by(seat).select_for_update().filter(number=number).first()
    if row is None:
        raise NotHere
    return row


def _batch(seat: Seat, number: int | None) -> Batch | None:
    if number is None:
        return None
    found = Batch.objects.filter(queries.own_batches(seat), number=number).first()
    if found is None:
        raise Refused("Choose one of the batches that are offered.", field="batch")
    return found
