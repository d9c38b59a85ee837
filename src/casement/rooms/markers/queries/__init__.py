"""How the self-check is read."""

from casement.rooms.markers.queries.answers import Answered, View, listing, view
from casement.rooms.markers.queries.asked import MarkerLine, marker_of, markers, version_of
from casement.rooms.markers.queries.assurance import assurance
from casement.rooms.markers.queries.record import Fact, Held, kept

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
    "version_of",
    "view",
]
