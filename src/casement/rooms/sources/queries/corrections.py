"""What a correction of a text did to the passages in use, and the paragraph that is about to be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from casement.foundation.access import Seat, Verb
from casement.foundation.events import announce
from casement.foundation.refusals import NotHere
from casement.rooms.reviews.models import Participation
from casement.rooms.sources.models import Excerpt, FollowedPassage, Source, TextCorrection, Version
from casement.rooms.sources.queries.about import may_change, sealing
from casement.rooms.sources.rules.masking import Mask, read, shown
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraph_at, paragraphs
from casement.rooms.sources.vocabulary import PassagesCounted


@dataclass(frozen=True)
class ToCorrect:
    """One paragraph of the newest text, and how many there are."""

    source: int
    kind: str
    title: str
    version: int
    block: Paragraph
    total: int


@dataclass(frozen=True)
class Passage:
    """What became of one passage. `offered` are the words that stand where it stood, while it waits."""

    number: int
    outcome: str
    quote: str
    paragraph: int
    offered: str
    waits: bool
    placed: bool


@dataclass(frozen=True)
class CorrectionView:
    """A correction, who made it and why, and every passage; `is_newest` says that no later one exists."""

    number: int
    source: int
    kind: str
    title: str
    before: int
    after: int
    reason: str
    by: str
    at: datetime
    is_newest: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class EarlierText:
    """A text that was replaced, as it stood."""

    source: int
    kind: str
    title: str
    number: int
    newest: int
    paragraphs: tuple[Paragraph, ...]
    has_original: bool
    sealed: bool


def to_correct(seat: Seat, number: int, paragraph: int) -> ToCorrect:
    """The paragraph that this seat may put right, as it stands and not as it is shown, since that is what changes;
    NotHere for others. One query.
    """
    rows = Source.objects.visible_to(seat, Verb.WRITE).select_related("current")
    source = rows.filter(number=number).first()
    if source is None or source.current is None or not may_change(seat, source.kind):
        raise NotHere
    blocks = paragraphs(source.current.text, source.current.anchors)
    if not 1 <= paragraph <= len(blocks):
        raise NotHere
    block = blocks[paragraph - 1]
    return ToCorrect(number, source.kind, source.title, source.current.number, block, len(blocks))


def correction(seat: Seat, number: int) -> CorrectionView:
    """One correction with its passages; NotHere when its source is out of reach. Two queries."""
    people = Participation.objects.filter(review_id=seat.review, person=OuterRef("by")).order_by("pk")
    rows = TextCorrection.objects.filter(
        review_id=seat.review, number=number, source__in=Source.objects.visible_to(seat)
    ).select_related("source__current", "before", "after")
    row = rows.annotate(person=Subquery(people.values("role_label")[:1])).first()
    if row is None:
        raise NotHere
    followed = FollowedPassage.objects.filter(correction=row, excerpt__in=in_sight(seat, row.source_id))
    blocks = paragraphs(row.after.text, row.after.anchors)
    masks = read(row.after.masks)
    return CorrectionView(
        row.number,
        row.source.number,
        row.source.kind,
        row.source.title,
        row.before.number,
        row.after.number,
        row.reason,
        row.person or "Somebody who has left",
        row.at,
        row.source.current_id == row.after_id,
        tuple(passage(one, row.after.text, masks, blocks) for one in followed.select_related("excerpt")),
    )


def in_sight(seat: Seat, source_id: int) -> QuerySet[Excerpt]:
    """The passages of a source that this seat may know to be in use."""
    told = PassagesCounted(seat, Excerpt.objects.filter(version__source=source_id))
    announce(told)
    rows: QuerySet[Excerpt] = told.rows
    return rows


def passage(row: FollowedPassage, text: str, masks: Sequence[Mask], blocks: tuple[Paragraph, ...]) -> Passage:
    """One passage as people see it."""
    offered = shown(text, masks, row.new_start or 0, row.new_end or 0)
    has_place = row.new_start is not None and row.new_end is not None
    block = paragraph_at(blocks, row.new_start) if row.new_start is not None else None
    return Passage(
        row.excerpt.number,
        row.outcome,
        row.shown,
        block.number if block else 0,
        offered if has_place and row.outcome in ("changed", "lost") else "",
        row.outcome in ("changed", "lost") and row.settled_at is None,
        row.placed,
    )


def earlier_text(seat: Seat, number: int, text: int) -> EarlierText:
    """An earlier text of a source this seat may read, and whether there is a file to it; NotHere otherwise.

    At most two queries.
    """
    rows = Version.objects.filter(source__in=Source.objects.visible_to(seat).filter(number=number), number=text)
    row = rows.select_related("source__current").first()
    if row is None or row.source.current is None:
        raise NotHere
    told = row.source
    blocks = paragraphs(row.text, row.anchors, read(row.masks))
    has_original = bool(row.original_sha256)
    sealed = has_original and sealing(told).exists()
    newest = row.source.current.number
    return EarlierText(number, told.kind, told.title, row.number, newest, blocks, has_original, sealed)
