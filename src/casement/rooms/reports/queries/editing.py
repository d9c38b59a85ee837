"""One section as it is edited: its text, its edition, its earlier texts, and texts that wait to be settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from casement.foundation.access import Seat
from casement.rooms.reports.models import Section
from casement.rooms.reports.queries.beside import Facts
from casement.rooms.reports.queries.whole import Desk, desk, may_work
from casement.rooms.reports.vocabulary import FINAL, NAMES


@dataclass(frozen=True)
class Kept:
    """A text a section has had, or one that came second and waits (`beside`).

    `number` counts within the section, so that no address tells how much is written elsewhere.
    """

    number: int
    edition: int
    text: str
    by: str
    at: datetime
    beside: bool
    settled: bool


@dataclass(frozen=True)
class SectionState:
    """How a section's texts stand: earlier ones newest first, and those that wait to be settled."""

    earlier: tuple[Kept, ...]
    waiting: tuple[Kept, ...]
    last: Kept | None


def kept_texts(seat: Seat, key: str) -> tuple[Kept, ...]:
    """Every text of section `key`, newest first, with the role label of who wrote it."""
    return numbered(desk(seat, texts_of=key).texts)


def numbered(texts: Iterable[Facts]) -> tuple[Kept, ...]:
    """The texts of one section, newest first, counted from the oldest."""
    told = sorted(texts, key=lambda facts: facts["id"])
    return tuple(reversed([kept_from(number, facts) for number, facts in enumerate(told, 1)]))


def kept_from(number: int, facts: Facts) -> Kept:
    """One kept text."""
    at = datetime.fromisoformat(facts["at"])
    return Kept(
        number=number,
        edition=facts["edition"],
        text=facts["text"],
        by=facts["by"] or "Somebody",
        at=at if at.tzinfo else at.replace(tzinfo=UTC),
        beside=bool(facts["beside"]),
        settled=facts["settled"] is not None,
    )


def section_state(told: Desk) -> SectionState:
    """How the texts of the section that `told` was asked for stand."""
    texts = numbered(told.texts)
    saved = tuple(one for one in texts if not one.beside)
    waiting = tuple(one for one in texts if one.beside and not one.settled)
    return SectionState(saved[1:], waiting, saved[0] if saved else None)


def sections_with(seat: Seat, words: str) -> tuple[str, ...]:
    """The sections whose text holds these words, whatever their letters: the report and the title of each."""
    if not may_work(seat):
        return ()
    rows = Section.objects.filter(report__review_id=seat.review, text__icontains=words)
    told = rows.order_by("report__number", "order").values_list("report__kind", "title")
    return tuple(f"{'the report' if kind == FINAL else NAMES[kind].lower()}, {title}" for kind, title in told)
