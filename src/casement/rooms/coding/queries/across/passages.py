"""Passages with what stands around them, as they are read across the sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Greatest, Substr

from casement.foundation.access import Seat
from casement.foundation.design.parts import Pages
from casement.rooms.coding.queries.across import found
from casement.rooms.coding.queries.across.found import Spot
from casement.rooms.coding.queries.across.naming import Placed
from casement.rooms.coding.queries.desk import GONE
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.coding.vocabulary import INFLUENCE_SHORT
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.rules.masking import Mask, read, shown

PAGE = 25
AROUND = 180


class Given(NamedTuple):
    """One mark on a passage: its code, which way it worked, and whose mark it is."""

    mark: int
    label: str
    value: str
    influence: str
    by: str

    @property
    def way(self) -> str:
        """Its influence in one word."""
        return INFLUENCE_SHORT.get(self.influence, "")


class Passage(NamedTuple):
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
    def href(self) -> str:
        """Where its words are, below the review, with the way back."""
        text = "" if self.current else f"&text={self.version}"
        at = f"at={self.start}-{self.end}{text}&back=across/passages#p{self.paragraph}"
        return f"sources/{self.source_number}/?{at}"

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


def passages(
    seat: Seat, asked: Asked, sources: Sequence[Placed], page: int = 1, among: Iterable[int] | None = None
) -> Passages:  # fmt: skip
    """One page of what a question finds in these sources: two queries."""
    there = found.spots(seat, asked, sources, among)
    first = (min(max(page, 1), max(1, -(-len(there) // PAGE))) - 1) * PAGE
    texts = {spot.version for spot in there}
    return Passages(tuple(told(seat, asked, sources, there[first : first + PAGE])), len(there), len(texts))


def paged(page: int, total: int, address: str) -> Pages:
    """Where the list stands."""
    last = max(1, -(-total // PAGE))
    return Pages(min(max(page, 1), last), last, total, PAGE, "passages", f"&{address}" if address else "")


def told(seat: Seat, asked: Asked, sources: Iterable[Placed], there: Sequence[Spot]) -> list[Passage]:
    """These passages in their order, with the marks that were asked for and what stands around: one query.

    One whose marks went meanwhile is left out.
    """
    homes = {text: (one, number) for one in sources for text, number in one.texts}
    by_excerpt: dict[int, Passage] = {}
    for row in rows(seat, asked, there) if there else ():
        number, factor, item, label, code, influence, by, person, said_by, excerpt, *_ = row
        who = said_by or ("You" if by == seat.person_id else person or GONE)
        given = Given(number, factor or label, f"item:{item}" if item else f"open:{code}", influence, who)
        same = by_excerpt.get(excerpt)
        by_excerpt[excerpt] = (
            passage(row, homes, given) if same is None else same._replace(given=(*same.given, given))
        )
    return [by_excerpt[spot.excerpt] for spot in there if spot.excerpt in by_excerpt]


MARKED = (
    "number", "item__label", "item__item_id", "code__label", "code__number", "influence", "by_id", "person",
    "said_by", "excerpt_id", "excerpt__shown", "excerpt__start", "excerpt__end", "excerpt__paragraph",
    "excerpt__version_id",
)  # fmt: skip


def rows(seat: Seat, asked: Asked, there: Sequence[Spot]) -> Iterable[tuple[Any, ...]]:
    """The marks that were asked for there, each with its passage, whose it is and the words around.

    The text is read once for a row, and nothing that stands behind it in its table is: it may be long.
    """
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    start = Greatest(F("excerpt__start") - AROUND, Value(0))
    whole = F("excerpt__end") - start + AROUND
    found_: Iterable[tuple[Any, ...]] = (
        found.marks(seat, found.plain(asked), [spot.excerpt for spot in there])
        .annotate(
            person=Subquery(people.order_by("pk").values("role_label")[:1]),
            around=Substr("excerpt__version__text", start + 1, whole),
            masks=F("excerpt__version__masks"),
        )
        .order_by("number")
        .values_list(*MARKED, "around", "masks")
    )
    return found_


def passage(row: tuple[Any, ...], homes: dict[int, tuple[Placed, int]], given: Given) -> Passage:
    """One passage from a row, with the words from some way before it to some way after it, as they are shown."""
    excerpt, words, start, end, paragraph, text, around, kept = row[9:]
    source, version = homes[text]
    before, after = near(around, read(kept), start, end)
    return Passage(
        excerpt=excerpt,
        before=before,
        words=words,
        after=after,
        start=start,
        end=end,
        paragraph=paragraph,
        version=version,
        current=source.current == text,
        source_number=source.number,
        source_title=source.title,
        source_kind=source.kind,
        agency=source.agency_name,
        participant=source.participant,
        date=source.recorded,
        given=(given,),
    )


def near(around: str, masks: Sequence[Mask], start: int, end: int) -> tuple[str, str]:
    """The words before and after a passage as they are shown, of a text cut some way before and after it."""
    first, before = max(start - AROUND, 0), min(start, AROUND)
    here = [Mask(one.start - first, one.end - first, one.label) for one in masks
            if one.start < end + AROUND and one.end > first] if masks else masks  # fmt: skip
    after = before + end - start
    return (
        beginning(shown(around, here, 0, before), first > 0),
        ending(shown(around, here, after), len(around) - after == AROUND),
    )


def beginning(words: str, cut: bool) -> str:
    """The words before a passage, from the beginning of one of them where they were cut."""
    if not cut:
        return words
    _, gap, rest = words.partition(" ")
    return f"… {rest}" if gap and not words.startswith("[") else f"…{words}"


def ending(words: str, cut: bool) -> str:
    """The words after a passage, to the end of one of them where they were cut."""
    if not cut:
        return words
    rest, gap, _ = words.rpartition(" ")
    return f"{rest} …" if gap and not words.endswith("]") else f"{words}…"
