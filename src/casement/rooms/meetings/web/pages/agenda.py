"""The agenda: items, papers, length; one item; who came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.rooms.meetings import queries
from casement.rooms.meetings.rules.agendas import agendas, length_words, minutes_words, version
from casement.rooms.meetings.vocabulary import CAME_NAMES, Kind
from casement.rooms.meetings.web.pages.words import address, clock, invited_roles, seen_by, when


@dataclass(frozen=True)
class Slot:
    """One item with the time at which it begins."""

    line: queries.ItemLine
    begins: str
    length: str
    first: bool
    last: bool


@dataclass(frozen=True)
class AgendaPage:
    """The agenda of one meeting."""

    meeting: queries.Here
    when: str
    slots: tuple[Slot, ...]
    length: str
    readers: str
    carried: tuple[queries.EntryLine, ...]
    kinds: tuple[tuple[str, str], ...]
    base: str
    may_work: bool
    stopped: str
    version: str
    seen_by: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    help: str = "meetings"

    @property
    def without(self) -> int:
        """How many of those asked have no account, where there is a paper to be read."""
        return next((paper.without for slot in self.slots for paper in slot.line.papers), 0)


@dataclass(frozen=True)
class ItemPage:
    """One item to be changed."""

    meeting: queries.Here
    line: queries.ItemLine
    papers: tuple[tuple[str, str], ...]
    base: str
    here: str
    tab: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    help: str = "meetings"


@dataclass(frozen=True)
class AttendancePage:
    """Who came."""

    meeting: queries.Here
    when: str
    people: tuple[queries.AttendeeLine, ...]
    answers: tuple[tuple[str, str], ...]
    base: str
    tab: str
    help: str = "meetings"


def agenda_page(seat: Seat, number: int) -> AgendaPage:
    """The agenda; for leads and team also what is still to be done from earlier meetings."""
    meeting = queries.here(seat, number)
    lines = queries.items(seat, meeting)
    may = allows(seat.standing, Action.MEETINGS_WORK) and not meeting.settled and not meeting.cancelled
    notes = meeting.everything and allows(seat.standing, Action.MEETINGS_NOTES)
    return AgendaPage(
        meeting,
        when(meeting),
        _slots(meeting, lines),
        length_words((one.minutes for one in lines), meeting.booked) if lines else "",
        _readers(meeting.kind),
        queries.still_open(seat, [Kind.ACTION, Kind.QUESTION], before=meeting) if notes else (),
        tuple((key, f"{one.name} ({minutes_words(sum(i.minutes for i in one.items))})" if one.items else one.name)
              for key, one in agendas().items()),
        address(seat, number),
        may,
        queries.stopped(seat, number) if may else "",
        f"Our wording, version {meeting.version or version()}",
        seen_by(meeting),
        f"Meeting {number}, agenda",
        {"kind": {"kind": meeting.kind}, "item": {"minutes": 15}},
    )  # fmt: skip


def item_page(seat: Seat, number: int, item: int) -> ItemPage:
    """One item, with the papers that can be linked to it."""
    meeting = queries.here(seat, number)
    line = queries.item(seat, meeting, item)
    return ItemPage(
        meeting,
        line,
        queries.paper_choices(seat),
        f"{address(seat, number)}agenda/",
        f"{address(seat, number)}agenda/items/{item}/",
        f"Agenda item {item}",
        {"form": {"title": line.title, "minutes": line.minutes, "purpose": line.purpose}},
    )


def attendance_page(seat: Seat, number: int) -> AttendancePage:
    """Everybody who was asked, with what was noted or what their answer suggests."""
    meeting = queries.here(seat, number)
    return AttendancePage(
        meeting,
        when(meeting),
        queries.attendees(meeting),
        tuple(CAME_NAMES.items()),
        address(seat, number),
        f"Meeting {number}, who came",
    )


def _slots(meeting: queries.Here, lines: tuple[queries.ItemLine, ...]) -> tuple[Slot, ...]:
    told, at = [], meeting.starts
    for place, line in enumerate(lines):
        told.append(Slot(line, clock(at), minutes_words(line.minutes), place == 0, place == len(lines) - 1))
        at += timedelta(minutes=line.minutes)
    return tuple(told)


def _readers(kind: str) -> str:
    """Who reads agenda and agreed minutes, in a sentence."""
    roles = invited_roles(kind)
    if not roles:
        return "Leads and team read this agenda and the minutes, and nobody else."
    return f"Leads and team read this agenda and the minutes; so does each {roles} who is invited."
