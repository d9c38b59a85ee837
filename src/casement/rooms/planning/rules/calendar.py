"""Calendar messages (iCalendar, RFC 5545 and 5546): an invitation, its update, its cancellation, and a feed.

None holds a word of the review: not what meets, not who else comes, not where. Times go out in UTC, so that no
calendar program has to know our zone, and a meeting stays at its hour when the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parseaddr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Casement//Planning//EN"
SUMMARY = "A meeting in Casement"
CANCELLED = "Cancelled: a meeting in Casement"
WHERE = "Where it is and who is asked stands in Casement: {address}"


@dataclass(frozen=True)
class Entry:
    """One meeting in one person's calendar. `uid` is known to nobody else; `sequence` rises with every change."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    stamp: datetime
    address: str
    needed: bool = True
    cancelled: bool = False


def message(entry: Entry, *, to: str, sender: str) -> str:
    """What is sent to one person: METHOD REQUEST, or CANCEL. Nobody else is named in it."""
    from icalendar import vCalAddress, vText

    event = _event(entry)
    organizer = vCalAddress(f"MAILTO:{parseaddr(sender)[1] or sender}")
    organizer.params["cn"] = vText("Casement")
    event["organizer"] = organizer
    attendee = vCalAddress(f"MAILTO:{to}")
    attendee.params["role"] = vText("REQ-PARTICIPANT" if entry.needed else "OPT-PARTICIPANT")
    attendee.params["partstat"] = vText("NEEDS-ACTION")
    attendee.params["rsvp"] = vText("TRUE")
    event.add("attendee", attendee, encode=False)
    return _calendar("CANCEL" if entry.cancelled else "REQUEST", [event])


def feed(entries: Iterable[Entry]) -> str:
    """A calendar that a program fetches again and again."""
    return _calendar("PUBLISH", [_event(each) for each in entries])


def _event(entry: Entry) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.stamp.astimezone(UTC))
    event.add("dtstart", entry.starts.astimezone(UTC))
    event.add("dtend", entry.ends.astimezone(UTC))
    event.add("summary", CANCELLED if entry.cancelled else SUMMARY)
    event.add("description", WHERE.format(address=entry.address))
    event.add("url", entry.address)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event


def _calendar(method: str, events: Iterable[Event]) -> str:
    from icalendar import Calendar  # with the first message, as the parts of one above

    told = Calendar()
    told.add("prodid", PRODUCT)
    told.add("version", "2.0")
    told.add("method", method)
    for each in events:
        told.add_component(each)
    return bytes(told.to_ical()).decode()
