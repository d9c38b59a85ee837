"""A closed round: its figures, where its coders differed, and what was agreed. Coders are letters here."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import OuterRef, Subquery

from casement.foundation.access import Seat
from casement.foundation.refusals import NotHere
from casement.rooms.coding.models import Coder, Consensus, Round, RoundMark, RoundText, WentThrough
from casement.rooms.coding.queries.rounds import codes_of, round_head
from casement.rooms.coding.rules.agreement import Agreement, Stretch, agreement
from casement.rooms.coding.rules.rounds import Extent, Given, coder_name, differs, stretches
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Source
from casement.rooms.sources.rules.masking import read
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs

# The marks of a closed round never change, so its figures are reckoned once in each process. Only letters,
# lengths and keys of codes are kept, no words.
reckoned = lru_cache(maxsize=32)(agreement)


@dataclass(frozen=True)
class Compared:
    """One paragraph of a closed round."""

    source: int
    title: str
    kind: str
    text: int
    version: int
    paragraph: int
    start: int
    block: Paragraph
    stretch: Stretch


@dataclass(frozen=True)
class Settled:
    """What was agreed about a paragraph."""

    choice: str
    kept: str
    wording: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Voice:
    """What one coder gave a paragraph: (code, influence, words) of each mark; None when not gone through."""

    name: str
    place: int
    marks: tuple[tuple[str, str, str], ...] | None


@dataclass(frozen=True)
class Disagreement:
    """A paragraph in which coders differed, in text `text` of its source. `settled` has the newest record first."""

    source: int
    title: str
    kind: str
    text: int
    paragraph: int
    start: int
    end: int
    words: str
    voices: tuple[Voice, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True)
class RoundFigures:
    """The figures of a closed round with the names of its codes."""

    number: int
    name: str
    closed_at: datetime
    codes: dict[str, str]
    figures: Agreement


def closed(seat: Seat, number: int) -> Round:
    """A closed round; NotHere while it is open, so that nothing of it can be had before."""
    row = round_head(seat, number)
    if row.closed_at is None:
        raise NotHere
    return row


def compared(seat: Seat, row: Round, *, readable_only: bool) -> list[Compared]:
    """Every paragraph of a closed round with what was said of it: four queries.

    With `readable_only`, those of sources this seat may read.
    """
    coders = list(Coder.objects.filter(round=row).values_list("pk", flat=True))
    places = {pk: at for at, pk in enumerate(coders)}
    went: dict[int, dict[int, int]] = {}
    for text, coder, upto in WentThrough.objects.filter(coder__round=row).values_list("text", "coder", "upto"):
        went.setdefault(text, {})[coder] = upto
    given: dict[int, list[list[Given]]] = {}
    marks = RoundMark.objects.filter(coder__round=row).values_list(
        "text", "coder", "start", "end", "code__item__item_id", "code__code__number", "influence"
    )
    for text, coder, start, end, item, code, influence in marks:
        mine = given.setdefault(text, [[] for _ in coders])[places[coder]]
        mine.append(Given(start, end, f"item:{item}" if item else f"open:{code}", influence))
    texts = RoundText.objects.filter(round=row).select_related("source", "version")
    if readable_only:
        texts = texts.filter(source__in=Source.objects.visible_to(seat))
    found = []
    for one in texts:
        blocks = paragraphs(one.version.text, one.version.anchors, read(one.version.masks))
        whole = (one.source.number, one.source.title, one.source.kind, one.pk, one.version.number)
        extents = [Extent(block.number, block.start, block.end) for block in blocks]
        by = [went.get(one.pk, {}).get(coder) for coder in coders]
        for at, stretch in stretches(extents, by, given.get(one.pk, [[] for _ in coders])):
            block = blocks[at - 1]
            found.append(Compared(*whole, at, block.start, block, stretch))
    return found


def round_figures(seat: Seat, number: int) -> RoundFigures:
    """The figures of a closed round; NotHere while it is open."""
    row = closed(seat, number)
    assert row.closed_at is not None
    codes = dict(codes_of(row.pk))
    told = tuple(one.stretch for one in compared(seat, row, readable_only=False))
    coders = len(told[0].said) if told else 0
    return RoundFigures(number, row.name, row.closed_at, codes, reckoned(told, tuple(codes), coders))


def disagreements(seat: Seat, number: int) -> tuple[str, tuple[Disagreement, ...]]:
    """The name of a closed round, and where its coders differed, by text, with what was agreed."""
    row = closed(seat, number)
    codes = dict(codes_of(row.pk))
    agreed: dict[tuple[int, int], list[Settled]] = {}
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("pk")
    records = Consensus.objects.filter(text__round=row).annotate(who=Subquery(people.values("role_label")[:1]))
    for one in records.select_related("kept").order_by("-pk"):
        kept = coder_name(one.kept.place) if one.kept else ""
        who = getattr(one, "who", None) or "Somebody who has left"
        agreed.setdefault((one.text_id, one.paragraph), []).append(
            Settled(one.choice, kept, one.wording, one.reason, who, one.at)
        )
    return row.name, tuple(
        Disagreement(
            one.source,
            one.title,
            one.kind,
            one.version,
            one.paragraph,
            one.start,
            one.block.end,
            one.block.shown,
            voices(one, codes),
            tuple(agreed.get((one.text, one.paragraph), ())),
        )
        for one in compared(seat, row, readable_only=True)
        if differs(one.stretch)
    )


def voices(one: Compared, codes: dict[str, str]) -> tuple[Voice, ...]:
    """What each coder gave a paragraph, with the very words."""
    told = []
    for place, said in enumerate(one.stretch.said):
        marks = None
        if said is not None:
            marks = tuple((codes.get(s.code, ""), s.influence, one.block.words(s.start, s.end)) for s in said)
        told.append(Voice(coder_name(place), place, marks))
    return tuple(told)
