"""Passages with what stands around them, as they are read across the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Greatest, Substr

from casement.foundation.access import Seat
from casement.rooms.coding.queries.across import found
from casement.rooms.coding.queries.across.found import Spot
from casement.rooms.coding.queries.desk import GONE
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.reviews.models import Participation

PAGE = 25
AROUND = 180
SOME = 500


@dataclass(frozen=True)
class Given:
    """One mark on a passage: its code, which way it worked, and whose mark it is."""

    mark: int
    label: str
    value: str
    influence: str
    by: str


@dataclass(frozen=True)
class Passage:
    """A passage with the words before and after it, and the marks that were asked for."""

    excerpt: int
    before: str
    words: str
    after: str
    start: int
    end: int
    paragraph: int
    version: int
    current: bool
    source_number: int
    source_title: str
    source_kind: str
    agency: str
    participant: str
    date: str
    given: tuple[Given, ...]

    @property
    def whose(self) -> str:
        """Whose words these are: a role label or an agency."""
        return self.participant or self.agency


@dataclass(frozen=True)
class Passages:
    """One page of passages, and how many there are in how many sources."""

    passages: tuple[Passage, ...]
    total: int
    sources: int


def passages(seat: Seat, asked: Asked, page: int = 1, among: Iterable[int] | None = None) -> Passages:
    """One page of what a question finds."""
    there = found.spots(seat, asked, among)
    first = (min(max(page, 1), max(1, -(-len(there) // PAGE))) - 1) * PAGE
    texts = {spot.version for spot in there}
    return Passages(tuple(told(seat, asked, there[first : first + PAGE])), len(there), len(texts))


def every_passage(seat: Seat, asked: Asked, among: Iterable[int] | None = None) -> Iterable[Passage]:
    """All that a question finds, some hundreds at a time."""
    there = found.spots(seat, asked, among)
    for at in range(0, len(there), SOME):
        yield from told(seat, asked, there[at : at + SOME])


def told(seat: Seat, asked: Asked, there: Sequence[Spot]) -> list[Passage]:
    """These passages in their order, with the marks that were asked for: one query."""
    found_: dict[int, Passage] = {}
    for row in rows(seat, asked, [spot.excerpt for spot in there]) if there else ():
        who = row["said_by"] or ("You" if row["by_id"] == seat.person_id else row["person"] or GONE)
        value = f"item:{row['item__item_id']}" if row["item__item_id"] else f"open:{row['code__number']}"
        label = row["item__label"] or row["code__label"]
        given = Given(row["number"], label, value, row["influence"], who)
        before = found_.get(row["excerpt_id"])
        found_[row["excerpt_id"]] = (
            replace(before, given=(*before.given, given)) if before else passage(row, (given,))
        )
    return [found_[spot.excerpt] for spot in there]


def rows(seat: Seat, asked: Asked, ids: Sequence[int]) -> Iterable[Any]:
    """The marks that were asked for on these excerpts, each with its passage and what stands around it."""
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    start = Greatest(F("excerpt__start") - AROUND, Value(0))
    source = "excerpt__version__source__"
    told: Iterable[Any] = (
        found.marks(seat, found.plain(asked), ids)
        .annotate(
            person=Subquery(people.order_by("pk").values("role_label")[:1]),
            before=Substr("excerpt__version__text", start + 1, F("excerpt__start") - start),
            after=Substr("excerpt__version__text", F("excerpt__end") + 1, AROUND),
        )
        .order_by("number")
        .values(
            "number", "item__label", "item__item_id", "code__label", "code__number", "influence", "by_id", "person",
            "said_by", "excerpt_id", "before", "after",
            *(f"excerpt__{name}" for name in ("quote", "start", "end", "paragraph", "version_id",
                                              "version__number")),
            *(f"{source}{name}" for name in ("number", "title", "kind", "current_id", "agency__name",
                                             "participation__role_label", "date_recorded")),
        )
    )  # fmt: skip
    return told


def passage(row: Any, given: tuple[Given, ...]) -> Passage:
    """One passage from a row."""
    source = "excerpt__version__source__"
    return Passage(
        excerpt=row["excerpt_id"],
        before=beginning(row["before"] or "", row["excerpt__start"]),
        words=row["excerpt__quote"],
        after=ending(row["after"] or ""),
        start=row["excerpt__start"],
        end=row["excerpt__end"],
        paragraph=row["excerpt__paragraph"],
        version=row["excerpt__version__number"],
        current=row[f"{source}current_id"] == row["excerpt__version_id"],
        source_number=row[f"{source}number"],
        source_title=row[f"{source}title"],
        source_kind=row[f"{source}kind"],
        agency=row[f"{source}agency__name"] or "",
        participant=row[f"{source}participation__role_label"] or "",
        date=row[f"{source}date_recorded"],
        given=given,
    )


def beginning(words: str, start: int) -> str:
    """The words before a passage, from the beginning of one of them."""
    if start <= AROUND or len(words) < AROUND:
        return words
    _, gap, rest = words.partition(" ")
    return f"… {rest}" if gap else f"…{words}"


def ending(words: str) -> str:
    """The words after a passage, to the end of one of them."""
    if len(words) < AROUND:
        return words
    rest, gap, _ = words.rpartition(" ")
    return f"{rest} …" if gap else f"{words}…"
