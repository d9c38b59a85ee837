"""All passages that a question finds, text by text, for a file of any length."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import Count, Value

from casement.foundation.access import Seat
from casement.rooms.coding.queries.across import found
from casement.rooms.coding.queries.across.naming import Placed
from casement.rooms.coding.queries.across.passages import AROUND, MARKED, Given, Passage, near
from casement.rooms.coding.queries.desk import GONE
from casement.rooms.coding.rules.across.asking import Asked
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Excerpt, Version
from casement.rooms.sources.rules.masking import read

SOME = 5000  # marks asked for at a time; a text is never parted
EXCERPT, TEXT = itemgetter(9), itemgetter(14)
IN_ORDER = itemgetter(14, 11, 12, 9, 0)  # text, start, end, excerpt, mark


def every_passage(
    seat: Seat, asked: Asked, sources: Sequence[Placed], among: Iterable[int] | None = None
) -> Iterator[Passage]:  # fmt: skip
    """All that a question finds, some thousands of marks at a time; whether it may be asked is settled at once.

    A passage whose marks went meanwhile is left out.
    """
    wanted: Collection[int] | None = None
    if asked.also or asked.without or among is not None:
        there = found.spots(seat, asked, sources, among)
        wanted, counts = {spot.excerpt for spot in there}, Counter(spot.version for spot in there)
    else:
        told = found.marks(seat, asked).values_list("excerpt__version_id").annotate(count=Count("pk"))
        counts = Counter(dict(told))
    return whole(Every(seat, asked, wanted, said(seat)), sources, counts)


@dataclass(frozen=True)
class Every:
    """Who asks what, the excerpts to stay within if there are such, and people by their labels."""

    seat: Seat
    asked: Asked
    wanted: Collection[int] | None
    people: Mapping[int, str]


def said(seat: Seat) -> dict[int, str]:
    """Whose mark it is, in words: the oldest label of a person stands, as on the pages; one’s own are yours."""
    labels = Participation.objects.filter(review_id=seat.review).order_by("-pk")
    return {**dict(labels.values_list("person_id", "role_label")), seat.person_id: "You"}


def whole(every: Every, sources: Sequence[Placed], counts: Mapping[int, int]) -> Iterator[Passage]:
    """The passages of these texts, in the order of their sources."""
    for part in in_parts([(one, *text) for one in sources for text in one.texts if text[0] in counts], counts):
        texts = [text for _, text, _ in part]
        words = {pk: (text, read(masks)) for pk, text, masks in
                 Version.objects.filter(pk__in=texts).values_list("pk", "text", "masks")}  # fmt: skip
        marks = {text: list(rows) for text, rows in groupby(sorted(marked(every, texts), key=IN_ORDER), key=TEXT)}
        for source, text, number in part:
            if text in marks and text in words:
                yield from of_text(every, (source, text, number), marks[text], *words[text])


def in_parts(
    texts: Sequence[tuple[Placed, int, int]], counts: Mapping[int, int]
) -> Iterator[Sequence[tuple[Placed, int, int]]]:
    """Whole texts, as many as have some thousands of marks together."""
    first = held = 0
    for at, (_, text, _) in enumerate(texts):
        if held and held + counts[text] > SOME:
            yield texts[first:at]
            first, held = at, 0
        held += counts[text]
    if texts:
        yield texts[first:]


def marked(every: Every, texts: Sequence[int]) -> Iterable[tuple[Any, ...]]:
    """The marks that were asked for on these texts.

    All of a text are asked for: that takes a fifth of the time of naming each passage.
    """
    there = Excerpt.objects.filter(version__in=texts).order_by().values("pk")
    marks = found.marks(every.seat, found.plain(every.asked), there).annotate(person=Value(""))  # type: ignore[arg-type]
    return marks.values_list(*MARKED)


def of_text(
    every: Every, home: tuple[Placed, int, int], rows: Iterable[tuple[Any, ...]], text: str, masks: Any
) -> Iterator[Passage]:
    """The passages of one text, from its marks in their order."""
    source, pk, version = home
    names, current, wanted = every.people, source.current == pk, every.wanted
    about = (source.number, source.title, source.kind, source.agency_name, source.participant, source.recorded)
    for excerpt, same in groupby(rows, key=EXCERPT):
        if wanted is not None and excerpt not in wanted:
            continue
        given = []
        for row in same:
            mark, factor, item, label, code, influence, by, _, said_by, *_ = row
            value = f"item:{item}" if item else f"open:{code}"
            given.append(Given(mark, factor or label, value, influence, said_by or names.get(by) or GONE))
        words, start, end, paragraph = row[10:14]
        before, after = near(text[max(start - AROUND, 0) : end + AROUND], masks, start, end)
        yield Passage(excerpt, before, words, after, start, end, paragraph, version, current, *about, tuple(given))
