"""What the agencies of the example were asked for, and what came of it, through the same commands as any review."""

from datetime import date, timedelta

from casement.example.loading.places import Places
from casement.example.pieces import Happened
from casement.example.whole import Case
from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.rooms.sources import commands as sources


def ask(case: Case, places: Places, seat: Seat) -> None:
    """Every request with everything that happened to it, in order."""
    for told in case.requests:
        made = sources.ask_for_records(
            seat,
            agency=places.agencies[told.agency],
            asked_of=told.asked_of,
            kinds=told.kinds,
            about=told.about,
            period=told.period,
            reason=told.reason,
            power=told.power,
            asked_on=back(told.asked),
            wanted_by=back(told.wanted),
        )
        for event in told.events:
            happen(places, places.seats.get(event.by, seat), made.number, event)


def happen(places: Places, seat: Seat, number: int, told: Happened) -> None:
    """One event of a request."""
    on, until = back(told.ago), back(told.until) if told.until is not None else None
    match told.kind:
        case "promised":
            assert until is not None
            sources.promise_records(seat, number=number, promised_for=until, note=told.note, on=on)
        case "received":
            came = [places.sources[slug][0] for slug in told.sources]
            sources.receive_records(seat, number=number, sources=came, whole=told.whole, note=told.note, on=on)
        case "gap":
            sources.note_gap(
                seat, number=number, what=told.note, why=told.why, promised_for=until, whole=told.whole, on=on
            )
        case "chased":
            sources.chase_request(seat, number=number, note=told.note, route=told.route, on=on)
        case _:
            sources.end_request(seat, number=number, how=told.kind, reason=told.note, on=on)


def back(days: int) -> date:
    """The day so many days before today; after it when negative."""
    return today() - timedelta(days=days)
