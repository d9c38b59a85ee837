"""Minutes as Word and PDF, set like our letters. Values in, bytes out."""

from datetime import date

from casement.rooms.letters.exports import DOCX, PDF, letter_docx, letter_pdf
from casement.rooms.letters.queries import Paper
from casement.rooms.letters.rules.blocks import Block
from casement.rooms.meetings.rules.minutes import Told

__all__ = ["DOCX", "PDF", "minutes_docx", "minutes_pdf"]


def minutes_docx(told: Told, title: str, day: date, reference: str) -> bytes:
    """The minutes as a Word file."""
    return letter_docx(_paper(told, title, day, reference))


def minutes_pdf(told: Told, title: str, day: date, reference: str) -> bytes:
    """The minutes as a tagged PDF."""
    return letter_pdf(_paper(told, title, day, reference))


def _paper(told: Told, title: str, day: date, reference: str) -> Paper:
    blocks = [Block("paragraph", ("Working material. Not for sharing outside those who were asked.",))]
    if told.people:
        blocks.append(Block("heading", ("Who was there",)))
        blocks.append(Block("list", tuple(f"{label}: {came.lower()}" for label, came in told.people)))
    for heading, said in told.parts:
        blocks.append(Block("heading", (heading,)))
        if not said:
            blocks.append(Block("paragraph", ("Nothing was noted.",)))
        blocks += [Block("paragraph", (f"{one.kind_name}: {one.text}", *one.more)) for one in said]
    if told.carried:
        blocks.append(Block("heading", ("Still open from earlier meetings",)))
        blocks.append(Block("list", told.carried))
    return Paper(title, tuple(blocks), "en-GB", day, reference, "", False)
