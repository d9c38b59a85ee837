"""The entries of a review as its strands are drawn from them, kept in memory until any entry changes (decision 27).

They are kept under the word that every change of an entry leaves in the same transaction (`LastChange`) and under
what the seat may read. Where no such word stands, nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import CharField, OuterRef, Q, Subquery
from django.db.models.functions import Cast, Left

from casement.foundation.access import Seat
from casement.foundation.dates import earliest, latest
from casement.foundation.memory import Memory
from casement.rooms.chronology.models import Entry, LastChange
from casement.rooms.chronology.queries.chronologies import own
from casement.rooms.chronology.queries.dating import date_of
from casement.rooms.chronology.queries.reaching import readable
from casement.rooms.chronology.rules.silences import Placed
from casement.rooms.reviews.models import Agency

NIGHT = timedelta(days=1)
OPENING = 200  # letters of an entry that its sign can need
MOST, MOST_PARTS = 2, 24
TEXT = CharField()
DAYS = ("date_start", "date_end", "date_time")
DOUBT = ("date_recorded", "date_precision", "date_edtf")


class Laid(NamedTuple):
    """An entry as it is drawn, whose it is (by key), and the first and last day that its columns name."""

    placed: Placed
    agency: int
    start: date | None
    end: date | None

    def within(self, first: date | None, until: date | None) -> bool:
        """Whether any day it can mean is within a time."""
        if first and not (self.end >= first if self.end else self.start is not None):
            return False
        return not until or (self.start <= until if self.start else self.end is not None)


@dataclass(frozen=True)
class AgencyLine:
    """An agency whose strand may be read."""

    pk: int
    number: int
    name: str


@dataclass(frozen=True)
class Strand:
    """Every entry that a seat may read, in the order of time; `parts` is what was drawn of them."""

    rows: tuple[Laid, ...]
    parts: Memory[Any] = field(default_factory=lambda: Memory(MOST_PARTS))


KEPT: Memory[Strand] = Memory(MOST)


def laid(seat: Seat) -> tuple[tuple[AgencyLine, ...], Strand]:
    """The agencies whose strands this seat may read, family first, and their entries; one query, or two."""
    word = LastChange.objects.filter(review=OuterRef("review")).values("word")[:1]
    rows = Agency.objects.filter(own(seat)).order_by().values_list("pk", "number", "name", "kind", Subquery(word))
    found = sorted(rows, key=lambda row: (row[3] != "family", row[1]))
    agencies = tuple(AgencyLine(pk, number, name) for pk, number, name, _, _ in found)
    words = {row[4] for row in found if row[4]}
    if not words:
        return agencies, Strand(entries(seat))
    key = (*words, tuple(sorted(each.pk for each in agencies)))
    return agencies, KEPT.once(key, lambda: Strand(entries(seat)))


def entries(seat: Seat, wanted: Q | None = None) -> tuple[Laid, ...]:
    """The entries this seat may read, in the order of time; one query.

    Of each only what the drawing needs, since texts are long. Days are asked for as text, since many entries share
    a day and each day is then read once.
    """
    rows = (
        Entry.objects.filter(readable(seat), wanted or Q(), removed_at=None)
        .order_by()
        .values_list("number", "agency_id", Left("event", OPENING), *(Cast(one, TEXT) for one in DAYS), *DOUBT)
    )
    found = []
    for number, agency, words, start, end, *doubt in rows:
        first, last = day(start), day(end)
        one = Laid(placed(number, words, first, last, *doubt), agency, first, last)
        found.append((in_time(one, doubt[0] or ""), one))
    found.sort()
    return tuple(one for _, one in found)


def in_time(one: Laid, at: str) -> tuple[Any, ...]:
    """The order of time: first day, time, last day, number; dates not known stand last."""
    begins = one.start or one.end
    return (
        begins is None, begins or date.min, at != "", at, one.end is None, one.end or date.min, one.placed.number,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def day(text: str | None) -> date | None:
    """The day that a database writes as text."""
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=2048)
def minute(text: str) -> int:
    """The minute of the day that a database writes as text."""
    return int(text[:2]) * 60 + int(text[3:5])


def placed(
    number: int, words: str, start: date | None, end: date | None, at: str | None, recorded: str, precision: str,
    edtf: str,
) -> Placed:  # fmt: skip
    """An entry with the first and last day it can mean, "about" taken as widely as its order is."""
    if edtf and edtf[-1] in "~?%":
        when = date_of(recorded, start, end, None, precision, edtf)
        start = earliest(when).date() if start else None
        end = latest(when).date() if end else None
    elif at and start and end and end - start <= NIGHT:
        end = start  # a night that runs past midnight is one event
    return Placed(number, start, end, words, minute(at) if at else None)
