"""When somebody was here last, for what is told as new."""

from collections.abc import Sequence

from casement.foundation.access import Seat
from casement.foundation.clock import now
from casement.foundation.since import Since
from casement.rooms.reviews.models import Visit
from casement.rooms.reviews.rules.visiting import begins, new_since


def last_visits(seats: Sequence[Seat]) -> tuple[list[Since], bool]:
    """From when on something is new to each of these seats, and whether a visit begins: one query.

    A seat whose person comes for the first time is left out: to them everything is new.
    """
    if not seats:
        return [], False
    moment = now()
    places = [seat.standing.participation_id for seat in seats]
    rows = Visit.objects.filter(participation__in=places).values_list("participation", "at", "before")
    known = {place: (at, before) for place, at, before in rows}
    told = []
    for seat in seats:
        at, before = known.get(seat.standing.participation_id or 0, (None, None))
        since = new_since(at, before, moment)
        if since is not None:
            told.append(Since(seat, since))
    fresh = any(begins(known.get(place or 0, (None, None))[0], moment) for place in places)
    return told, fresh
