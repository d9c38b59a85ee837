"""What the templates of a correction receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casement.foundation.access import Seat
from casement.foundation.actions import Action, allows
from casement.foundation.beside import Beside, beside
from casement.foundation.design.reader import Paragraph
from casement.foundation.refusals import NotHere
from casement.rooms.sources import queries
from casement.rooms.sources.rules.following import Outcome


@dataclass(frozen=True)
class CorrectPage:
    """The paragraph to be corrected; none while it has not been chosen. `rests` is what a new text disturbs."""

    number: int
    kind: str
    title: str
    total: int
    paragraph: int
    stands: str
    filled: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    missing: str = ""
    rests: tuple[Beside, ...] = ()
    tab: str = "Correct the text"


@dataclass(frozen=True)
class CorrectionPage:
    """What a correction did: the passages that wait for a person first, then the others."""

    told: queries.CorrectionView
    counts: tuple[tuple[int, str], ...]
    waiting: tuple[Any, ...]
    others: tuple[Any, ...]
    tab: str


@dataclass(frozen=True)
class EarlierPage:
    """An earlier text as it stood."""

    told: queries.EarlierText
    paragraphs: tuple[Paragraph, ...]
    may_unseal: bool
    tab: str


def correct_page(seat: Seat, number: int, asked: Mapping[str, str]) -> CorrectPage:
    """The page that corrects a paragraph; without a number it asks for one."""
    given = asked.get("paragraph", "")
    wanted = int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 0
    first = queries.to_correct(seat, number, 1)
    told = first
    missing = ""
    if wanted > 1:
        try:
            told = queries.to_correct(seat, number, wanted)
        except NotHere:
            wanted = 0
    if given and not wanted:
        missing = f"This text has paragraphs 1 to {first.total}. Choose one of them."
    start = {"words": told.block.text, "based_on": told.version, "paragraph": wanted}
    return CorrectPage(
        number,
        first.kind,
        first.title,
        first.total,
        wanted,
        told.block.text if wanted else "",
        {"form": start} if wanted else {},
        missing,
        beside(seat, "new_text", number),
    )


def correction_page(seat: Seat, correction: int) -> CorrectionPage:
    """The report of one correction."""
    told = queries.correction(seat, correction)
    rows = told.passages
    counts = (
        (sum(one.outcome == Outcome.SAME for one in rows), "stayed where they were"),
        (sum(one.outcome == Outcome.MOVED for one in rows), "moved with their words"),
        (sum(one.outcome == Outcome.CHANGED for one in rows), "stand on words that changed"),
        (sum(one.outcome == Outcome.LOST for one in rows), "could not be placed"),
    )
    waiting = tuple(one for one in rows if one.waits and told.is_newest)
    others = tuple(one for one in rows if one not in waiting)
    return CorrectionPage(told, counts, waiting, others, f"Correction {correction}")


def earlier_page(seat: Seat, number: int, text: int) -> EarlierPage:
    """An earlier text, without marks."""
    told = queries.earlier_text(seat, number, text)
    blocks = (
        Paragraph(one.number, one.start, one.text, one.kind == "heading", one.page or None, labels=one.masks)
        for one in told.paragraphs
    )
    may_unseal = allows(seat.standing, Action.SOURCES_SEALED)
    return EarlierPage(told, tuple(blocks), may_unseal, f"Source {number}")
