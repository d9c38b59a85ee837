"""The text of a source for the reader, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Count, OuterRef, QuerySet, Subquery

from casement.foundation.access import Seat
from casement.foundation.memory import Memory
from casement.foundation.prepared import Prepared
from casement.foundation.refusals import NotHere
from casement.rooms.sources.models import Source, Version
from casement.rooms.sources.queries.dating import date_words
from casement.rooms.sources.rules.masking import Mask, blanked, read
from casement.rooms.sources.rules.paragraphs import Paragraph, paragraphs

TEXTS: Memory[tuple[str, tuple[Paragraph, ...], tuple[Mask, ...]]] = Memory(8)


@dataclass(frozen=True)
class Reading:
    """A source as the reader shows it. `version_id` and `version` name the text that offsets refer to.

    `headings` are the paragraphs that are headings, for the contents; each paragraph is `text[start:end]`. In
    `text` blocks stand for what is masked; `masks` counts those places.
    """

    number: int
    source_id: int
    kind: str
    title: str
    agency: str
    participant: str
    date: str
    access: str
    use: str
    version: int
    version_id: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    headings: tuple[Paragraph, ...]
    dropped: tuple[str, ...]
    has_original: bool
    earlier: int | None
    later: int | None
    came_with: int | None = None
    attached: int = 0
    masks: int = 0

    @property
    def length(self) -> int:
        """How long the text is, in code points."""
        return len(self.text)


def text_of(version_id: int) -> tuple[str, tuple[Paragraph, ...], tuple[Mask, ...]]:
    """The text of a version with blocks for what is masked, its paragraphs, and the masks."""
    text, anchors, kept = Version.objects.values_list("text", "anchors", "masks").get(pk=version_id)
    masks = read(kept)
    return blanked(text, masks), paragraphs(text, anchors, masks), masks


class TextNow(NamedTuple):
    """The current text of a source, with blocks for what is masked, and how what is taken from it may be used."""

    version_id: int
    version: int
    use: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    masks: tuple[Mask, ...]
    shows: int


def current_text(seat: Seat, number: int) -> QuerySet[Source, Any]:
    """Which text of source `number` is current, for a seat that may read it."""
    rows = Source.objects.visible_to(seat).filter(number=number, current__isnull=False)
    return rows.values_list(
        "current", "current__number", "use", "current__at", "current__original_sha256", "current__shows"
    )


CURRENT = Prepared(current_text)


def text_now(seat: Seat, number: int) -> TextNow:
    """The current text of a source this seat may read; NotHere otherwise. One query, as in `reading`.

    However long the text is, only one that was not asked for lately is fetched.
    """
    rows = CURRENT(seat, number=number)
    if not rows:
        raise NotHere
    pk, version, use, at, sha256, shows = rows[0]
    text, blocks, masks = TEXTS.once((pk, at, sha256, shows), lambda: text_of(pk))
    return TextNow(pk, version, use, text, blocks, masks, shows)


def reading(seat: Seat, number: int) -> Reading:
    """The current text of source `number`; NotHere when this seat may not read it.

    One query, and one more for a text that was not read lately. The right is asked each time; what is
    shown of a version stays until `shows` goes up.
    """
    rows = Source.objects.visible_to(seat)
    told = rows.annotate(
        earlier=Subquery(rows.filter(number__lt=number).order_by("-number").values("number")[:1]),
        later=Subquery(rows.filter(number__gt=number).order_by("number").values("number")[:1]),
        mail=Subquery(rows.filter(pk=OuterRef("came_with_id")).values("number")[:1]),
        files=Subquery(
            rows.order_by().filter(came_with=OuterRef("pk")).values("came_with").annotate(n=Count("pk")).values("n")
        ),
    )
    around_it = told.select_related("current", "agency", "participation")
    source = (
        around_it.defer("current__text", "current__anchors", "current__masks", "masked")
        .filter(number=number)
        .first()
    )
    if source is None or source.current is None:
        raise NotHere
    version = source.current
    around: tuple[int | None, int | None] = (source.earlier, source.later)  # type: ignore[attr-defined]
    key = (version.pk, version.at, version.original_sha256, version.shows)
    text, blocks, masks = TEXTS.once(key, lambda: text_of(version.pk))
    return Reading(
        source.number,
        source.pk,
        source.kind,
        source.title,
        source.agency.name if source.agency else "",
        source.participation.role_label if source.participation else "",
        date_words(source.date_recorded),
        source.access,
        source.use,
        version.number,
        version.pk,
        text,
        blocks,
        tuple(block for block in blocks if block.kind == "heading"),
        tuple(version.dropped),
        bool(version.original_sha256),
        around[0],
        around[1],
        source.mail,  # type: ignore[attr-defined]
        source.files or 0,  # type: ignore[attr-defined]
        len(masks),
    )
