"""How meetings are read: always from a seat, never more than its role reads."""

from casement.rooms.meetings.queries.agenda import ItemLine, PaperLine, item, item_titles, items, paper_choices
from casement.rooms.meetings.queries.minutes import Agreed, agreed, agreed_or_not_here, as_now
from casement.rooms.meetings.queries.notes import (
    EntryLine,
    about,
    entries,
    entry,
    latest,
    my_actions,
    notes_with,
    since,
    still_open,
)
from casement.rooms.meetings.queries.people import AttendeeLine, attendees
from casement.rooms.meetings.queries.rows import Here, everything, here, readable, stopped
from casement.rooms.meetings.queries.things import places, things
from casement.rooms.meetings.queries.waiting import actions_from, actions_waiting

__all__ = [
    "Agreed",
    "AttendeeLine",
    "EntryLine",
    "Here",
    "ItemLine",
    "PaperLine",
    "about",
    "actions_from",
    "actions_waiting",
    "agreed",
    "agreed_or_not_here",
    "as_now",
    "attendees",
    "entries",
    "entry",
    "everything",
    "here",
    "item",
    "item_titles",
    "items",
    "latest",
    "my_actions",
    "notes_with",
    "paper_choices",
    "places",
    "readable",
    "since",
    "still_open",
    "stopped",
    "things",
]
