"""How time is read."""

from casement.rooms.timekeeping.queries.entries import EntryLine, Said, entries, entry, own_minutes
from casement.rooms.timekeeping.queries.expected import EstimateLine, RateLine, estimates, rates, sees_cost
from casement.rooms.timekeeping.queries.things import ThingLine, places_for, step_now, thing_called, things
from casement.rooms.timekeeping.queries.totals import Earlier, Line, Totals, earlier, totals

__all__ = [
    "Earlier",
    "EntryLine",
    "EstimateLine",
    "Line",
    "RateLine",
    "Said",
    "ThingLine",
    "Totals",
    "earlier",
    "entries",
    "entry",
    "estimates",
    "own_minutes",
    "places_for",
    "rates",
    "sees_cost",
    "step_now",
    "thing_called",
    "things",
    "totals",
]
