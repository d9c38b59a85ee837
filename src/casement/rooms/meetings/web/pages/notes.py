"""The notes of several people: all, what is new, one entry, what is still open, one's own actions."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string

from casement.foundation.access import Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.foundation.web import News
from casement.rooms.meetings import queries
from casement.rooms.meetings.vocabulary import SETTLED, Kind, State
from casement.rooms.meetings.web.pages.words import address, when


@dataclass(frozen=True)
class NotesPart:
    """The entries under one item; `item` is empty for those under none."""

    item: int | str
    title: str
    entries: tuple[queries.EntryLine, ...]


@dataclass(frozen=True)
class NotesPage:
    """The notes of one meeting."""

    meeting: queries.Here
    when: str
    parts: tuple[NotesPart, ...]
    items: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]
    latest: int
    base: str
    review: str
    may_work: bool
    may_open: bool
    stopped: str
    kept_as: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    help: str = "meetings"


@dataclass(frozen=True)
class EntryPage:
    """One entry: to be changed by its writer, linked, settled or decided about."""

    meeting: queries.Here
    entry: queries.EntryLine
    items: tuple[tuple[int, str], ...]
    people: tuple[tuple[int, str], ...]
    group: tuple[tuple[int, str], ...]
    things: tuple[tuple[str, str], ...]
    states: tuple[State, ...]
    base: str
    here: str
    review: str
    may_change: bool
    may_decide: bool
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    help: str = "meetings"


@dataclass(frozen=True)
class OpenPage:
    """What is still open after all meetings."""

    actions: tuple[queries.EntryLine, ...]
    questions: tuple[queries.EntryLine, ...]
    base: str
    tab: str = "Still open"
    help: str = "meetings"


@dataclass(frozen=True)
class MinePage:
    """The actions somebody took on."""

    actions: tuple[queries.EntryLine, ...]
    base: str
    sent: int
    states: tuple[State, ...] = (State.DONE, State.LET_GO)
    seen_by: str = "you"  # the leads and the team read an action in the notes it stands in
    tab: str = "Your actions"
    help: str = "meetings"


def notes_page(seat: Seat, number: int) -> NotesPage:
    """All notes, item by item, and the form for the next entry."""
    meeting = whole(seat, number)
    items, told = queries.item_titles(meeting), queries.entries(seat, meeting)
    may = allows(seat.standing, Action.MEETINGS_WORK)
    return NotesPage(
        meeting,
        when(meeting),
        _parts(items, told),
        items,
        queries.places(seat) if may else (),
        queries.latest(meeting),
        address(seat, number),
        f"/reviews/{seat.ref}/",
        may and not meeting.settled and not meeting.cancelled,
        may,
        queries.stopped(seat, number),
        f"{seat.ref}:{seat.person_id}:meeting:{number}",
        f"Meeting {number}, notes",
        {"form": {"sent_key": secrets.token_urlsafe(16)}},
    )


def news_page(seat: Seat, number: int, since: int) -> News:
    """What happened to the notes since, each entry drawn as the whole page draws it."""
    meeting = whole(seat, number)
    last, told, gone = queries.since(seat, meeting, since)
    stopped, agreed = queries.stopped(seat, number), meeting.settled
    told_as = {
        "base": address(seat, number), "review": f"/reviews/{seat.ref}/",
        "may_open": allows(seat.standing, Action.MEETINGS_WORK),
        "may_work": allows(seat.standing, Action.MEETINGS_WORK) and not agreed,
    }  # fmt: skip
    return News(
        {
            "latest": last,
            "entries": [
                {"number": one.number, "item": one.item or "", "mine": one.mine,
                 "html": render_to_string("meetings/parts/entry.html", {"one": one, "page": told_as})}
                for one in told
            ],
            "gone": list(gone),
            "stopped": stopped,
            "agreed": agreed,
        },
        f"{number}:{last}:{stopped}:{agreed}",
        bool(told),
    )  # fmt: skip


def entry_page(seat: Seat, number: int, entry: int) -> EntryPage:
    """One entry with everything that can be done with it."""
    meeting = whole(seat, number)
    one = queries.entry(seat, meeting, entry)
    decides = allows(seat.standing, Action.MEETINGS_AGREE) and one.kind == Kind.SAID and one.open
    filled: dict[str, dict[str, Any]] = {
        "form": {
            "kind": one.kind, "item": one.item, "text": one.text, "reason": one.reason, "who": one.who,
            "owner": one.owner_number, "by_when": one.by_when, "based_on": one.edition,
        },
        "link": {"about": [f"{thing}:{of}" for thing, of in one.about]},
        "settle": {"state": one.state, "outcome": one.outcome},
    }  # fmt: skip
    return EntryPage(
        meeting,
        one,
        queries.item_titles(meeting),
        queries.places(seat),
        queries.places(seat, Role.CASE_GROUP) if decides else (),
        queries.things(seat),
        SETTLED.get(one.kind, ()),
        f"{address(seat, number)}notes/",
        f"{address(seat, number)}notes/{entry}/",
        f"/reviews/{seat.ref}/",
        one.mine and not meeting.settled and not (one.kind == Kind.SAID and not one.open),
        decides,
        f"Entry {entry}",
        filled,
    )


def open_page(seat: Seat) -> OpenPage:
    """Open actions, questions and hunches of all meetings."""
    if not queries.everything(seat):
        raise NotHere
    told = queries.still_open(seat, [Kind.ACTION, Kind.QUESTION, Kind.HUNCH])
    return OpenPage(
        tuple(one for one in told if one.kind == Kind.ACTION),
        tuple(one for one in told if one.kind != Kind.ACTION),
        f"/reviews/{seat.ref}/meetings/",
    )


def mine_page(seat: Seat, number: int = 0) -> MinePage:
    """One's own actions, from whichever meeting; `number` is the one that a refused form is about."""
    return MinePage(queries.my_actions(seat), f"/reviews/{seat.ref}/my-actions/", number)


def whole(seat: Seat, number: int) -> queries.Here:
    """A meeting whose notes this seat reads, or NotHere."""
    found = queries.here(seat, number)
    if not found.everything:
        raise NotHere
    return found


def _parts(items: tuple[tuple[int, str], ...], told: tuple[queries.EntryLine, ...]) -> tuple[NotesPart, ...]:
    parts = [NotesPart(number, title, tuple(o for o in told if o.item == number)) for number, title in items]
    return (*parts, NotesPart("", "Besides", tuple(one for one in told if one.item is None)))
