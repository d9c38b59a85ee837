"""The self-check of a review as one paper: for a board, an inspector or a peer who asks how it was assured."""

from __future__ import annotations

from django.utils.timezone import localtime

from casement.foundation.access import Seat
from casement.foundation.clock import today
from casement.foundation.design.day_words import date_words
from casement.rooms.letters.queries.one import Paper
from casement.rooms.letters.rules.blocks import Block
from casement.rooms.markers.queries.answers import Answered, listing
from casement.rooms.markers.queries.asked import version_of
from casement.rooms.markers.queries.record import every
from casement.rooms.markers.vocabulary import LIST_NAMES
from casement.rooms.reviews.models import Review

ABOUT = (
    "A self-check in words. Each level answers for itself; a fact of the record is shown beside the answers and "
    "proves nothing alone. There is no score. The names of the markers are published; the questions are Casement’s."
)


def assurance(seat: Seat) -> Paper:
    """Every marker with its question, what the record holds and what was answered, as this seat may read it."""
    review = Review.objects.get(pk=seat.review)
    record = every(seat)
    blocks = [Block("paragraph", (ABOUT, f"Version {version_of(seat)} of the markers."))]
    phase = ""
    for told in listing(seat):
        if (head := f"{LIST_NAMES[told.line.list_key]}: {told.line.phase}") != phase:
            phase = head
            blocks.append(Block("heading", (phase,)))
        blocks.append(Block("heading", (f"{told.line.marker} {told.line.label}",)))
        blocks.append(Block("paragraph", (told.line.help,)))
        if (held := record.get(told.line.marker)) and held.facts:
            blocks.append(Block("paragraph", ("The record shows:",)))
            blocks.append(Block("list", tuple(one.words for one in held.facts)))
        for answer in told.now:
            blocks.append(Block("paragraph", lines_of(answer)))
        if not told.now:
            blocks.append(Block("paragraph", ("Nobody has answered yet.",)))
    return Paper(
        "Quality markers: self-check", tuple(blocks), "en-GB", today(), review.ref, review.board_name, False
    )


def lines_of(answer: Answered) -> tuple[str, ...]:
    """One answer: who, when, the words, whether there is a concern and what comes next."""
    when = date_words(localtime(answer.at).date())
    told = [f"{answer.level_name}. {answer.by}, {when}:", *answer.text.splitlines()]
    told.append("A concern." if answer.concern else "No concern.")
    if answer.next_step:
        told.append(f"Next: {answer.next_step}")
    if answer.rests:
        told.append("It rests on: " + " ".join(answer.rests))
    return tuple(told)
