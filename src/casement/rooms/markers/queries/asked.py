"""The markers that a review asks: those of the version it is tied to, of the list that fits its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.markers.rules.levels import lists_for
from casement.rooms.markers.vocabulary import KEY
from casement.rooms.reviews.models import FrameworkItem, Pin, Review
from casement.rooms.reviews.rules.frameworks import Item, shipped


@dataclass(frozen=True)
class MarkerLine:
    """One marker. `wordings` holds its question for each level it asks; `origin` whose name it is."""

    marker: str
    label: str
    phase: str
    help: str
    wordings: Mapping[str, str]
    origin: str
    list_key: str
    step: str


def markers(seat: Seat) -> tuple[MarkerLine, ...]:
    """The markers of this review, in order. One that began before they shipped gets those that ship now."""
    fits = lists_for(Review.objects.values_list("kind", flat=True).get(pk=seat.review))
    pin = Pin.objects.filter(review_id=seat.review, framework__key=KEY).order_by("-pk").values("framework_id")[:1]
    rows = list(FrameworkItem.objects.filter(framework_id=pin, retired=False).order_by("order"))
    told: Sequence[FrameworkItem | Item] = rows or [
        one for framework in shipped() if framework.key == KEY for one in framework.items
    ]
    return tuple(
        MarkerLine(
            one.item_id, one.label, one.group, one.help, one.wordings, one.origin, one.applies_to, one.level
        )
        for one in told
        if one.applies_to in fits
    )  # fmt: skip


def marker_of(seat: Seat, marker: str) -> MarkerLine:
    """One marker of this review; NotHere for any other."""
    found = next((one for one in markers(seat) if one.marker == marker), None)
    if found is None:
        raise NotHere
    return found


def version_of(seat: Seat) -> str:
    """The version of the markers that this review uses."""
    pinned = Pin.objects.filter(review_id=seat.review, framework__key=KEY).order_by("-pk")
    told = pinned.values_list("framework__version", flat=True).first()
    return told or next(framework.version for framework in shipped() if framework.key == KEY)
