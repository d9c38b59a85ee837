"""The language page: what a reader may hear in our texts, and the answers the team gave."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import QueryDict

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.design.parts import Pages
from casement.rooms.analysis.queries.language import Answer, Note
from casement.rooms.reports import queries
from casement.rooms.reports.web.words import pages_of

NOTES = 20


@dataclass(frozen=True)
class NotesAt:
    """The notes on one text, each with its place on the page."""

    place: str
    href: str
    notes: tuple[tuple[int, Note], ...]


@dataclass(frozen=True)
class AnswerLine:
    """An answer, and whether its sentence still stands anywhere."""

    answer: Answer
    unused: bool
    remove: str


@dataclass(frozen=True)
class LanguagePage:
    """Notes that wait, text by text, and the answers."""

    places: tuple[NotesAt, ...]
    waiting: int
    kinds: tuple[tuple[str, int], ...]
    answers: tuple[AnswerLine, ...]
    pages: Pages
    may_write: bool
    tab: str = "Language"


def language_page(seat: Seat, asked: QueryDict) -> LanguagePage:
    """All notes on language of a review."""
    told = queries.heard(seat)
    pages = pages_of(asked, len(told.notes), NOTES, "notes")
    here = told.notes[pages.first_shown - 1 if told.notes else 0 : pages.last_shown]
    titles = [note.title for note in told.notes]
    return LanguagePage(
        tuple(
            NotesAt(place, href, tuple(notes))
            for (place, href), notes in groupby(
                enumerate(here, 1), key=lambda numbered: (numbered[1].place, numbered[1].href)
            )
        ),
        len(told.notes),
        tuple((title, titles.count(title)) for title in dict.fromkeys(titles)),
        tuple(
            AnswerLine(
                one,
                one.number in told.unused,
                f"/reviews/{seat.ref}/rigour/language/answers/{one.number}/removal/",
            )
            for one in told.answers
        ),
        pages,
        allows(seat.standing, Action.ANALYSIS_WRITE),
    )
