"""Passages with what stands around them, as they are read across the sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from casement.rooms.sources.models import Excerpt, Version
from casement.rooms.sources.rules.masking import Mask, read, shown

PAGE = 25
AROUND = 180
SOME = 1000


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


def every_passage(
    seat: Seat, asked: Asked, sources: Sequence[Placed], among: Iterable[int] | None = None
) -> Iterable[Passage]:  # fmt: skip
    """All that a question finds, read some hundreds at a time; whether it may be asked is settled at once."""
    there = found.spots(seat, asked, sources, among)
    labels = (
        Participation.objects.filter(review_id=seat.review).order_by("-pk").values_list("person_id", "role_label")
    )

    def some(part: Sequence[Spot], people: Mapping[int, str]) -> list[Passage]:
        rows = Version.objects.filter(pk__in={spot.version for spot in part}).values_list("pk", "text", "masks")
        return told(seat, asked, sources, part, Read({pk: (text, read(masks)) for pk, text, masks in rows}, people))

    def every() -> Iterator[Passage]:
        people = dict(labels)  # the oldest label of a person stands, as on the pages
        for part in in_parts(there):
            yield from some(part, people)

    return every()


def in_parts(there: Sequence[Spot]) -> Iterator[Sequence[Spot]]:
    """Some hundreds of passages at a time, those of one text together, so that its marks are looked up once."""
    first = 0
    for at, spot in enumerate(there):
        if at - first >= SOME and spot.version != there[at - 1].version:
            yield there[first:at]
            first = at
    yield there[first:]


@dataclass(frozen=True)
class Read:
    """What was read beforehand for many passages: texts with their masks, and people by their labels."""

    texts: Mapping[int, tuple[str, Sequence[Mask]]]
    people: Mapping[int, str]


def told(
    seat: Seat, asked: Asked, sources: Iterable[Placed], there: Sequence[Spot], before: Read | None = None
) -> list[Passage]:  # fmt: skip
    """These passages in their order, with the marks that were asked for: one query.

    What stands around a passage is cut out by the database, or for many passages from what was read `before`.
    One whose marks went meanwhile is left out.
    """
    homes = {text: (one, number) for one in sources for text, number in one.texts}
    by_excerpt: dict[int, Passage] = {}
    for row in rows(seat, asked, there, cut=before is None) if there else ():
        number, factor, item, label, code, influence, by, person, said_by, excerpt, *_ = row
        if before is not None:
            person = before.people.get(by, "")
        who = said_by or ("You" if by == seat.person_id else person or GONE)
        given = Given(number, factor or label, f"item:{item}" if item else f"open:{code}", influence, who)
        same = by_excerpt.get(excerpt)
        if same is not None:
            by_excerpt[excerpt] = same._replace(given=(*same.given, given))
        elif before is None:
            by_excerpt[excerpt] = passage(row, homes, given, row[-2], read(row[-1]))
        else:
            start, end, (text, masks) = row[11], row[12], before.texts[row[14]]
            by_excerpt[excerpt] = passage(row, homes, given, text[max(start - AROUND, 0) : end + AROUND], masks)
    return [by_excerpt[spot.excerpt] for spot in there if spot.excerpt in by_excerpt]


def rows(seat: Seat, asked: Asked, there: Sequence[Spot], *, cut: bool) -> Iterable[tuple[Any, ...]]:
    """The marks that were asked for there, each with its passage and, with `cut`, whose it is and the words around.

    The text is read once for a row, and nothing that stands behind it in its table is: it may be long. For many
    passages all marks of their texts are asked for: that takes a fifth of the time of naming each passage.
    """
    among: Any = [spot.excerpt for spot in there]
    if not cut:
        among = Excerpt.objects.filter(version__in={spot.version for spot in there}).order_by().values("pk")
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by"))
    start = Greatest(F("excerpt__start") - AROUND, Value(0))
    whole = F("excerpt__end") - start + AROUND
    found_: Iterable[tuple[Any, ...]] = (
        found.marks(seat, found.plain(asked), among)
        .annotate(
            person=Subquery(people.order_by("pk").values("role_label")[:1]) if cut else Value(""),
            around=Substr("excerpt__version__text", start + 1, whole) if cut else Value(""),
            masks=F("excerpt__version__masks") if cut else Value(""),
        )
        .order_by("number")
        .values_list(
            "number", "item__label", "item__item_id", "code__label", "code__number", "influence", "by_id", "person",
            "said_by", "excerpt_id", "excerpt__shown", "excerpt__start", "excerpt__end", "excerpt__paragraph",
            "excerpt__version_id", "around", "masks",
        )
    )  # fmt: skip
    return found_


def passage(
    row: tuple[Any, ...], homes: dict[int, tuple[Placed, int]], given: Given, around: str, masks: Sequence[Mask]
) -> Passage:
    """One passage from a row, with the words from some way before it to some way after it, as they are shown."""
    excerpt, words, start, end, paragraph, text, *_ = row[9:]
    source, version = homes[text]
    first, before = max(start - AROUND, 0), min(start, AROUND)
    near = [Mask(one.start - first, one.end - first, one.label) for one in masks
            if one.start < end + AROUND and one.end > first] if masks else masks  # fmt: skip
    after = before + end - start
    return Passage(
        excerpt=excerpt,
        before=beginning(shown(around, near, 0, before), first > 0),
        words=words,
        after=ending(shown(around, near, after), len(around) - after == AROUND),
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
