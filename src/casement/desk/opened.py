"""Who has opened one sensitive thing, for leads: by role label, when and how often, never what was read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import ROLE_NAMES, Role, Seat
from casement.foundation.actions import Action, allows
from casement.foundation.refusals import NotHere
from casement.rooms.analysis import queries as analysis
from casement.rooms.conversations import queries as conversations
from casement.rooms.reports import queries as reports
from casement.rooms.reviews.queries import opened_by
from casement.rooms.sources import queries as sources

# Whether those who are asked to check a report have opened it may be asked, to offer help; when, may not.
ASKED_TO_CHECK = frozenset({Role.CASE_GROUP, Role.FAMILY})


@dataclass(frozen=True)
class Thing:
    """A kind of thing: its name, where it is, what the ledger calls its looks, and whether it is open to a seat."""

    name: str
    path: str
    kinds: tuple[str, ...]
    there: Callable[[Seat, int], object]
    numbered: bool = True
    no_times: bool = False


@dataclass(frozen=True)
class Line:
    """One person: by role label and role, how often, first and last; without times where they are not told."""

    who: str
    role: str
    times: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True)
class OpenedPage:
    """Who has opened it."""

    name: str
    href: str
    lines: tuple[Line, ...]
    untimed: bool
    tab: str = "Who has opened this"


def source_there(seat: Seat, number: int) -> None:
    """NotHere unless a source is open to whoever asks."""
    if not sources.visible_sources(seat).filter(number=number).exists():
        raise NotHere


def report_there(seat: Seat, number: int) -> None:
    """The final report is one, and open to those who may read the draft."""
    if number != 1 or not allows(seat.standing, Action.REPORTS_READ):
        raise NotHere


THINGS: Mapping[str, Thing] = {
    "source": Thing("Source", "sources/{}/about/", ("source",), source_there),
    "conversation": Thing("Conversation", "conversations/{}/", ("conversation",), conversations.about),
    "episode": Thing("Episode", "episodes/{}/", ("episode",), analysis.episode),
    "finding": Thing("Finding", "findings/{}/", ("finding",), analysis.finding),
    "follow-on": Thing(
        "Follow-on report", "follow-on/{}/", (reports.READ_KIND,), reports.edition_for, no_times=True
    ),
    "report": Thing("Final report", "report/", ("report",), report_there, numbered=False),
}


def opened_page(seat: Seat, thing: str, number: int) -> OpenedPage:
    """Who has opened one thing; NotHere when it is none, or not open to whoever asks."""
    if thing not in THINGS:
        raise NotHere
    told = THINGS[thing]
    told.there(seat, number)
    lines = tuple(
        Line(one.who, ROLE_NAMES[one.role] if one.role else "", one.times, one.first, one.last)
        if not (told.no_times and one.role in ASKED_TO_CHECK)
        else Line(one.who, ROLE_NAMES[one.role], 0, None, None)
        for one in opened_by(seat, told.kinds, number if told.numbered else None)
    )
    name = f"{told.name} {number}" if told.numbered else told.name
    untimed = any(one.last is None for one in lines)
    return OpenedPage(name, f"/reviews/{seat.ref}/{told.path.format(number)}", lines, untimed)
