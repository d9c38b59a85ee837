"""Memos of a file, each put in its place once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from casement.foundation.access import Seat
from casement.foundation.changes import next_number
from casement.foundation.clock import now
from casement.rooms.coding.commands.exchange.steps import known
from casement.rooms.coding.commands.memos import make_findable
from casement.rooms.coding.models import Mark, Memo
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.parcels import About
from casement.rooms.coding.rules.exchange.telling import note_words
from casement.rooms.sources.models import Source


def moment(told: str) -> datetime:
    """A moment as a file says it, if it can be one in the past; else this one."""
    try:
        found = parse_datetime(told) if told else None
        if found is not None and is_naive(found):
            found = make_aware(found)
        return found if found is not None and found < now() else now()
    except (ValueError, OverflowError):
        return now()


@dataclass
class Memos:
    """Puts memos where they belong and remembers which came before."""

    seat: Seat
    items: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = known(self.seat, "memo")

    def put(
        self,
        key: str,
        text: str,
        *,
        mark: Mark | None = None,
        source: Source | None = None,
        said_by: str = "",
        at: str = "",
        name: str = "",
        sentence: str = "",
    ) -> None:
        """One memo, unless it came before under this key, or stands there word for word. Inside a command."""
        text = text.strip()
        if not text:
            return
        told = name or text.split("\n", 1)[0]
        there = Memo.objects.filter(review_id=self.seat.review, private=False)
        row = there.filter(number=self.before[key]).first() if key in self.before else None
        row = row or there.filter(mark=mark, source=source, text=text, said_by=said_by).first()
        if row is not None:
            self.items.append(Item("memo", told, Outcome.HERE, "", key, row.number))
            return
        row = Memo.objects.create(
            review_id=self.seat.review,
            number=next_number(Memo, self.seat.review),
            mark=mark,
            source=source,
            text=text,
            said_by=said_by[:120],
            by_id=self.seat.person_id,
            at=moment(at),
        )
        make_findable(self.seat, row)
        outcome = Outcome.ADAPTED if sentence else Outcome.KEPT
        self.items.append(Item("memo", told, outcome, sentence, key, row.number))

    def notes_on(
        self,
        thing: str,
        about: About,
        *,
        mark: Mark | None = None,
        source: Source | None = None,
        sentence: str = "",
    ) -> None:
        """The file's memos on one of its things. Inside a command."""
        for note in about.notes.get(thing, ()):
            key = f"{note.guid}@{thing or 'project'}"
            if note.trouble:
                self.items.append(Item("memo", note.name, Outcome.REFUSED, note.trouble, key))
                continue
            words = note_words(note, about.origin)
            if not words:
                self.items.append(Item("memo", note.name, Outcome.LEFT, "There are no words in it.", key))
                continue
            self.put(
                key, words, mark=mark, source=source, said_by=about.who(note.user) if note.user else "", at=note.at,
                name=note.name, sentence=sentence,
            )  # fmt: skip
