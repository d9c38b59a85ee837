"""Pages and actions of the self-check, declared."""

from casement.foundation.access import Seat
from casement.foundation.actions import Action
from casement.foundation.web import action, page
from casement.rooms.markers import commands
from casement.rooms.markers.web import pages
from casement.rooms.markers.web.forms import Answer

READ, HERE = Action.MARKERS_READ, "quality"

markers = page(READ, pages.list_page, "markers/list.html", place=HERE)
marker = page(READ, pages.marker_page, "markers/marker.html", place=HERE, kind="marker", forms={"form": Answer})
file = page(READ, pages.file_page, "", kind="markers")


def to_marker(seat: Seat, result: object, *, marker: str, **parts: object) -> str:
    """Back to the marker."""
    return f"/reviews/{seat.ref}/quality/{marker}/"


answer = action(commands.answer_marker, form=Answer, back=marker, then=to_marker, said="Your answer is kept.")
