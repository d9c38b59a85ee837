"""What a reader may hear in all texts we write in a review: those of the analysis, and the reports' sections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casement.foundation.access import Seat
from casement.rooms.analysis import queries as analysis
from casement.rooms.analysis.queries.language import Answer, Note, TextPlace
from casement.rooms.reports.models import Section
from casement.rooms.reports.queries.whole import may_work
from casement.rooms.reports.vocabulary import FINAL, KIND_OF, NAMES, section_path


@dataclass(frozen=True)
class Heard:
    """Notes that wait for an answer, in the order of the texts; and the answers, those in use first.

    `unused` are the numbers of answers whose sentence stands nowhere any more.
    """

    notes: tuple[Note, ...]
    answers: tuple[Answer, ...]
    unused: frozenset[int]


def heard(seat: Seat) -> Heard:
    """Everything a reader may hear in this review, in five queries however much there is."""
    answers = analysis.answers(seat)
    kept = {(one.rule, one.sentence) for one in answers}
    every = [note for text in all_texts(seat) for note in analysis.notes_on(text, ())]
    there = {(note.rule, note.sentence) for note in every}
    unused = frozenset(one.number for one in answers if (one.rule, one.sentence) not in there)
    return Heard(
        tuple(note for note in every if (note.rule, note.sentence) not in kept),
        tuple(sorted(answers, key=lambda one: one.number in unused)),
        unused,
    )


def all_texts(seat: Seat) -> Iterator[TextPlace]:
    """The texts of the analysis, then the sections of the reports."""
    yield from analysis.our_texts(seat)
    if may_work(seat):
        rows = Section.objects.filter(report__review_id=seat.review).order_by("report__number", "order")
        for key, title, text in rows.values_list("key", "title", "text"):
            yield section_text(seat, key, title, text)


def section_text(seat: Seat, key: str, title: str, text: str) -> TextPlace:
    """A section of a report as a text that may be heard in some way."""
    kind = KIND_OF.get(key, FINAL)
    return TextPlace(f"{NAMES[kind]}, {title}", f"/reviews/{seat.ref}/{section_path(key)}", text)


def heard_in(seat: Seat, key: str, title: str, text: str) -> tuple[Note, ...]:
    """What a reader may hear in one section, without what is answered; one query."""
    return analysis.notes_on(section_text(seat, key, title, text), analysis.answered(seat))
