"""The guide as one of the pair holds it: screens with their own notes, and nothing that is covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.conversations.models import Conversation, Note, NoteBeside, Opening, Query, TurningPoint
from casement.rooms.conversations.queries.one import status_line
from casement.rooms.conversations.queries.own import ContactsView, contacts
from casement.rooms.conversations.queries.rows import held, own
from casement.rooms.conversations.queries.stops import conditions, flag_of, stopped
from casement.rooms.conversations.rules.guide import COVERED, Asked, Screen, screens
from casement.rooms.conversations.vocabulary import State
from casement.rooms.reviews.queries import framework_items


@dataclass(frozen=True)
class ScreenView:
    """One screen with the writer's own note: what was said, their reflection, and the edition it has."""

    screen: Screen
    said: str
    reflection: str
    edition: int
    covered: bool
    turn_words: str


@dataclass(frozen=True)
class GuideView:
    """The whole guide for one of the pair."""

    number: int
    who: str
    guide: str
    writer: int
    status: str
    conditions: str
    stopped: str
    screens: tuple[ScreenView, ...]
    turns: tuple[tuple[int, str], ...]
    queries: tuple[str, ...]
    opened: bool
    pair: tuple[tuple[int, str], ...]
    contacts: ContactsView


@dataclass(frozen=True)
class Noted:
    """One note: on which screen, by whom, what was said; the reflection only for its writer."""

    heading: str
    ask: str
    turn_words: str
    by: str
    said: str
    reflection: str
    beside: tuple[tuple[datetime, str, str], ...]


@dataclass(frozen=True)
class NotesView:
    """Everything that was noted in one conversation, as far as somebody may read it."""

    number: int
    who: str
    mine: bool
    notes: tuple[Noted, ...]


def guide(seat: Seat, number: int) -> GuideView:
    """The guide of a conversation this seat holds. Puzzles are in it only once heading 6 is opened."""
    row = held(seat, number)
    turns, flag = turns_of(row), flag_of(row.participation_id)
    mine = Note.objects.filter(conversation=row, writer=seat.standing.participation_id or 0)
    noted = {(note.key, note.turn): note for note in mine}
    opened = opening(row)
    told = tuple(
        _view(screen, noted.get((screen.key, screen.turn)), dict(turns), not opened)
        for screen in screens_of(seat, row, turns)
    )
    pair = row.pair.order_by("pk").values_list("holder__number", "holder__role_label")
    return GuideView(
        number=number,
        who=row.participation.role_label,
        guide=row.guide,
        writer=dict((label, at) for at, label in pair).get(seat.label, 0),
        status=status_line(row),
        conditions=conditions(flag),
        stopped=stopped(row.review_id, row.number) or flag.sentence,
        screens=told,
        turns=turns,
        queries=tuple(Query.objects.filter(conversation=row).values_list("text", flat=True)) if opened else (),
        opened=opened,
        pair=tuple(pair),
        contacts=contacts(row.review_id),
    )


def notes(seat: Seat, number: int) -> NotesView:
    """The notes of a conversation: for its pair, and what was said also for the participant."""
    pair = Reach.PAIR in reach(seat.standing, Subject.RAW_NOTES, Verb.READ)
    row = held(seat, number) if pair else own(seat, number)
    turns = turns_of(row)
    rows = Note.objects.filter(conversation=row).select_related("writer").order_by("pk")
    rows = rows.none() if row.state == State.WITHDRAWN else rows  # kept shut where they could not be erased
    beside: dict[int, list[NoteBeside]] = {}
    for each in NoteBeside.objects.filter(note__conversation=row).order_by("pk"):
        beside.setdefault(each.note_id, []).append(each)
    order = {(screen.key, screen.turn): (at, screen) for at, screen in enumerate(screens_of(seat, row, turns))}
    me = seat.standing.participation_id
    placed = sorted((note for note in rows if (note.key, note.turn) in order), key=lambda note: order[note.key, note.turn][0])
    return NotesView(
        number,
        row.participation.role_label,
        pair,
        tuple(_noted(note, order[note.key, note.turn][1], dict(turns), me, beside.get(note.pk, [])) for note in placed),
    )


def opening(row: Conversation) -> bool:
    """Whether the pair has opened heading 6."""
    return Opening.objects.filter(conversation=row).exists()


def turns_of(row: Conversation) -> tuple[tuple[int, str], ...]:
    """The turning points in order: number and words."""
    return tuple(TurningPoint.objects.filter(conversation=row).order_by("number").values_list("number", "words"))


def screens_of(seat: Seat, row: Conversation, turns: tuple[tuple[int, str], ...]) -> tuple[Screen, ...]:
    """The screens of a conversation's guide, from the framework its review has pinned."""
    items = [
        Asked(item.item_id, item.label, item.group, item.help, item.wordings.get("manager", ""))
        for item in framework_items(seat, "conversation")
        if not item.retired
    ]
    return screens(items, row.guide, [number for number, _ in turns])


def screen_here(seat: Seat, row: Conversation, key: str, turn: int) -> Screen:
    """One screen of the guide by its item and turning point; NotHere when it has none such."""
    found = [one for one in screens_of(seat, row, turns_of(row)) if (one.key, one.turn) == (key, turn)]
    if not found:
        raise NotHere
    return found[0]


def _view(screen: Screen, note: Note | None, turns: dict[int, str], covered: bool) -> ScreenView:
    return ScreenView(
        screen,
        note.said if note else "",
        note.reflection if note else "",
        note.edition if note else 0,
        covered and screen.key == COVERED,
        turns.get(screen.turn, ""),
    )


def _noted(note: Note, screen: Screen, turns: dict[int, str], me: int | None, beside: list[NoteBeside]) -> Noted:
    mine = note.writer_id == me
    return Noted(
        screen.heading,
        screen.ask,
        turns.get(screen.turn, ""),
        note.writer.role_label,
        note.said,
        note.reflection if mine else "",
        tuple((each.at, each.said, each.reflection if mine else "") for each in beside),
    )
