"""Decisions about blind rounds; no database."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from casement.rooms.coding.rules.agreement import Said, Stretch

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FEWEST_CODERS, MOST_CODERS = 2, len(LETTERS)


class Extent(NamedTuple):
    """A paragraph: its number, and the letters [start, end) of its text."""

    number: int
    start: int
    end: int


class Given(NamedTuple):
    """A mark of one coder: letters [start, end) of the text, the code, and its influence or ""."""

    start: int
    end: int
    code: str
    influence: str


def coder_name(place: int) -> str:
    """What a coder is called where figures and marks are told: never by role or name."""
    return f"Coder {LETTERS[place]}"


def why_not_open(name: str, sources: int, codes: int, coders: int) -> tuple[str, str]:
    """The field and the sentence that says why a round cannot be opened so; two empty strings when it can."""
    if not name.strip():
        return "name", "Give the round a name, such as the question you want to test."
    if not sources:
        return "sources", "Choose at least one source."
    if not codes:
        return "codes", "Choose at least one factor or code."
    if coders < FEWEST_CODERS:
        return "coders", "Choose at least two people. One alone has nobody to be compared with."
    if coders > MOST_CODERS:
        return "coders", f"Choose at most {MOST_CODERS} people."
    return "", ""


def may_close(*, everybody_done: bool, is_lead: bool, opened_it: bool) -> bool:
    """Whether somebody may close a round: anybody once all are done, before that a lead or who opened it."""
    return everybody_done or is_lead or opened_it


def stretches(
    paragraphs: Sequence[Extent], went: Sequence[int | None], marks: Sequence[Iterable[Given]]
) -> list[tuple[int, Stretch]]:
    """The paragraphs of one text with what each coder said of them, each with its number.

    `went` has, for each coder, the last paragraph they went through, 0 for all of them, None for none; `marks`
    what they gave. Outside what somebody went through nothing of theirs counts, neither marks nor their absence.
    """
    starts = [one.start for one in paragraphs]
    said: list[list[list[Said]]] = [[[] for _ in went] for _ in paragraphs]
    for place, given in enumerate(marks):
        for mark in given:
            at = max(bisect_right(starts, mark.start) - 1, 0)
            while at < len(paragraphs) and paragraphs[at].start < mark.end:
                part = within(mark, paragraphs[at])
                if part is not None:
                    said[at][place].append(part)
                at += 1
    return [
        (
            one.number,
            Stretch(
                one.end - one.start,
                tuple(
                    tuple(said[at][place]) if last is not None and (not last or one.number <= last) else None
                    for place, last in enumerate(went)
                ),
            ),
        )
        for at, one in enumerate(paragraphs)
        if one.end > one.start
    ]


def within(mark: Given, paragraph: Extent) -> Said | None:
    """The part of a mark that lies in a paragraph, counted from its beginning."""
    start, end = max(mark.start, paragraph.start), min(mark.end, paragraph.end)
    if start >= end:
        return None
    return Said(start - paragraph.start, end - paragraph.start, mark.code, mark.influence)


def differs(stretch: Stretch) -> bool:
    """Whether those who went through a paragraph gave it different codes, or one code different influences."""
    told = {frozenset((one.code, one.influence) for one in said) for said in stretch.said if said is not None}
    return len(told) > 1
