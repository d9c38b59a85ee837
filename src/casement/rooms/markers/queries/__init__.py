"""How the self-check is read."""

from casement.rooms.markers.queries.answers import Answered, View, listing, view
from casement.rooms.markers.queries.asked import MarkerLine, marker_of, markers, version_of
from casement.rooms.markers.queries.assurance import assurance
from casement.rooms.markers.queries.record import Fact, Held, kept
from casement.rooms.markers.queries.waiting import markers_from, markers_waiting

__all__ = [
    "Answered",
    "Fact",
    "Held",
    "MarkerLine",
    "View",
    "assurance",
    "kept",
    "listing",
    "marker_of",
    "markers",
    "markers_from",
    "markers_waiting",
    "version_of",
    "view",
]
