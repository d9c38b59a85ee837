"""What is kept in mind while a report is told: its notes, its problems, what has been told already."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from casement.rooms.reports.rules.material import Material
from casement.rooms.reports.rules.tree import Note, NoteItem, NoteMark, Problem
from casement.rooms.reports.vocabulary import Edition, Trouble

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(
    r"(?:\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: (?:to|and) \d{{1,2}}(?:st|nd|rd|th)?)? (?=(?:{MONTHS})\b)"
)
_WEEK = re.compile(rf"(?:\bthe )?\bweek (?:of|beginning) (?=\d{{1,2}} (?:{MONTHS})\b)", re.IGNORECASE)
_CLOCK = re.compile(r",? (?:at )?\b\d{1,2}[:.]\d{2}\b")


@dataclass
class Telling:
    """One pass over one report in one edition."""

    material: Material
    edition: Edition
    section: str = ""
    notes: list[Note] = field(default_factory=list)
    problems: dict[Problem, None] = field(default_factory=dict)
    anchors: set[str] = field(default_factory=set)
    told: set[tuple[str, int]] = field(default_factory=set)
    statements: dict[tuple[str, int], None] = field(default_factory=dict)
    tables: int = 0

    @property
    def internal(self) -> bool:
        """Whether this edition may lead to passages and speak of its own gaps."""
        return self.edition is Edition.INTERNAL

    @property
    def published(self) -> bool:
        """Whether this edition is for everybody, so that it is no more exact than it has to be."""
        return self.edition is Edition.PUBLISHABLE

    def note(self, items: tuple[NoteItem, ...]) -> tuple[NoteMark, ...]:
        """Add a note; nothing when there is nothing to say."""
        if not items:
            return ()
        self.notes.append(Note(len(self.notes) + 1, items))
        return (NoteMark(len(self.notes)),)

    def problem(self, kind: Trouble, words: str, statement: int | None = None) -> None:
        """Note something wrong in the section being told."""
        found = Problem(kind, self.section, words, statement)
        self.problems[found] = None

    def anchor(self, wanted: str) -> str:
        """A name for a place in the report, used once."""
        name, again = wanted, 1
        while name in self.anchors:
            again += 1
            name = f"{wanted}-{again}"
        self.anchors.add(name)
        return name

    def caption(self, words: str) -> str:
        """The caption of the next table."""
        self.tables += 1
        return f"Table {self.tables}. {words}"

    def when(self, words: str) -> str:
        """A date as this edition gives it: to the month when it is published."""
        return to_the_month(words) if self.published else words


def to_the_month(words: str) -> str:
    """Dates in words with the day and the hour left out: "3 March 2024" becomes "March 2024".

    A span within one month is told once.
    """
    coarse = _CLOCK.sub("", _DAY.sub("", _WEEK.sub("", words)))
    first, middle, last = coarse.partition(" to ")
    return first if middle and first == last else coarse
