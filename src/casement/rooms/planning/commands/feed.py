"""A person's own calendar address, which a calendar program fetches. Making it anew ends the one before."""

from dataclasses import dataclass

from django.conf import settings

from casement.foundation.access import Seat
from casement.foundation.actions import Action, Purpose
from casement.foundation.changes import command
from casement.foundation.private_links import make_link, take_back


@dataclass(frozen=True)
class Feed:
    """The address, told once to whoever made it."""

    link: str


@command(Action.PLANNING_FEED)
def make_feed(seat: Seat) -> Feed:
    """A new address for the dates of whoever asks, over all their reviews."""
    take_back(seat, Purpose.FEED)
    return Feed(f"{settings.CASEMENT_ADDRESS}/feed/{make_link(seat, Purpose.FEED)}.ics")


@command(Action.PLANNING_FEED)
def end_feed(seat: Seat) -> None:
    """End the address; calendars that fetch it find nothing from now on."""
    take_back(seat, Purpose.FEED)
