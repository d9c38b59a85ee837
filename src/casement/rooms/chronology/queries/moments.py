"""When each entry stands and whose it is, for whoever looks over all of them at once."""

from __future__ import annotations

from datetime import date

from django.db.models import CharField
from django.db.models.functions import Cast

from casement.foundation.access import Seat
from casement.rooms.chronology.models import Entry
from casement.rooms.chronology.queries.chronologies import own
from casement.rooms.chronology.queries.laid import day, placed
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.reviews.models import Agency

TEXT = CharField()
Moments = list[tuple[int, int, date, date]]  # entry, agency, first and last day it can mean


def moments(seat: Seat) -> tuple[Moments, dict[int, str]]:
    """Every entry this seat may read that has a first day, and agencies by number; two queries.

    What has no last day reaches to the end of time.
    """
    names = dict(Agency.objects.filter(own(seat)).order_by("number").values_list("number", "name"))
    days = (Cast(one, TEXT) for one in ("date_start", "date_end", "date_time"))
    rows = Entry.objects.filter(readable(seat), removed_at=None, date_start__isnull=False).order_by()
    found = rows.values_list("number", "agency__number", *days, "date_recorded", "date_precision", "date_edtf")
    told: Moments = []
    for number, agency, start, end, at, *doubt in found:
        one = placed(number, "", day(start), day(end), at, *doubt)
        if one.start is not None:
            told.append((number, agency, one.start, one.end or date.max))
    return told, names
