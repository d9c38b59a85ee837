"""The guide as one of the pair holds it: screens with their own notes, and nothing that is covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casement.foundation.access import Reach, Seat, Subject, Verb, reach
from casement.foundation.refusals import NotHere
from casement.rooms.conversations.models import Conversation, Opening, TurningPoint
from casement.rooms.conversations.queries.gathered import Of, Row, gathered
from casement.rooms.conversations.queries.one import status_line
from casement.rooms.conversations.queries.own import ContactsView, ring_for
from casement.rooms.conversations.queries.rows import held, own
from casement.rooms.conversations.queries.stops import conditions, flag_of
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
    status: str
    conditions: str
    flagged: str
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
    beside: tuple[tuple[datetime | None, str, str], ...]


@dataclass(frozen=True)
class NotesView:
    """Everything that was noted in one conversation, as far as somebody may read it."""

    number: int
    who: str
    mine: bool
    notes: tuple[Noted, ...]
    contacts: ContactsView


def guide(seat: Seat, number: int) -> GuideView:
    """The guide of a conversation this seat holds. Puzzles are in it only once heading 6 is opened."""
    row = held(seat, number)
    of, flag = gathered([row.pk], "note", "turn", "query", "pair")[row.pk], flag_of(row.participation_id)
    turns = turns_in(of)
    noted = {(note.key, note.turn): note for note in of["note"] if note.whose == seat.standing.participation_id}
    opened = hasattr(row, "opening")
    told = tuple(
        _view(screen, noted.get((screen.key, screen.turn)), dict(turns), not opened)
        for screen in screens_of(seat, row, turns)
    )
    return GuideView(
        number=number,
        who=row.participation.role_label,
        guide=row.guide,
        status=status_line(row),
        conditions=conditions(flag),
        flagged=flag.sentence,
        screens=told,
        turns=turns,
        queries=tuple(each.words for each in of["query"]) if opened else (),
        opened=opened,
        pair=tuple((each.number, each.label) for each in of["pair"]),
        contacts=ring_for(row),
    )


def notes(seat: Seat, number: int) -> NotesView:
    """The notes of a conversation: for its pair, and what was said also for the participant."""
    pair = Reach.PAIR in reach(seat.standing, Subject.RAW_NOTES, Verb.READ)
    row = held(seat, number) if pair else own(seat, number)
    of = gathered([row.pk], "note", "beside", "turn")[row.pk]
    turns = turns_in(of)
    rows = of["note"] if row.state != State.WITHDRAWN else []  # kept shut where they could not be erased
    beside: dict[int, list[Row]] = {}
    for each in of["beside"]:
        beside.setdefault(each.number, []).append(each)
    order = {(screen.key, screen.turn): (at, screen) for at, screen in enumerate(screens_of(seat, row, turns))}
    me = seat.standing.participation_id
    placed = sorted(
        (note for note in rows if (note.key, note.turn) in order), key=lambda note: order[note.key, note.turn][0]
    )
    return NotesView(
        number,
        row.participation.role_label,
        pair,
        tuple(
            _noted(note, order[note.key, note.turn][1], dict(turns), me, beside.get(note.pk, [])) for note in placed
        ),
        ring_for(row),
    )


def opening(row: Conversation) -> bool:
    """Whether the pair has opened heading 6."""
    return Opening.objects.filter(conversation=row).exists()


def turns_in(of: Of) -> tuple[tuple[int, str], ...]:
    """The turning points among what was gathered."""
    return tuple((each.number, each.words) for each in of["turn"])


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


def _view(screen: Screen, note: Row | None, turns: dict[int, str], covered: bool) -> ScreenView:
    return ScreenView(
        screen,
        note.words if note else "",
        note.more if note else "",
        note.number if note else 0,
        covered and screen.key == COVERED,
        turns.get(screen.turn, ""),
    )


def _noted(note: Row, screen: Screen, turns: dict[int, str], me: int | None, beside: list[Row]) -> Noted:
    mine = note.whose == me
    return Noted(
        screen.heading,
        screen.ask,
        turns.get(screen.turn, ""),
        note.label,
        note.words,
        note.more if mine else "",
        tuple((each.at, each.words, each.more if mine else "") for each in beside),
    )
