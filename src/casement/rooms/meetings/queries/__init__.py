"""How meetings are read: always from a seat, never more than its role reads."""

from casement.rooms.meetings.queries.agenda import ItemLine, PaperLine, item, item_titles, items, paper_choices
from casement.rooms.meetings.queries.minutes import (
    Agreed,
    Earlier,
    agreed,
    agreed_or_not_here,
    as_now,
    correction,
    earlier,
)
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
from casement.rooms.meetings.queries.people import AttendeeLine, There, attendees, who_were_there
from casement.rooms.meetings.queries.rows import Here, everything, here, readable, stopped
from casement.rooms.meetings.queries.things import places, things
from casement.rooms.meetings.queries.waiting import (
    CORRECTED,
    READ_KIND,
    actions_from,
    actions_waiting,
    minutes_from,
    minutes_waiting,
)

__all__ = [
    "CORRECTED",
    "READ_KIND",
    "Agreed",
    "AttendeeLine",
    "Earlier",
    "EntryLine",
    "Here",
    "ItemLine",
    "PaperLine",
    "There",
    "about",
    "actions_from",
    "actions_waiting",
    "agreed",
    "agreed_or_not_here",
    "as_now",
    "attendees",
    "correction",
    "earlier",
    "entries",
    "entry",
    "everything",
    "here",
    "item",
    "item_titles",
    "items",
    "latest",
    "minutes_from",
    "minutes_waiting",
    "my_actions",
    "notes_with",
    "paper_choices",
    "places",
    "readable",
    "since",
    "still_open",
    "stopped",
    "things",
    "who_were_there",
]
