"""Coded passages become marks: each code by each person on each passage once, however often the file repeats it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from casement.foundation.access import Seat
from casement.foundation.changes import next_number
from casement.rooms.coding.commands.exchange.codes import factors_of
from casement.rooms.coding.commands.exchange.memos import Memos, moment
from casement.rooms.coding.commands.exchange.steps import known
from casement.rooms.coding.models import Code, Mark
from casement.rooms.coding.rules.exchange.identifiers import UNCODED
from casement.rooms.coding.rules.exchange.items import Item, Outcome
from casement.rooms.coding.rules.exchange.parcels import About
from casement.rooms.coding.rules.exchange.placing import Placed
from casement.rooms.coding.rules.exchange.telling import influences
from casement.rooms.coding.rules.exchange.values import Coding, Selection
from casement.rooms.coding.vocabulary import Influence
from casement.rooms.reviews.models import FrameworkItem, Participation
from casement.rooms.sources import commands as sources
from casement.rooms.sources.models import Excerpt, Source
from casement.rooms.sources.rules.masking import Mask, from_shown

CORRECTED = "The text was corrected here since, so it was not placed."
TWICE = "The same code by the same person on the same words came once already."
TAKEN_AWAY = "It was removed here since, and stays removed."
NO_WAY = "It says no influence, which a factor needs here; it came in as unclear."


class Key(NamedTuple):
    """What makes two marks the same."""

    excerpt: int
    item: int | None
    code: int | None
    by: str


@dataclass
class Marks:
    """The marks of one source as they come in. `placeable` is off when its text is no longer that of the file.

    `masks` are given when the file holds the text as it is shown, with labels, and counts in that.
    """

    seat: Seat
    source: Source
    about: About
    placeable: bool
    masks: Sequence[Mask] = ()
    items: list[Item] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.before = known(self.seat, "coding") | known(self.seat, "passage")
        self.codes = known(self.seat, "code")
        self.factors, _ = factors_of(self.seat)
        self.open_codes = {row.number: row for row in Code.objects.filter(review_id=self.seat.review)}
        people = Participation.objects.filter(review_id=self.seat.review).order_by("-pk")
        self.labels = dict(people.values_list("person_id", "role_label"))
        there = Mark.objects.visible_to(self.seat).filter(excerpt__version__source=self.source)
        self.by_number = {row.number: row for row in there}
        self.there = {self.key_of(row): row for row in self.by_number.values()}
        self.made: set[int] = set()
        self.next = next_number(Mark, self.seat.review)
        self.next_change = next_number(Mark, self.seat.review, "changed")

    def key_of(self, row: Mark) -> Key:
        """What makes this mark the same as another."""
        return Key(row.excerpt_id, row.item_id, row.code_id, row.said_by or self.labels.get(row.by_id, ""))

    def take(self, passages: Iterable[Placed], memos: Memos) -> None:
        """Every passage that has a place. Inside a command."""
        placed = [each for each in passages if not each.nowhere]
        spans = {self.place(each) for each in placed} if self.placeable else set()
        found = sources.excerpts(self.seat, self.source.number, spans) if spans else {}
        for each in placed:
            self.take_passage(each.selection, found.get(self.place(each)), memos)

    def place(self, each: Placed) -> tuple[int, int]:
        """Where a passage stands in the text."""
        return from_shown(self.masks, each.start, each.end) if self.masks else (each.start, each.end)

    def take_passage(self, selection: Selection, excerpt: Excerpt | None, memos: Memos) -> None:
        """One passage with all its codes; a memo goes to the first of its marks."""
        ways, rest = influences(selection.description)
        codings = selection.codings or (Coding(selection.guid, UNCODED, selection.user, selection.at),)
        first: Mark | None = None
        for coding in codings:
            mark = self.take_coding(coding, selection, excerpt, ways)
            first = first or mark
            if mark is not None:
                memos.notes_on(coding.guid, self.about, mark=mark)
        if first is None:
            memos.put(f"{selection.guid}@said", rest, source=self.source, sentence=CORRECTED)
            memos.notes_on(selection.guid, self.about, source=self.source, sentence=CORRECTED)
            return
        memos.put(
            f"{selection.guid}@said", rest, mark=first, said_by=self.about.who(selection.user), at=selection.at
        )
        if selection.codings:
            memos.notes_on(selection.guid, self.about, mark=first)

    def take_coding(
        self, coding: Coding, selection: Selection, excerpt: Excerpt | None, ways: dict[tuple[str, str], str]
    ) -> Mark | None:
        """One code given to a passage: a mark, made now or there before; None where it cannot be one."""
        bare = coding.code == UNCODED and coding.guid == selection.guid
        kind = "passage" if bare else "coding"
        name = self.about.codes.get(coding.code, "Passage without a code")
        row = self.by_number.get(self.before.get(coding.guid, 0))
        if row is not None:
            said = TAKEN_AWAY if row.removed_at else ""
            self.items.append(Item(kind, name, Outcome.HERE, said, coding.guid, row.number))
            return row
        if excerpt is None:
            self.items.append(Item(kind, name, Outcome.LEFT, CORRECTED, coding.guid))
            return None
        item, code = self.target(coding)
        who = self.about.who(coding.user, selection.user)
        told = [] if item or code else ["Its code is not in the file; the passage came in without one."]
        code = code or (None if item else self.open_codes.get(self.codes.get(UNCODED, 0)))
        if item is None and code is None:
            self.items.append(Item(kind, name, Outcome.LEFT, "Its code is not in the file.", coding.guid))
            return None
        row = self.there.get(Key(excerpt.pk, item.pk if item else None, code.pk if code else None, who))
        if row is not None:
            again = row.number in self.made
            said = TWICE if again else TAKEN_AWAY if row.removed_at else ""
            outcome = Outcome.ADAPTED if again else Outcome.HERE
            self.items.append(Item(kind, name, outcome, said, coding.guid, row.number))
            return row
        way = ways.get((name, who), "")
        if item is not None and not way:
            way, told = Influence.UNCLEAR, [*told, NO_WAY]
        if bare:
            told.append("It has no code in the file; it is marked as picked out without one.")
        row = self.make(excerpt, item, code, way, who, coding.at or selection.at)
        outcome = Outcome.ADAPTED if told else Outcome.KEPT
        self.items.append(Item(kind, name, outcome, " ".join(told), coding.guid, row.number))
        return row

    def target(self, coding: Coding) -> tuple[FrameworkItem | None, Code | None]:
        """The factor or open code that a code of the file is here."""
        if coding.code in self.factors:
            return self.factors[coding.code], None
        return None, self.open_codes.get(self.codes.get(coding.code, 0))

    def make(
        self, excerpt: Excerpt, item: FrameworkItem | None, code: Code | None, way: str, who: str, at: str
    ) -> Mark:  # fmt: skip
        """One new mark; inside a command."""
        row = Mark.objects.create(
            review_id=self.seat.review, number=self.next, excerpt=excerpt, item=item, code=code, influence=way,
            said_by=who, by_id=self.seat.person_id, at=moment(at), changed=self.next_change,
        )  # fmt: skip
        self.next += 1
        self.next_change += 1
        self.made.add(row.number)
        self.by_number[row.number] = row
        self.there[self.key_of(row)] = row
        return row
